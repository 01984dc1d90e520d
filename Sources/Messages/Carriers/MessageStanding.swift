public import HealthRecord

/// How each way of messages goes, by its last tries.
public struct MessageStanding: Hashable, Sendable {
    /// Failures in a row that make a way a failing one: more than the tries of one message, which one person's address may fail.
    public static let failuresInARow = RetryPlan().attempts + 1

    private var failures: [ContactKind: Int] = [:]
    private var lastFault: [ContactKind: MessageFault] = [:]

    /// Before the first try.
    public init() {}

    /// Counts a try in.
    ///
    /// An address that is malformed says nothing of the way, and a way that the operator left out is none that fails.
    public mutating func note(_ attempt: MessageAttempt) {
        guard let fault = attempt.error?.fault else {
            failures[attempt.kind] = nil
            lastFault[attempt.kind] = nil
            return
        }
        guard fault != .addressUnusable, fault != .noCarrier else { return }
        failures[attempt.kind, default: 0] += 1
        lastFault[attempt.kind] = fault
    }

    /// The ways whose last tries all failed, with the last reason.
    public var failing: [ContactKind: MessageFault] {
        lastFault.filter { failures[$0.key, default: 0] >= Self.failuresInARow }
    }
}
