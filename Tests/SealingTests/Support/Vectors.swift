import Testing

@testable import Sealing

/// The fixed inputs of the published vectors: recordId 00..0f, docId 20..2f, RK 0x42.
struct Vectors {
    let record: RecordID
    let other: RecordID
    let document: DocumentID
    let recordKey: RecordKey
    let traceKey: TraceKey
    let documentKey: DocumentKey
    let nonce: SealNonce
    let salt: ContentSalt

    init() throws {
        record = try #require(RecordID(bytes: Array(0x00...0x0f)))
        other = try #require(RecordID(bytes: Array(0x01...0x10)))
        document = try #require(DocumentID(bytes: Array(0x20...0x2f)))
        recordKey = try #require(RecordKey(bytes: [UInt8](repeating: 0x42, count: 32)))
        traceKey = try #require(TraceKey(bytes: [UInt8](repeating: 0x43, count: 32)))
        documentKey = try #require(DocumentKey(bytes: [UInt8](repeating: 0x55, count: 32)))
        nonce = try #require(SealNonce(bytes: Array(0x00...0x0b)))
        salt = try #require(ContentSalt(bytes: Array(0x00...0x17)))
    }

    func place(_ confidentiality: ConfidentialityClass = [], version: UInt32 = 3) -> DocumentPlace {
        DocumentPlace(record: record, document: document, version: version, confidentiality: confidentiality)
    }
}

/// Not random at all: the same bytes each time.
let steadyBytes: RandomBytes = { [UInt8](repeating: 7, count: $0) }
