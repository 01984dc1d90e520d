internal import HealthRecord
internal import SwiftASN1
@_spi(FixedExpiryValidationTime) internal import X509

/// Builds the chain of a certificate to the anchors at a given moment (RFC 5280 § 6.1).
struct ChainCheck: Sendable {
    let anchors: TrustAnchors
    private let roots: CertificateStore
    private let intermediates: CertificateStore

    init(_ anchors: TrustAnchors) {
        self.anchors = anchors
        roots = CertificateStore(anchors.roots)
        intermediates = CertificateStore(anchors.intermediates)
    }

    /// The chain from the certificate to its root.
    func chain(of certificate: CareCertificate, at now: Instant) async throws(CertificateRefusal) -> [Certificate] {
        let leaf = certificate.x509
        guard ProfilePolicy.isAccepted(leaf.signatureAlgorithm) else { throw .weakSignature }
        var verifier = Verifier(rootCertificates: roots) {
            RFC5280Policy(fixedExpiryValidationTime: now.foundationDate)
            ProfilePolicy()
        }
        switch await verifier.validate(leaf: leaf, intermediates: intermediates) {
        case .validCertificate(let chain):
            guard let issuer = chain.dropFirst().first, chain.count > 2 else { throw .unknownAuthority }
            guard anchors.branches[issuer.subject] == certificate.use.branch else { throw .wrongBranch }
            return Array(chain)
        case .couldNotValidate:
            throw reason(certificate, at: now)
        }
    }

    /// The library's reasons are texts that quote certificates: ours is found again from the facts.
    private func reason(_ certificate: CareCertificate, at now: Instant) -> CertificateRefusal {
        let leaf = certificate.x509
        let isSigned = anchors.intermediates.contains {
            $0.subject == leaf.issuer && $0.publicKey.isValidSignature(leaf.signature, for: leaf)
        }
        guard isSigned else { return .unknownAuthority }
        if now < certificate.notBefore { return .notYetValid }
        if now > certificate.notAfter { return .expired }
        return .invalidAuthority
    }
}
