public import HealthRecord
internal import SwiftASN1
internal import X509

/// A certificate revocation list whose signature has been checked (RFC 5280 § 5).
public struct RevocationList: Sendable {
    /// Largest list read, in bytes.
    public static let maximumLength = 64 << 20

    /// When it was made.
    public let thisUpdate: Instant
    /// When the next one is due.
    public let nextUpdate: Instant
    let issuer: DistinguishedName
    private let serials: Set<ArraySlice<UInt8>>

    /// How many certificates it names.
    public var count: Int { serials.count }

    /// Reads a list in DER or PEM and checks its signature with the authority of its name among the anchors.
    public init(_ bytes: [UInt8], anchors: TrustAnchors) throws(RevocationListError) {
        try self.init(bytes, anchors: anchors, limit: Self.maximumLength)
    }

    /// The same within a limit of its own.
    init(_ bytes: [UInt8], anchors: TrustAnchors, limit: Int) throws(RevocationListError) {
        guard bytes.count <= limit else { throw .unreadable }
        var der = bytes
        if bytes.starts(with: "-----BEGIN".utf8) {
            guard let document = try? PEMDocument(pemString: String(decoding: bytes, as: UTF8.self)),
                document.discriminator == "X509 CRL"
            else { throw .unreadable }
            der = document.derBytes
        }
        guard let parsed = try? ParsedRevocationList(derEncoded: der), let nextUpdate = parsed.nextUpdate,
            nextUpdate >= parsed.thisUpdate
        else { throw .unreadable }
        // A delta or a list of part of the certificates must not pass for the whole.
        guard !parsed.hasCriticalExtension else { throw .unsupported }
        guard let algorithm = parsed.algorithm else { throw .weakSignature }
        let authorities = anchors.authorities(named: parsed.issuer)
        guard !authorities.isEmpty else { throw .unknownAuthority }
        let isSigned = authorities.contains { authority in
            (try? authority.extensions.keyUsage)?.cRLSign == true
                && authority.publicKey.isValidSignature(
                    parsed.signature,
                    for: parsed.signedBytes,
                    signatureAlgorithm: algorithm
                )
        }
        guard isSigned else { throw .invalidSignature }
        issuer = parsed.issuer
        thisUpdate = parsed.thisUpdate
        self.nextUpdate = nextUpdate
        serials = parsed.serials
    }

    func names(_ certificate: Certificate) -> Bool { serials.contains(certificate.serialNumber.bytes) }
}

/// Why a revocation list was refused.
public enum RevocationListError: Error, Hashable, Sendable {
    /// Not a list of RFC 5280, or without `nextUpdate`.
    case unreadable
    /// It holds a critical extension: a delta, or a part of the certificates only.
    case unsupported
    /// Signed with SHA-1 or another algorithm left behind.
    case weakSignature
    /// No anchor bears the name of its issuer.
    case unknownAuthority
    /// The authority did not sign it, or may not sign lists.
    case invalidSignature
}
