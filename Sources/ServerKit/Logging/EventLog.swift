public import Logging

/// The only way into the log: events and fields of closed lists, one JSON object a line (security design §5.7).
public struct EventLog: Sendable {
    private let sink: LogSink
    private let clock: ServerClock
    /// Events below this level are not written.
    public let minimumLevel: Logger.Level

    /// A log over a sink.
    public init(sink: LogSink, clock: ServerClock, minimumLevel: Logger.Level = .info) {
        self.sink = sink
        self.clock = clock
        self.minimumLevel = minimumLevel
    }

    /// How many lines could not be written since the start.
    public var lostLines: Int { sink.lost() }

    /// Writes an event.
    public func record(_ event: some EventCode, request: OpaqueID? = nil, _ fields: EventField...) {
        record(event, request: request, fields)
    }

    func record(_ event: some EventCode, request: OpaqueID? = nil, _ fields: [EventField]) {
        write(event.rawValue, event.level, request: request?.description, fields.map(\.json))
    }

    func write(_ event: String, _ level: Logger.Level, request: String?, _ fields: [(key: String, value: String)]) {
        guard level >= minimumLevel else { return }
        var members = [
            ("time", JSONText.quoted(UTCStamp.text(milliseconds: clock.wallMilliseconds()))),
            ("level", JSONText.quoted(level.rawValue)),
            ("event", JSONText.quoted(event)),
        ]
        if let request { members.append(("request", JSONText.quoted(request))) }
        for field in fields { members.append((field.key, field.value)) }
        sink.write("{" + members.map { "\"\($0.0)\":\($0.1)" }.joined(separator: ",") + "}\n")
    }
}
