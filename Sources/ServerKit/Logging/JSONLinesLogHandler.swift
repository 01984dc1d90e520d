public import Logging

/// Takes what the libraries below say through swift-log: that they spoke, where in their source and how gravely.
///
/// Their words and their metadata are not kept: an error text of a library may quote what a client sent.
public struct JSONLinesLogHandler: LogHandler {
    static let requestKey = "request.id"

    private let log: EventLog
    /// Kept for the request's name alone.
    public var metadata: Logger.Metadata = [:]
    /// Messages below this level are not written.
    public var logLevel: Logger.Level

    /// A handler that writes into the event log.
    public init(log: EventLog, level: Logger.Level = .warning) {
        self.log = log
        logLevel = level
    }

    /// A member of the metadata.
    public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    /// Writes that a library spoke.
    public func log(event: LogEvent) {
        let request = metadata[Self.requestKey].flatMap { OpaqueID($0.description) }
        log.write(
            ServerEvent.libraryMessage.rawValue,
            event.level,
            request: request?.description,
            [("source", JSONText.quoted(event.source)), ("line", String(event.line))]
        )
    }
}
