internal import SwiftASN1
internal import X509

/// A certificate and its private key, for rehearsals only.
public struct SampleCredential: Sendable {
    let certificate: Certificate
    let key: Certificate.PrivateKey

    /// The certificate in DER.
    public let der: [UInt8]
    /// The certificate in PEM.
    public let certificatePEM: String
    /// The private key in PEM, not encrypted.
    public let privateKeyPEM: String
    /// Signs with the key.
    let signing: SigningKey

    init(_ certificate: Certificate, key: Certificate.PrivateKey) throws(SamplePKIError) {
        guard let document = try? certificate.serializeAsPEM(), let keyDocument = try? key.serializeAsPEM() else {
            throw .notMade
        }
        self.certificate = certificate
        self.key = key
        der = document.derBytes
        certificatePEM = document.pemString + "\n"
        privateKeyPEM = keyDocument.pemString + "\n"
        signing = SigningKey(privateKeyPEM)
    }

    /// Reads both back; nil when they do not belong together.
    public init?(certificatePEM: String, privateKeyPEM: String) {
        guard let certificate = try? Certificate(pemEncoded: certificatePEM),
            let key = try? Certificate.PrivateKey(pemEncoded: privateKeyPEM), key.publicKey == certificate.publicKey,
            let made = try? SampleCredential(certificate, key: key)
        else { return nil }
        self = made
    }

    /// The subject as assertions write it (RFC 4514).
    public var subjectText: String { "\(certificate.subject)" }

    /// Serial number, big-endian.
    public var serialNumber: [UInt8] { Array(certificate.serialNumber.bytes) }

    /// Whether the key is RSA: which signature algorithm fits.
    public var isRSA: Bool { algorithm == .sha256WithRSAEncryption }
}

/// The two credentials of a card, or of a structure.
public struct SamplePair: Sendable {
    /// Opens connections.
    public let authentication: SampleCredential
    /// Signs assertions and lots.
    public let signature: SampleCredential

    /// Joins both.
    public init(authentication: SampleCredential, signature: SampleCredential) {
        self.authentication = authentication
        self.signature = signature
    }
}
