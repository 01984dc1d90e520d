/// The limits of one durable store.
public struct DurabilityLimits: Sendable {
    /// The most write requests in one transaction.
    public var requestsPerGroup = 256
    /// The most request bytes in one transaction, unless a single request is larger.
    public var bytesPerGroup = 16_777_216
    /// The most write requests waiting; more are refused as overloaded.
    public var queuedRequests = 4_096
    /// The connections that read while the writer writes.
    public var readers = 4
    /// The estimated bytes of log after which the writer moves it into the database file.
    public var checkpointBytes = 33_554_432

    /// The defaults.
    public init() {}
}

/// A durable step of a store, where a test may stop the process to see what remains.
public enum DurablePoint: String, CaseIterable, Sendable {
    /// A group of writes has begun its transaction.
    case groupBegun
    /// Every request of the group has run; nothing is committed yet.
    case groupExecuted
    /// The group is committed; no caller knows it yet.
    case groupCommitted
    /// The writer is about to move the log into the database file.
    case checkpointStarting
    /// The log has been moved into the database file.
    case checkpointDone
}

/// What a durable store calls outside itself.
public struct DurabilityHooks<Failure: Error>: Sendable {
    /// Called at each durable step; does nothing outside tests.
    public var reached: @Sendable (DurablePoint) -> Void
    /// Called once when the store stops writing; a server leaves with status 70 and recovers on restart.
    public var failed: @Sendable (Failure) -> Void

    /// Hooks that do nothing unless given.
    public init(
        reached: @escaping @Sendable (DurablePoint) -> Void = { _ in },
        failed: @escaping @Sendable (Failure) -> Void = { _ in }
    ) {
        self.reached = reached
        self.failed = failed
    }
}
