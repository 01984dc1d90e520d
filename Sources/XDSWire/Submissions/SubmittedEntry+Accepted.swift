public import HealthRecord

extension SubmittedEntry {
    /// An accepted entry as an answer shows it.
    ///
    /// - Parameter repository: the OID of the repository that serves the bytes.
    public init(_ entry: DocumentEntry, repository: OID) {
        self.init(id: entry.entryUUID.urn)
        logicalID = entry.id == entry.entryUUID ? id : entry.id.urn
        version = String(entry.metadataVersion)
        kind = .stable
        status = entry.status
        mimeType = entry.mimeType
        uniqueID = entry.uniqueID
        patientID = PatientIdentifier(entry.patient)
        creationTime = entry.creationTime
        serviceStart = entry.serviceStart
        serviceStop = entry.serviceStop
        language = entry.language
        hash = entry.sha1
        size = entry.size
        repositoryUniqueID = repository
        sourcePatientID = entry.sourcePatientID
        sourcePatientInfo = entry.sourcePatientInfo
        legalAuthenticator = entry.legalAuthenticator
        authors = entry.authors
        classCode = entry.classCode
        typeCode = entry.typeCode
        formatCode = entry.formatCode
        confidentialityCodes = [entry.confidentiality] + entry.visibility.codes
        facilityTypeCode = entry.facilityTypeCode
        practiceSettingCode = entry.practiceSettingCode
        eventCodes = entry.eventCodes
        referenceIDs = entry.referenceIDs
        title = entry.title
        comments = entry.comments
    }
}
