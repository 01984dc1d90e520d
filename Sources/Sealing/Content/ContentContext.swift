public import Crypto

/// What a sealed document is bound to: its record, document, version and immutable metadata.
public struct ContentContext: Sendable {
    let bytes: [UInt8]

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The context `dmp/doc/v1`, with the digest of the immutable metadata.
    public init(record: RecordID, document: DocumentID, version: UInt32, metadataDigest: SHA256.Digest) {
        let suite: UInt8 = 1
        bytes = framed("dmp/doc/v1", record, document, version, suite, DigestField(fieldBytes: Array(metadataDigest)))
    }

    /// The context `dmp/doc/v1`, with the immutable metadata themselves.
    public init(record: RecordID, document: DocumentID, version: UInt32, immutableMetadata: [UInt8]) {
        self.init(
            record: record,
            document: document,
            version: version,
            metadataDigest: SHA256.hash(data: immutableMetadata)
        )
    }
}

/// The 24 random bytes at the head of a sealed content; never twice under one key.
public struct ContentSalt: Sendable {
    let bytes: [UInt8]

    /// Accepts exactly twenty-four bytes.
    public init?(bytes: [UInt8]) {
        guard bytes.count == 24 else { return nil }
        self.bytes = bytes
    }

    /// A fresh salt from the given source of randomness.
    public init(random: RandomBytes) throws(SealingError) {
        bytes = try drawn(24, from: random)
    }
}

private struct DigestField: FixedField {
    let fieldBytes: [UInt8]
}
