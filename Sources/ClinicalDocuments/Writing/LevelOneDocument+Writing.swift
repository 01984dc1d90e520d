internal import HealthRecord
internal import SafeXML

extension LevelOneDocument {
    /// The CDA document.
    public func bytes() -> [UInt8] {
        var xml = XMLWriter(capacity: 8192 + file.bytes.count * 4 / 3)
        xml.declaration()
        xml.start("ClinicalDocument")
        xml.declare("", "urn:hl7-org:v3")
        xml.declare("xsi", "http://www.w3.org/2001/XMLSchema-instance")
        writeIdentity(&xml)
        writePatient(&xml)
        writeParticipants(&xml)
        writeActs(&xml)
        if let vaccination {
            vaccination.write(&xml)
            return xml.finish()
        }
        xml.start("component")
        xml.start("nonXMLBody")
        xml.start("text", ["mediaType": file.mediaType, "representation": "B64"])
        xml.base64(file.bytes)
        return xml.finish()
    }

    private var writtenAt: String {
        let minutes = abs(zoneMinutes) % (15 * 60)
        let offset = minutes / 60 * 100 + minutes % 60
        let digits = String(repeating: "0", count: 4 - "\(offset)".utf8.count) + "\(offset)"
        return createdAt.advanced(bySeconds: Int64(zoneMinutes < 0 ? -minutes : minutes) * 60).hl7
            + (zoneMinutes < 0 ? "-" : "+") + digits
    }

    private func writeIdentity(_ xml: inout XMLWriter) {
        xml.element("realmCode", ["code": "FR"])
        xml.element("typeId", ["root": CDA.typeRoot, "extension": CDA.typeExtension])
        xml.element("templateId", ["root": CDA.hl7FranceTemplate.text])
        xml.element("templateId", ["root": CDA.frenchTemplate.text])
        // IHE XDS-SD, what the French profile asks of a body that is a file.
        let body = vaccination == nil ? "1.3.6.1.4.1.19376.1.2.20" : VaccinationNote.template.text
        xml.element("templateId", ["root": body])
        xml.element("id", ["root": id.text])
        xml.write("code", type)
        xml.element("title", text: title)
        xml.element("effectiveTime", ["value": writtenAt])
        xml.write("confidentialityCode", Code("N", CodeSystem.confidentiality, label: "Normal"))
        xml.element("languageCode", ["code": DerivedMetadata.frenchLanguage])
        if let replaces {
            xml.element("setId", ["root": replaces.setID.root, "extension": replaces.setID.value])
        } else {
            xml.element("setId", ["root": id.text])
        }
        xml.element("versionNumber", ["value": "\(version)"])
    }

    private var version: Int { replaces.map { $0.version &+ 1 } ?? 1 }

    private func writePatient(_ xml: inout XMLWriter) {
        let traits = patient.traits
        xml.start("recordTarget")
        xml.start("patientRole")
        xml.element("id", ["extension": patient.ins.matricule.text, "root": patient.ins.root.rawValue])
        xml.write(address: traits.address)
        xml.element("telecom", ["nullFlavor": "NAV"])
        xml.start("patient")
        xml.start("name")
        xml.element("family", ["qualifier": "BR"], text: traits.birthFamilyName)
        if let used = traits.usedFamilyName { xml.element("family", ["qualifier": "CL"], text: used) }
        xml.element("given", text: traits.birthGivenNames.joined(separator: " "))
        xml.element("given", ["qualifier": "BR"], text: traits.birthGivenNames.first ?? "")
        if let used = traits.usedGivenName { xml.element("given", ["qualifier": "CL"], text: used) }
        xml.end()
        let gender = traits.sex == .unknown ? "UN" : traits.sex.rawValue
        xml.element("administrativeGenderCode", ["code": gender, "codeSystem": "2.16.840.1.113883.5.1"])
        xml.element("birthTime", ["value": traits.birthDate.hl7])
        if let place = traits.birthPlaceCode {
            xml.start("birthplace")
            xml.start("place")
            xml.start("addr")
            xml.element("county", text: place)
            for _ in 0..<3 { xml.end() }
        }
        for _ in 0..<3 { xml.end() }
    }

    private func writeParticipants(_ xml: inout XMLWriter) {
        xml.start("author")
        xml.element("time", ["value": writtenAt])
        writeEntity(&xml, "assignedAuthor")
        xml.end()
        xml.start("custodian")
        xml.start("assignedCustodian")
        writeOrganization(&xml, "representedCustodianOrganization")
        xml.end()
        xml.end()
        xml.start("legalAuthenticator")
        xml.element("time", ["value": writtenAt])
        xml.element("signatureCode", ["code": "S"])
        writeEntity(&xml, "assignedEntity")
        xml.end()
    }

    private func writeActs(_ xml: inout XMLWriter) {
        let start = actDate?.hl7 ?? writtenAt
        xml.start("documentationOf")
        xml.start("serviceEvent")
        if let main = acts.first { xml.write("code", main) }
        xml.start("effectiveTime")
        xml.element("low", ["value": start])
        xml.end()
        xml.start("performer", ["typeCode": "PRF"])
        writeEntity(&xml, "assignedEntity", practice: practice)
        for _ in 0..<3 { xml.end() }
        for act in acts.dropFirst() {
            xml.start("documentationOf")
            xml.start("serviceEvent")
            xml.write("code", act)
            xml.end()
            xml.end()
        }
        if let replaces {
            xml.start("relatedDocument", ["typeCode": "RPLC"])
            xml.start("parentDocument")
            xml.element("id", ["root": replaces.id.text])
            xml.element("setId", ["root": replaces.setID.root, "extension": replaces.setID.value])
            xml.element("versionNumber", ["value": "\(replaces.version)"])
            xml.end()
            xml.end()
        }
        xml.start("componentOf")
        xml.start("encompassingEncounter")
        xml.write("code", encounter)
        xml.start("effectiveTime")
        xml.element("low", ["value": start])
        xml.end()
        xml.start("location")
        xml.start("healthCareFacility")
        xml.write("code", facility)
        for _ in 0..<4 { xml.end() }
    }

    private func writeEntity(_ xml: inout XMLWriter, _ name: String, practice: Code? = nil) {
        xml.start(name)
        xml.element("id", ["root": ProfessionalID.root.text, "extension": author.person?.text])
        if let specialty { xml.write("code", specialty) }
        xml.write(address: [])
        xml.element("telecom", ["nullFlavor": "NAV"])
        xml.start("assignedPerson")
        xml.start("name")
        xml.element("family", text: author.name.family)
        xml.element("given", text: author.name.given)
        xml.end()
        xml.end()
        writeOrganization(&xml, "representedOrganization", practice: practice)
        xml.end()
    }

    private func writeOrganization(_ xml: inout XMLWriter, _ name: String, practice: Code? = nil) {
        xml.start(name)
        xml.element("id", ["root": StructureID.root.text, "extension": author.structure.id.text])
        xml.element("name", text: author.structure.name)
        if let practice { xml.write("standardIndustryClassCode", practice) }
        xml.end()
    }
}

extension XMLWriter {
    fileprivate mutating func write(_ name: String, _ code: Code) {
        element(name, ["code": code.value, "displayName": code.label, "codeSystem": code.system])
    }

    /// The profile asks for an address and lets it be unknown.
    fileprivate mutating func write(address lines: [String]) {
        guard !lines.isEmpty else { return element("addr", ["nullFlavor": "NAV"]) }
        start("addr")
        for line in lines { element("streetAddressLine", text: line) }
        end()
    }
}
