internal import SwiftASN1
internal import X509

/// What RFC 5280's policy leaves to the profile: authorities that may sign certificates, strong keys, no SHA-1.
struct ProfilePolicy: VerifierPolicy, Sendable {
    /// Extended key usage is read by `CertificateUse`.
    let verifyingCriticalExtensions: [ASN1ObjectIdentifier] = [.X509ExtensionID.extendedKeyUsage]

    func chainMeetsPolicyRequirements(chain: UnverifiedCertificateChain) async -> PolicyEvaluationResult {
        for (position, certificate) in chain.enumerated() {
            guard CareCertificate.isStrong(certificate.publicKey) else { return .failsToMeetPolicy(reason: "weak key") }
            // A root is believed for itself: its own signature proves nothing.
            if position < chain.count - 1, !Self.isAccepted(certificate.signatureAlgorithm) {
                return .failsToMeetPolicy(reason: "weak signature")
            }
            if position > 0, (try? certificate.extensions.keyUsage)?.keyCertSign != true {
                return .failsToMeetPolicy(reason: "authority without keyCertSign")
            }
        }
        return .meetsPolicy
    }

    static func isAccepted(_ algorithm: Certificate.SignatureAlgorithm) -> Bool {
        [
            .sha256WithRSAEncryption, .sha384WithRSAEncryption, .sha512WithRSAEncryption, .ecdsaWithSHA256,
            .ecdsaWithSHA384,
        ].contains(algorithm)
    }
}
