internal import HealthRecord
internal import SafeXML

extension CDABuilder {
    func writePatient(_ xml: inout XMLWriter) {
        let traits = patient.traits
        xml.start("recordTarget")
        xml.start("patientRole")
        xml.element("id", ["extension": patient.ins.matricule.text, "root": patient.ins.root.rawValue])
        Self.writeAddress(&xml, traits.address)
        xml.element("telecom", ["value": "tel:\(patient.phone)", "use": "MC"])
        xml.element("telecom", ["value": "mailto:\(patient.email)"])
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

    func writeParticipants(_ xml: inout XMLWriter) {
        xml.start("author")
        if let role { xml.code("functionCode", role) }
        xml.element("time", ["value": ParisTime.hl7(createdAt)])
        writeEntity(&xml, "assignedAuthor")
        xml.end()
        xml.start("custodian")
        xml.start("assignedCustodian")
        writeOrganization(&xml, "representedCustodianOrganization")
        xml.end()
        xml.end()
        xml.start("legalAuthenticator")
        xml.element("time", ["value": ParisTime.hl7(createdAt)])
        xml.element("signatureCode", ["code": "S"])
        writeEntity(&xml, "assignedEntity")
        xml.end()
    }

    func writeActs(_ xml: inout XMLWriter) {
        xml.start("documentationOf")
        xml.start("serviceEvent")
        if let act { xml.code("code", act) }
        xml.start("effectiveTime")
        xml.element("low", ["value": ParisTime.hl7(serviceStart)])
        if let serviceStop { xml.element("high", ["value": ParisTime.hl7(serviceStop)]) }
        xml.end()
        xml.start("performer", ["typeCode": "PRF"])
        writeEntity(&xml, "assignedEntity", practice: author.workplace.practice)
        for _ in 0..<3 { xml.end() }
        if let replaces {
            xml.start("relatedDocument", ["typeCode": "RPLC"])
            xml.start("parentDocument")
            xml.element("id", ["root": replaces.text])
            xml.element("setId", ["root": setID.text])
            xml.element("versionNumber", ["value": "\(max(1, version - 1))"])
            xml.end()
            xml.end()
        }
        xml.start("componentOf")
        xml.start("encompassingEncounter")
        xml.code("code", author.workplace.encounter)
        xml.start("effectiveTime")
        xml.element("low", ["value": ParisTime.hl7(serviceStart)])
        xml.end()
        xml.start("location")
        xml.start("healthCareFacility")
        xml.code("code", author.workplace.structure.sector)
        for _ in 0..<4 { xml.end() }
    }

    private func writeEntity(_ xml: inout XMLWriter, _ name: String, practice: Code? = nil) {
        xml.start(name)
        xml.element("id", ["root": ProfessionalID.root.text, "extension": author.id.text])
        xml.code("code", author.authorSpecialty)
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
        let structure = author.workplace.structure
        xml.start(name)
        xml.element("id", ["root": StructureID.root.text, "extension": structure.id.text])
        xml.element("name", text: structure.name)
        Self.writeAddress(&xml, author.workplace.address)
        if let practice { xml.code("standardIndustryClassCode", practice) }
        xml.end()
    }

    private static func writeAddress(_ xml: inout XMLWriter, _ lines: [String]) {
        xml.start("addr")
        for line in lines { xml.element("streetAddressLine", text: line) }
        xml.end()
    }
}
