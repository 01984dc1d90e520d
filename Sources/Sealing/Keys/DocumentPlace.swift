/// Where a document key belongs: its record, document, version and class.
public struct DocumentPlace: Hashable, Codable, Sendable {
    /// The record.
    public let record: RecordID
    /// The document.
    public let document: DocumentID
    /// The version of the document, from 1.
    public let version: UInt32
    /// The class; a document that is masked has its key wrapped anew.
    public let confidentiality: ConfidentialityClass

    /// Names a place.
    public init(record: RecordID, document: DocumentID, version: UInt32, confidentiality: ConfidentialityClass) {
        self.record = record
        self.document = document
        self.version = version
        self.confidentiality = confidentiality
    }
}
