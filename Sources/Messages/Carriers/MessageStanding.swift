public import HealthRecord

/// How each way of messages goes, by its last tries.
public struct MessageStanding: Hashable, Sendable {
    /// Failures in a row that make a way a failing one; fewer may be one person's address.
    public static let failuresInARow = 3

    private var failures: [ContactKind: Int] = [:]
    private var lastFault: [ContactKind: MessageFault] = [:]

    /// Before the first try.
    public init() {}

    /// Counts a try in.
    ///
    /// An address that is malformed says nothing of the way.
    public mutating func note(_ attempt: MessageAttempt) {
        guard let fault = attempt.error?.fault else {
            failures[attempt.kind] = nil
            lastFault[attempt.kind] = nil
            return
        }
        guard fault != .addressUnusable else { return }
        failures[attempt.kind, default: 0] += 1
        lastFault[attempt.kind] = fault
    }

    /// The ways whose last tries all failed, with the last reason.
    public var failing: [ContactKind: MessageFault] {
        lastFault.filter { failures[$0.key, default: 0] >= Self.failuresInARow }
    }
}
