internal import HealthRecord
internal import SafeXML

extension SubmittedEntry {
    /// Slots that have a place in the model, or that say nothing worth a warning.
    static let knownSlots: Set<String> = [
        "creationTime", "serviceStartTime", "serviceStopTime", "languageCode", "hash", "size", "repositoryUniqueId",
        "sourcePatientId", "sourcePatientInfo", "legalAuthenticator", "URI", "documentAvailability",
        EbXML.referenceIDListSlot,
    ]

    /// Understands an object; what cannot be understood is left nil and remarked.
    init(_ reader: inout AttributeReader) {
        let object = reader.object
        self.init(id: object.id)
        logicalID = object.logicalID
        version = object.version
        homeCommunityID = object.home
        status = reader.status()
        readType(&reader)
        readIdentifiers(&reader)
        readTimes(&reader)
        readContent(&reader)
        readSource(&reader)
        readCodes(&reader)
        title = object.name.flatMap { $0.isEmpty ? nil : $0 }
        comments = object.description.flatMap { $0.isEmpty ? nil : $0 }
        uri = reader.slot("URI")
        documentAvailability = reader.slot("documentAvailability")
        reader.noteUnkept(documentAvailability != nil)
        extraSlots = object.slots.filter { !Self.knownSlots.contains($0.name) }
    }

    private mutating func readType(_ reader: inout AttributeReader) {
        kind = reader.object.objectType.flatMap { EntryKind(rawValue: $0.lowercased()) }
        if kind == nil { reader.fault("objectType", reader.object.objectType == nil ? .missing : .unknownType) }
        guard let type = reader.object.mimeType, !type.isEmpty else { return }
        let parts = type.split(separator: "/", omittingEmptySubsequences: false)
        if parts.count == 2, parts.allSatisfy({ !$0.isEmpty && !$0.contains(" ") }),
            type.utf8.count <= WireLimits.mediaType
        {
            mimeType = type
        } else {
            reader.fault("mimeType", .badMediaType, .repositoryMetadataError)
        }
    }

    private mutating func readIdentifiers(_ reader: inout AttributeReader) {
        uniqueID = reader.oidIdentifier(XDSScheme.Entry.uniqueID, "uniqueId")
        patientID = reader.patientID(XDSScheme.Entry.patientID)
        for text in reader.values(EbXML.referenceIDListSlot) {
            if (try? ReferenceIdentifier(cxi: text)) == nil {
                reader.fault("referenceIdList", .badReference)
            } else {
                referenceIDs.append(text)
            }
        }
    }

    private mutating func readTimes(_ reader: inout AttributeReader) {
        creationTime = reader.time("creationTime")
        serviceStart = reader.time("serviceStartTime")
        serviceStop = reader.time("serviceStopTime")
        // Compared at the coarser precision: a stop on the day of the start is not before it.
        if let start = serviceStart, let stop = serviceStop {
            let common = min(start.precision, stop.precision).rawValue
            if stop.hl7.prefix(common) < start.hl7.prefix(common) { reader.fault("serviceStopTime", .stopsBeforeStart) }
        }
    }

    private mutating func readContent(_ reader: inout AttributeReader) {
        if let text = reader.slot("hash", code: .repositoryMetadataError) {
            hash = text.utf8.count == 40 ? Hex.decode(text) : nil
            if hash == nil { reader.fault("hash", .badHash, .repositoryMetadataError) }
        }
        if let text = reader.slot("size", code: .repositoryMetadataError) {
            size = text.utf8.allSatisfy(\.isDigit) ? UInt64(text) : nil
            if size == nil { reader.fault("size", .badSize, .repositoryMetadataError) }
        }
        if let text = reader.slot("repositoryUniqueId", code: .repositoryMetadataError) {
            repositoryUniqueID = OID(text)
            if repositoryUniqueID == nil { reader.fault("repositoryUniqueId", .badOID, .repositoryMetadataError) }
        }
        if let text = reader.slot("languageCode") {
            let subtags = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
            if subtags.allSatisfy({ (1...8).contains($0.count) && $0.allSatisfy { $0.isDigit || $0.isLetter } }),
                subtags.first?.allSatisfy(\.isLetter) == true
            {
                language = text
            } else {
                reader.fault("languageCode", .badLanguage)
            }
        }
    }

    private mutating func readSource(_ reader: inout AttributeReader) {
        if let text = reader.slot("sourcePatientId") {
            if (try? PatientIdentifier(cx: text)) == nil {
                reader.fault("sourcePatientId", .badPatientID)
            } else {
                sourcePatientID = text
            }
        }
        sourcePatientInfo = reader.values("sourcePatientInfo")
        if sourcePatientInfo.contains(where: { (try? PatientInfoField(pid: $0)) == nil }) {
            reader.fault("sourcePatientInfo", .badPatientInfo)
        }
        if let text = reader.slot("legalAuthenticator") {
            legalAuthenticator = reader.person(text, "legalAuthenticator")?.author()
        }
    }

    private mutating func readCodes(_ reader: inout AttributeReader) {
        authors = reader.authors(XDSScheme.Entry.author)
        classCode = reader.code(XDSScheme.Entry.classCode, "classCode")
        typeCode = reader.code(XDSScheme.Entry.typeCode, "typeCode")
        formatCode = reader.code(XDSScheme.Entry.formatCode, "formatCode")
        facilityTypeCode = reader.code(XDSScheme.Entry.facilityTypeCode, "healthcareFacilityTypeCode")
        practiceSettingCode = reader.code(XDSScheme.Entry.practiceSettingCode, "practiceSettingCode")
        confidentialityCodes = reader.codes(XDSScheme.Entry.confidentialityCode, "confidentialityCode")
        eventCodes = reader.codes(XDSScheme.Entry.eventCode, "eventCodeList")
    }
}
