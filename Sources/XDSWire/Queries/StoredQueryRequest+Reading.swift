internal import HealthRecord
public import SafeXML

extension StoredQueryRequest {
    /// Reads an `AdhocQueryRequest`; parameters that the query does not know are passed over.
    public static func read(_ element: XMLElement) throws(XDSWireError) -> Reading<StoredQueryRequest> {
        guard element.isNamed("AdhocQueryRequest", in: EbXML.query) else {
            throw .notTheMessage(expected: "AdhocQueryRequest")
        }
        guard let adhoc = element.child("AdhocQuery", in: EbXML.rim) else { throw .missingElement("AdhocQuery") }
        let written = element.child("ResponseOption", in: EbXML.query)?.attribute("returnType")
        var findings = FindingCollector()
        // ebRS gives RegistryObject as the default; a leaf class is the nearest that XDS knows.
        let returnType = written.map(ReturnType.init(rawValue:)) ?? .leafClass
        if returnType == nil { findings.add(.registryError, "ResponseOption.returnType", .unknownType) }
        guard let id = StoredQueryID(rawValue: adhoc.attribute("id")?.lowercased() ?? "") else {
            findings.add(.unknownStoredQuery, "AdhocQuery.id", .unknownQuery)
            return Reading(nil, findings.findings)
        }
        var parameters = QueryParameters(adhoc)
        guard let query = StoredQuery.read(id, &parameters) else {
            return Reading(nil, findings.findings + parameters.findings.findings)
        }
        let request = returnType.map { StoredQueryRequest(query, returnType: $0) }
        return Reading(request, findings.findings + parameters.findings.findings)
    }
}

extension StoredQuery {
    static func read(_ id: StoredQueryID, _ parameters: inout QueryParameters) -> StoredQuery? {
        switch id {
        case .findDocuments:
            return documents(&parameters).map { .findDocuments($0) }
        case .findDocumentsByReferenceID:
            let references = parameters.all(Name.references, required: true)
            return documents(&parameters).map { criteria in
                var criteria = criteria
                criteria.referenceIDs = references
                return .findDocumentsByReferenceID(criteria)
            }
        case .findSubmissionSets:
            return sets(&parameters).map { .findSubmissionSets($0) }
        case .getDocuments:
            return selector(&parameters, Name.documentSelectors).map { .getDocuments($0) }
        case .getDocumentsAndAssociations:
            return selector(&parameters, Name.documentSelectors).map { .getDocumentsAndAssociations($0) }
        case .getAssociations:
            return parameters.any("$uuid", required: true).map { .getAssociations($0.compactMap { UniqueID($0) }) }
        case .getSubmissionSets:
            return parameters.any("$uuid", required: true).map { .getSubmissionSets($0.compactMap { UniqueID($0) }) }
        case .getSubmissionSetAndContents:
            guard let selector = selector(&parameters, Name.setSelectors, single: true) else { return nil }
            return .getSubmissionSetAndContents(selector, filter(&parameters))
        case .getAll: return all(&parameters).map { .getAll($0) }
        case .findFolders: return folders(&parameters).map { .findFolders($0) }
        case .getFolders: return selector(&parameters, Name.folderSelectors).map { .getFolders($0) }
        case .getFolderAndContents:
            guard let selector = selector(&parameters, Name.folderSelectors, single: true) else { return nil }
            return .getFolderAndContents(selector, filter(&parameters))
        case .getFoldersForDocument:
            return selector(&parameters, Name.documentSelectors, single: true).map { .getFoldersForDocument($0) }
        case .getRelatedDocuments:
            let selector = selector(&parameters, Name.documentSelectors, single: true)
            let types = parameters.any(Name.associationTypes, required: true)
            guard let selector, let types else { return nil }
            return .getRelatedDocuments(selector, Set(types.compactMap(AssociationType.init(written:))))
        case .findDocumentsForMultiplePatients, .findFoldersForMultiplePatients:
            parameters.findings.add(.unknownStoredQuery, "AdhocQuery.id", .unknownQuery)
            return nil
        }
    }

    /// Names of parameters used in more than one place.
    enum Name {
        static let references = "$XDSDocumentEntryReferenceIdList"
        static let documentSelectors = [
            "$XDSDocumentEntryEntryUUID", "$XDSDocumentEntryUniqueId", "$XDSDocumentEntryLogicalID",
        ]
        static let folderSelectors = [
            "$XDSFolderEntryUUID", "$XDSFolderUniqueId", "$XDSFolderLogicalID",
        ]
        static let associationTypes = "$AssociationTypes"
        static let setSelectors = ["$XDSSubmissionSetEntryUUID", "$XDSSubmissionSetUniqueId"]
    }

    private static func documents(_ parameters: inout QueryParameters) -> FindDocumentsCriteria? {
        let stem = "$XDSDocumentEntry"
        let patient = parameters.patient(stem + "PatientId")
        let statuses = parameters.statuses(stem + "Status")
        guard let patient, let statuses else { return nil }
        var criteria = FindDocumentsCriteria(patient: patient, statuses: statuses)
        if let kinds = parameters.any(stem + "Type") {
            criteria.kinds = Set(kinds.compactMap { EntryKind(rawValue: $0.lowercased()) })
        }
        criteria.classCodes = parameters.codes(stem + "ClassCode")
        criteria.typeCodes = parameters.codes(stem + "TypeCode")
        criteria.practiceSettingCodes = parameters.codes(stem + "PracticeSettingCode")
        criteria.facilityTypeCodes = parameters.codes(stem + "HealthcareFacilityTypeCode")
        criteria.formatCodes = parameters.codes(stem + "FormatCode")
        criteria.eventCodes = parameters.codeClauses(stem + "EventCodeList")
        criteria.confidentialityCodes = parameters.codeClauses(stem + "ConfidentialityCode")
        criteria.authorPersons = parameters.patterns(stem + "AuthorPerson")
        criteria.creationTime = parameters.bounds(stem + "CreationTime")
        criteria.serviceStart = parameters.bounds(stem + "ServiceStartTime")
        criteria.serviceStop = parameters.bounds(stem + "ServiceStopTime")
        return criteria
    }

    private static func sets(_ parameters: inout QueryParameters) -> FindSubmissionSetsCriteria? {
        let stem = "$XDSSubmissionSet"
        let patient = parameters.patient(stem + "PatientId")
        let statuses = parameters.statuses(stem + "Status")
        guard let patient, let statuses else { return nil }
        var criteria = FindSubmissionSetsCriteria(patient: patient, statuses: statuses)
        criteria.sourceIDs = parameters.any(stem + "SourceId")?.compactMap { OID($0) }
        criteria.submissionTime = parameters.bounds(stem + "SubmissionTime")
        criteria.authorPersons = parameters.patterns(stem + "AuthorPerson")
        criteria.contentTypes = parameters.codes(stem + "ContentType")
        return criteria
    }

    private static func folders(_ parameters: inout QueryParameters) -> FindFoldersCriteria? {
        let stem = "$XDSFolder"
        let patient = parameters.patient(stem + "PatientId")
        let statuses = parameters.statuses(stem + "Status")
        guard let patient, let statuses else { return nil }
        var criteria = FindFoldersCriteria(patient: patient, statuses: statuses)
        criteria.lastUpdate = parameters.bounds(stem + "LastUpdateTime")
        criteria.codes = parameters.codeClauses(stem + "CodeList")
        return criteria
    }

    private static func all(_ parameters: inout QueryParameters) -> GetAllCriteria? {
        let patient = parameters.patient("$patientId")
        let entries = parameters.statuses("$XDSDocumentEntryStatus")
        let sets = parameters.statuses("$XDSSubmissionSetStatus")
        let folders = parameters.statuses("$XDSFolderStatus")
        guard let patient, let entries, let sets, let folders else { return nil }
        return GetAllCriteria(
            patient: patient,
            entries: entries,
            sets: sets,
            folders: folders,
            filter: filter(&parameters)
        )
    }

    private static func filter(_ parameters: inout QueryParameters) -> ContentsFilter {
        ContentsFilter(
            formatCodes: parameters.codes("$XDSDocumentEntryFormatCode"),
            confidentialityCodes: parameters.codeClauses("$XDSDocumentEntryConfidentialityCode")
        )
    }

    /// Exactly one of several kinds of identifier (ITI TF-2 § 3.18.4.1.2.3.7.5).
    private static func selector(
        _ parameters: inout QueryParameters,
        _ names: [String],
        single: Bool = false
    ) -> ObjectSelector? {
        let given = names.filter { parameters.has($0) }
        guard given.count == 1, let name = given.first else {
            let code: RegistryErrorCode = given.isEmpty ? .storedQueryMissingParameter : .storedQueryParameterNumber
            parameters.findings.add(code, given.first ?? names.first ?? "", .exclusive)
            return nil
        }
        guard
            let texts = single
                ? parameters.one(name, required: true).map({ [$0] }) : parameters.any(name, required: true)
        else { return nil }
        if name.hasSuffix("UniqueId") { return .uniqueIDs(texts.compactMap { OID($0) }) }
        let ids = texts.compactMap { UniqueID($0) }
        return name.hasSuffix("LogicalID") ? .logicalIDs(ids) : .entryUUIDs(ids)
    }
}
