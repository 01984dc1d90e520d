import Crypto

/// The certificate of the other side, checked for this request.
public struct PeerIdentity: Hashable, Sendable {
    /// The leaf certificate in DER.
    public let certificate: [UInt8]
    /// The validated path in DER, leaf first, root last.
    public let path: [[UInt8]]
    /// SHA-256 of the leaf certificate.
    public let fingerprint: [UInt8]

    /// An identity that a verification has just accepted.
    ///
    /// Outside tests, only `PeerCheck` makes one.
    public init(certificate: [UInt8], path: [[UInt8]]) {
        self.certificate = certificate
        self.path = path
        fingerprint = Self.fingerprint(of: certificate)
    }

    static func fingerprint(of certificate: [UInt8]) -> [UInt8] { Array(SHA256.hash(data: certificate)) }
}
