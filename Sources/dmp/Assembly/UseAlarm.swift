import Custody
import Logging
import ServerKit

/// Tells whoever watches the service of a use that somebody should look at: a line in the log and a number in `/metrics` for
/// each; whose it is, and of whose record, nothing.
struct UseAlarm: Sendable {
    private static let name = "unusual_uses_total"

    private let metrics: MetricsRegistry
    private let log: EventLog

    init(metrics: MetricsRegistry, log: EventLog) {
        self.metrics = metrics
        self.log = log
        // A rise from nothing is only seen where the nothing was.
        for use in UnusualUse.allCases { metrics.count(Self.name, [("what", use.rawValue)], by: 0) }
    }

    /// Notes one.
    func note(_ use: UnusualUse) {
        metrics.count(Self.name, [("what", use.rawValue)])
        log.record(UseEvent(use))
    }
}

/// What somebody should look at.
enum UseEvent: String, EventCode {
    case manyEmergencies, quotaExceeded

    init(_ use: UnusualUse) {
        switch use {
        case .manyEmergencies: self = .manyEmergencies
        case .quotaExceeded: self = .quotaExceeded
        }
    }

    var level: Logger.Level { .warning }
}
