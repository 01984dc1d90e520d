public import HealthRecord

/// A certificate that chained to the anchors, in its validity, not revoked, of the deployment's domain, fit for a use.
///
/// Only `CertificateVerifier` makes one.
public struct VerifiedCertificate: Hashable, Sendable {
    /// The certificate.
    public let certificate: CareCertificate
    /// When it was verified.
    public let verifiedAt: Instant
    /// What was known of its revocation then.
    public let revocation: RevocationStanding

    init(certificate: CareCertificate, verifiedAt: Instant, revocation: RevocationStanding) {
        self.certificate = certificate
        self.verifiedAt = verifiedAt
        self.revocation = revocation
    }
}

/// What was known of a certificate's revocation when it was verified.
public enum RevocationStanding: String, Hashable, Sendable, Codable {
    /// A list in force does not name it.
    case clear
    /// The list had just gone out of date and the policy grants a delay: to be checked again.
    case deferred
    /// No list was at hand and the policy does not ask for one.
    case unchecked
}
