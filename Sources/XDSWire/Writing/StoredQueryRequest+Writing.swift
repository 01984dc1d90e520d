internal import HealthRecord
public import SafeXML

extension StoredQueryRequest {
    /// Writes an `AdhocQueryRequest` with its own namespace declarations.
    public func write(into writer: inout XMLWriter) {
        writer.start("query:AdhocQueryRequest")
        writer.declare("query", EbXML.query)
        writer.start("query:ResponseOption")
        writer.attribute("returnComposedObjects", "true")
        writer.attribute("returnType", returnType.rawValue)
        writer.end()
        writer.start("AdhocQuery")
        writer.declare("", EbXML.rim)
        writer.attribute("id", query.id.rawValue)
        query.writeParameters(&writer)
        writer.end()
        writer.end()
    }
}

extension StoredQuery {
    func writeParameters(_ writer: inout XMLWriter) {
        switch self {
        case .findDocuments(let criteria):
            criteria.write(&writer)
        case .findDocumentsByReferenceID(let criteria):
            criteria.write(&writer)
            for clause in criteria.referenceIDs { writer.parameter(Name.references, clause) }
        case .findSubmissionSets(let criteria):
            criteria.write(&writer)
        case .getDocuments(let selector), .getDocumentsAndAssociations(let selector):
            selector.write(&writer, stem: "$XDSDocumentEntry")
        case .getAssociations(let ids), .getSubmissionSets(let ids):
            writer.parameter("$uuid", ids.map(\.urn))
        case .getSubmissionSetAndContents(let selector, let filter):
            selector.write(&writer, stem: "$XDSSubmissionSet", single: true)
            filter.write(&writer)
        case .getAll(let criteria): criteria.write(&writer)
        case .findFolders(let criteria): criteria.write(&writer)
        case .getFolders(let selector): selector.write(&writer, stem: "$XDSFolder")
        case .getFolderAndContents(let selector, let filter):
            selector.write(&writer, stem: "$XDSFolder", single: true)
            filter.write(&writer)
        case .getFoldersForDocument(let selector):
            selector.write(&writer, stem: "$XDSDocumentEntry", single: true)
        case .getRelatedDocuments(let selector, let types):
            selector.write(&writer, stem: "$XDSDocumentEntry", single: true)
            writer.parameter(Name.associationTypes, types.map(\.rawValue).sorted())
        }
    }
}

extension ContentsFilter {
    fileprivate func write(_ writer: inout XMLWriter) {
        writer.parameter("$XDSDocumentEntryFormatCode", codes: formatCodes)
        for clause in confidentialityCodes { writer.parameter("$XDSDocumentEntryConfidentialityCode", codes: clause) }
    }
}

extension GetAllCriteria {
    fileprivate func write(_ writer: inout XMLWriter) {
        writer.parameter("$patientId", single: patient.cx)
        writer.parameter("$XDSDocumentEntryStatus", entries.map(\.rawValue).sorted())
        writer.parameter("$XDSSubmissionSetStatus", sets.map(\.rawValue).sorted())
        writer.parameter("$XDSFolderStatus", folders.map(\.rawValue).sorted())
        filter.write(&writer)
    }
}

extension FindFoldersCriteria {
    fileprivate func write(_ writer: inout XMLWriter) {
        let stem = "$XDSFolder"
        writer.parameter(stem + "PatientId", single: patient.cx)
        writer.parameter(stem + "Status", statuses.map(\.rawValue).sorted())
        writer.bounds(stem + "LastUpdateTime", lastUpdate)
        for clause in codes { writer.parameter(stem + "CodeList", codes: clause) }
    }
}

extension ObjectSelector {
    /// Some queries take a single value, others a list.
    fileprivate func write(_ writer: inout XMLWriter, stem: String, single: Bool = false) {
        func put(_ name: String, _ values: [String], _ writer: inout XMLWriter) {
            if single {
                writer.parameter(stem + name, single: values.first)
            } else {
                writer.parameter(stem + name, values)
            }
        }
        switch self {
        case .entryUUIDs(let ids): put("EntryUUID", ids.map(\.urn), &writer)
        case .uniqueIDs(let ids): put("UniqueId", ids.map(\.text), &writer)
        case .logicalIDs(let ids): put("LogicalID", ids.map(\.urn), &writer)
        }
    }
}

extension FindDocumentsCriteria {
    fileprivate func write(_ writer: inout XMLWriter) {
        let stem = "$XDSDocumentEntry"
        writer.parameter(stem + "PatientId", single: patient.cx)
        writer.parameter(stem + "Status", statuses.map(\.rawValue).sorted())
        if kinds != [.stable] { writer.parameter(stem + "Type", kinds.map(\.rawValue).sorted()) }
        writer.parameter(stem + "ClassCode", codes: classCodes)
        writer.parameter(stem + "TypeCode", codes: typeCodes)
        writer.parameter(stem + "PracticeSettingCode", codes: practiceSettingCodes)
        writer.parameter(stem + "HealthcareFacilityTypeCode", codes: facilityTypeCodes)
        writer.parameter(stem + "FormatCode", codes: formatCodes)
        for clause in eventCodes { writer.parameter(stem + "EventCodeList", codes: clause) }
        for clause in confidentialityCodes { writer.parameter(stem + "ConfidentialityCode", codes: clause) }
        writer.parameter(stem + "AuthorPerson", authorPersons?.map(\.text) ?? [])
        writer.bounds(stem + "CreationTime", creationTime)
        writer.bounds(stem + "ServiceStartTime", serviceStart)
        writer.bounds(stem + "ServiceStopTime", serviceStop)
    }
}

extension FindSubmissionSetsCriteria {
    fileprivate func write(_ writer: inout XMLWriter) {
        let stem = "$XDSSubmissionSet"
        writer.parameter(stem + "PatientId", single: patient.cx)
        writer.parameter(stem + "Status", statuses.map(\.rawValue).sorted())
        writer.parameter(stem + "SourceId", sourceIDs?.map(\.text) ?? [])
        writer.bounds(stem + "SubmissionTime", submissionTime)
        writer.parameter(stem + "AuthorPerson", authorPersons?.map(\.text) ?? [])
        writer.parameter(stem + "ContentType", codes: contentTypes)
    }
}

extension XMLWriter {
    fileprivate mutating func parameter(_ name: String, single value: String?) {
        slot(name, value.map { QueryValue.quoted($0) })
    }

    fileprivate mutating func parameter(_ name: String, _ values: [String]) {
        if !values.isEmpty { slot(name, QueryValue.list(values)) }
    }

    fileprivate mutating func parameter(_ name: String, codes: [Code]?) {
        parameter(name, codes?.map { CodedText.text($0.labelled(nil)) } ?? [])
    }

    /// Times are numbers, bare.
    fileprivate mutating func bounds(_ stem: String, _ bounds: TimeBounds) {
        slot(stem + "From", bounds.from?.hl7)
        slot(stem + "To", bounds.to?.hl7)
    }
}
