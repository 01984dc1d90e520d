internal import Crypto
public import HealthRecord
internal import Synchronization
internal import X509

/// Holds certificates against the anchors, the clock it is given, the revocation lists and the deployment's domain.
///
/// A connection that resumes a TLS session brings a certificate that nobody has checked: every request is checked here.
public final class CertificateVerifier: Sendable {
    /// How long a verdict serves again, in seconds.
    public static let cacheLifetime: Int64 = 300

    /// Which people this deployment serves.
    public let domain: IdentityDomain
    private let chains: ChainCheck
    private let policy: RevocationPolicy
    private let state: Mutex<State>

    private struct State {
        var lists: RevocationLists
        var cache: VerificationCache
        var generation = 0
    }

    /// Joins what verification needs.
    public init(
        anchors: TrustAnchors,
        domain: IdentityDomain,
        revocation policy: RevocationPolicy,
        lists: RevocationLists = RevocationLists(),
        cacheLifetime: Int64 = CertificateVerifier.cacheLifetime
    ) {
        chains = ChainCheck(anchors)
        self.domain = domain
        self.policy = policy
        state = Mutex(State(lists: lists, cache: VerificationCache(lifetime: cacheLifetime)))
    }

    /// Takes newer revocation lists and forgets every verdict.
    public func replace(lists: RevocationLists) {
        state.withLock { state in
            state.lists = lists
            state.cache.removeAll()
            state.generation += 1
        }
    }

    /// Verifies a certificate for one of the uses named.
    public func verify(
        der: [UInt8],
        for uses: Set<CertificateUse>,
        at now: Instant
    ) async throws(CertificateRefusal) -> VerifiedCertificate {
        let fingerprint = Array(SHA256.hash(data: der))
        let (known, lists, generation) = state.withLock { state in
            (state.cache.entry(fingerprint, at: now), state.lists, state.generation)
        }
        if let known {
            guard uses.contains(known.certificate.use) else { throw .wrongUse(known.certificate.use) }
            return known
        }
        let certificate: CareCertificate
        do throws(CareCertificateError) {
            certificate = try CareCertificate(der: der)
        } catch {
            throw .profile(error)
        }
        guard certificate.category.domain == domain else { throw .wrongDomain }
        let chain = try await chains.chain(of: certificate, at: now)
        // Anybody may have the keys of a test authority: without the TEST bit its cards are worth no more.
        guard domain != .production || !chain.contains(where: { $0.subject.testName != nil }) else {
            throw .wrongDomain
        }
        guard uses.contains(certificate.use) else { throw .wrongUse(certificate.use) }
        let standing = try lists.standing(of: chain, at: now, policy: policy)
        let verified = VerifiedCertificate(certificate: certificate, verifiedAt: now, revocation: standing)
        state.withLock { state in
            // Lists may have been replaced while the chain was built.
            if state.generation == generation { state.cache.insert(verified, at: now) }
        }
        return verified
    }
}
