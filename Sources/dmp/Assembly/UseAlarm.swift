import Custody
import Logging
import ServerKit

/// Tells whoever watches the service of a use that somebody should look at: a line in the log and a number in `/metrics`;
/// whose it is, and of whose record, nothing.
struct UseAlarm: Sendable {
    private static let name = "unusual_uses_total"

    private let metrics: MetricsRegistry
    private let log: EventLog
    /// What is refused costs its sender nothing: a flood of it must not fill the log.
    private let refused: ThinnedLine<UseEvent>

    init(metrics: MetricsRegistry, log: EventLog) {
        self.metrics = metrics
        self.log = log
        refused = ThinnedLine(.quotaExceeded, log: log, clock: SystemClock.server)
        // A rise from nothing is only seen where the nothing was.
        for use in UnusualUse.allCases { metrics.count(Self.name, [("what", use.rawValue)], by: 0) }
    }

    /// Notes one.
    func note(_ use: UnusualUse) {
        metrics.count(Self.name, [("what", use.rawValue)])
        switch use {
        case .manyEmergencies: log.record(UseEvent.manyEmergencies)
        case .quotaExceeded: refused.record()
        }
    }

    /// Writes the line of a minute that is over.
    func keepUp() { refused.keepUp() }

    /// Writes what has no line yet.
    func end() { refused.end() }
}

/// What somebody should look at.
enum UseEvent: String, EventCode {
    case manyEmergencies, quotaExceeded

    var level: Logger.Level { .warning }
}
