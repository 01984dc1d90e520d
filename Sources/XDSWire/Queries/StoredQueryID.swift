/// The stored queries of XDS by their UUID (ITI TF-2 § 3.18.4.1.2.4); those not answered here are known by name.
public enum StoredQueryID: String, Hashable, Sendable, CaseIterable {
    /// Documents of a patient by criteria.
    case findDocuments = "urn:uuid:14d4debf-8f97-4251-9a74-a90016b0af0d"
    /// The same, by references.
    case findDocumentsByReferenceID = "urn:uuid:12941a89-e02e-4be5-967c-ce4bfc8fe492"
    /// Sets of a patient by criteria.
    case findSubmissionSets = "urn:uuid:f26abbcb-ac74-4422-8a30-edb644bbc1a9"
    /// Folders of a patient by criteria.
    case findFolders = "urn:uuid:958f3006-baad-4929-a4de-ff1114824431"
    /// Everything of a patient.
    case getAll = "urn:uuid:10b545ea-725c-446d-9b95-8aeb444eddf3"
    /// Documents by identifiers.
    case getDocuments = "urn:uuid:5c4f972b-d56b-40ac-a5fc-c8ca9b40b9d4"
    /// Folders by identifiers.
    case getFolders = "urn:uuid:5737b14c-8a1a-4539-b659-e03a34a5e1e4"
    /// Relations of objects.
    case getAssociations = "urn:uuid:a7ae438b-4bc2-4642-93e9-be891f7bb155"
    /// Documents by identifiers and their relations.
    case getDocumentsAndAssociations = "urn:uuid:bab9529a-4a10-40b3-a01f-f68a615d247a"
    /// Sets that hold documents.
    case getSubmissionSets = "urn:uuid:51224314-5390-4169-9b91-b1980040715a"
    /// A set and what it holds.
    case getSubmissionSetAndContents = "urn:uuid:e8e3cb2c-e39c-46b9-99e4-c12f57260b83"
    /// A folder and what it holds.
    case getFolderAndContents = "urn:uuid:b909a503-523d-4517-8acf-8e5834dfc4c7"
    /// Folders that hold a document.
    case getFoldersForDocument = "urn:uuid:10cae35a-c7f9-4cf5-b61e-fc3278ffb578"
    /// Documents related to one.
    case getRelatedDocuments = "urn:uuid:d90e5407-b356-4d91-a89f-873917b4b0e6"
    /// Documents of several patients (ITI-51).
    case findDocumentsForMultiplePatients = "urn:uuid:3d1bdb10-39a2-11de-89c2-2f44d94eaa9f"
    /// Folders of several patients (ITI-51).
    case findFoldersForMultiplePatients = "urn:uuid:50d3f5ac-39a2-11de-a1ca-b366239e58df"
}
