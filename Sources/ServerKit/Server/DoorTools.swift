public import Logging

/// What a door needs from the house: names, time, a log, counters, and the look of its refusals.
public struct DoorTools: Sendable {
    /// Gives a new name for each request and each incident; random, so that one name says nothing of the next.
    public let ids: @Sendable () -> OpaqueID
    /// The time.
    public let clock: ServerClock
    /// The event log.
    public let log: EventLog
    /// The counters.
    public let metrics: MetricsRegistry
    /// How a refusal looks on this door's wire.
    public var failures: FailureRenderer
    /// Where the libraries below write.
    public let libraryLogger: Logger

    /// The tools of a door.
    public init(
        ids: @escaping @Sendable () -> OpaqueID,
        clock: ServerClock,
        log: EventLog,
        metrics: MetricsRegistry,
        failures: FailureRenderer
    ) {
        self.ids = ids
        self.clock = clock
        self.log = log
        self.metrics = metrics
        self.failures = failures
        libraryLogger = Logger(label: "door") { _ in JSONLinesLogHandler(log: log) }
    }
}
