public import HealthRecord

/// What was established of the signature over a lot.
///
/// Only `LotVerifier` makes one.
public struct VerifiedLot: Sendable {
    /// Age beyond which a signature is remarked upon, in seconds.
    public static let remarkableAge: Int64 = 24 * 3600

    /// What is kept with each document.
    public let standing: SignatureStanding
    /// The signer's certificate.
    public let signer: VerifiedCertificate
    /// When he says that he signed.
    public let signingTime: Instant
    /// Whether he signed long before he sent.
    public let isOld: Bool
    /// The URIs of the algorithms used: signature, then digests.
    public let algorithms: [String]
}
