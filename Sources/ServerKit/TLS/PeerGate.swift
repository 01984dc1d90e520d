import Synchronization

/// Remembers, for a short time, which certificates the verifier has accepted.
///
/// A resumed TLS session runs no verification: its certificate comes from the ticket. So the gate is asked twice: in the
/// handshake, always by the verifier itself, and for each request, where a recent acceptance of the same certificate is
/// enough. Refusals are never remembered: a certificate can be shown by somebody who does not hold its key.
public final class PeerGate: Sendable {
    private struct Acceptance: Sendable {
        var presented: [[UInt8]]
        var path: [[UInt8]]
        var at: UInt64
    }

    private let verify: PeerVerifier
    private let freshness: UInt64
    private let now: @Sendable () -> UInt64
    private let acceptances: Mutex<GenerationCache<[UInt8], Acceptance>>

    /// A gate over a verifier.
    ///
    /// - Parameters:
    ///   - clock: tells how old an acceptance is.
    ///   - freshnessSeconds: how long an acceptance holds for further requests and resumed sessions.
    ///   - capacity: how many certificates are remembered (up to twice as many for a while).
    ///   - verify: decides on a chain.
    public init(
        clock: ServerClock,
        freshnessSeconds: UInt32 = 60,
        capacity: Int = 1024,
        verify: @escaping PeerVerifier
    ) {
        self.verify = verify
        freshness = UInt64(freshnessSeconds) * 1_000_000_000
        now = clock.monotonicNanoseconds
        acceptances = Mutex(GenerationCache(capacity: capacity))
    }

    /// Decides on a chain as the peer shows it, leaf first: always asks the verifier.
    public func admit(presented: [[UInt8]]) async -> PeerVerdict {
        guard let leaf = presented.first else { return .refused(.missing) }
        let verdict = await verify(presented)
        let key = PeerIdentity.fingerprint(of: leaf)
        acceptances.withLock { cache in
            switch verdict {
            case .accepted(let path):
                cache.insert(Acceptance(presented: presented, path: path, at: now()), for: key)
            case .refused:
                break
            }
        }
        return verdict
    }

    /// Decides on the certificate of an established connection, for one request.
    ///
    /// A recent acceptance stands; an older one is verified again with the chain shown then, since a resumed session
    /// gives the leaf alone.
    public func recheck(leaf: [UInt8]) async -> PeerVerdict {
        let known = acceptances.withLock { $0.value(for: PeerIdentity.fingerprint(of: leaf)) }
        guard let known else { return await admit(presented: [leaf]) }
        let age = now().subtractingReportingOverflow(known.at)
        if !age.overflow, age.partialValue < freshness { return .accepted(path: known.path) }
        return await admit(presented: known.presented)
    }

    /// Forgets every acceptance: after a new revocation list, say.
    public func forgetAll() { acceptances.withLock { $0.removeAll() } }
}
