/// Where a door gets its time from: the executable gives the real one, tests their own.
public struct ServerClock: Sendable {
    /// Milliseconds since 1970-01-01T00:00:00Z, for logs.
    public let wallMilliseconds: @Sendable () -> Int64
    /// Nanoseconds from any fixed point, never going back, for durations.
    public let monotonicNanoseconds: @Sendable () -> UInt64
    /// Waits for a duration; throws when the task is cancelled.
    public let sleep: @Sendable (Duration) async throws -> Void

    /// A clock from its three hands.
    public init(
        wallMilliseconds: @escaping @Sendable () -> Int64,
        monotonicNanoseconds: @escaping @Sendable () -> UInt64,
        sleep: @escaping @Sendable (Duration) async throws -> Void
    ) {
        self.wallMilliseconds = wallMilliseconds
        self.monotonicNanoseconds = monotonicNanoseconds
        self.sleep = sleep
    }
}
