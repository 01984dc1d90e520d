internal import Crypto
public import HealthRecord
public import SafeXML

/// One document of a lot: its OID, and digests of its exact bytes.
public struct LotDocument: Sendable {
    /// The document's OID.
    public let uniqueID: OID
    /// The digest of the exact bytes; the caller may have computed it while they came in.
    let digest: @Sendable (DigestAlgorithm) -> [UInt8]
    /// The exact bytes, asked for only where a canonical form is to be digested.
    let bytes: @Sendable () -> [UInt8]

    /// A document in memory.
    public init(uniqueID: OID, bytes: [UInt8]) {
        self.init(uniqueID: uniqueID, digest: { LotDigest.compute($0, over: bytes) }, bytes: { bytes })
    }

    /// A document whose digests are known or computed elsewhere.
    public init(
        uniqueID: OID,
        digest: @escaping @Sendable (DigestAlgorithm) -> [UInt8],
        bytes: @escaping @Sendable () -> [UInt8]
    ) {
        self.uniqueID = uniqueID
        self.digest = digest
        self.bytes = bytes
    }
}

/// The digests of XML signatures.
public enum LotDigest {
    /// The digest of some bytes; SHA-1 serves legacy signatures only.
    public static func compute(_ algorithm: DigestAlgorithm, over bytes: [UInt8]) -> [UInt8] {
        switch algorithm {
        case .sha1: Array(Insecure.SHA1.hash(data: bytes))
        case .sha256: Array(SHA256.hash(data: bytes))
        case .sha384: Array(SHA384.hash(data: bytes))
        case .sha512: Array(SHA512.hash(data: bytes))
        }
    }
}
