public import HealthRecord
public import Wording

/// How often and after what pauses a carrier is tried again.
public struct RetryPlan: Hashable, Sendable {
    /// Tries in all, 1 to 10.
    public let attempts: Int
    /// Pause after the first failure; it doubles at each one.
    public let firstPause: Duration

    /// A plan; the count is brought between 1 and 10.
    public init(attempts: Int = 3, firstPause: Duration = .milliseconds(500)) {
        self.attempts = min(max(attempts, 1), 10)
        self.firstPause = firstPause
    }

    /// The pause after so many failures.
    public func pause(after failures: Int) -> Duration {
        firstPause * (1 << min(max(failures - 1, 0), 10))
    }
}

/// Gives each notice to the carrier of its way, and tries again when the fault may pass.
public struct MessageRouter: MessageCarrier {
    private let carriers: [ContactKind: any MessageCarrier]
    private let plan: RetryPlan
    private let pause: @Sendable (Duration) async throws -> Void
    private let observe: @Sendable (MessageAttempt) -> Void

    /// A router.
    ///
    /// - Parameters:
    ///   - pause: waits; a test gives one that does not.
    ///   - observe: told of each try, for logs and counters.
    public init(
        _ carriers: [ContactKind: any MessageCarrier],
        plan: RetryPlan = RetryPlan(),
        pause: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) },
        observe: @escaping @Sendable (MessageAttempt) -> Void = { _ in }
    ) {
        self.carriers = carriers
        self.plan = plan
        self.pause = pause
        self.observe = observe
    }

    /// The ways that this deployment serves.
    public var kinds: Set<ContactKind> { Set(carriers.keys) }

    /// Hands the message to the carrier of its way, and tries again what may pass a little later.
    public func carry(_ notice: OutgoingNotice, in language: Language) async throws(MessageError) {
        let kind = notice.channel.kind
        guard let carrier = carriers[kind] else {
            observe(MessageAttempt(kind, .noCarrier(kind)))
            throw .noCarrier(kind)
        }
        for attempt in 1...plan.attempts {
            do {
                try await carrier.carry(notice, in: language)
                observe(MessageAttempt(kind, nil))
                return
            } catch {
                observe(MessageAttempt(kind, error))
                guard error.isTransient else { throw error }
                guard attempt < plan.attempts else { break }
                do { try await pause(plan.pause(after: attempt)) } catch { throw .exhausted(kind, attempts: attempt) }
            }
        }
        throw .exhausted(kind, attempts: plan.attempts)
    }
}
