import Custody
import Logging
import ServerKit

/// Tells whoever watches the service of news that reached nobody: a line in the log and a number in `/metrics` for each; of
/// what they told, and whom, nothing.
struct NewsAlarm: Sendable {
    private static let name = "news_lost_total"

    private let metrics: MetricsRegistry
    private let log: EventLog

    init(metrics: MetricsRegistry, log: EventLog) {
        self.metrics = metrics
        self.log = log
        // A rise from nothing is only seen where the nothing was.
        for loss in NewsLoss.allCases { metrics.count(Self.name, [("why", loss.rawValue)], by: 0) }
    }

    /// Notes one.
    func note(_ loss: NewsLoss) {
        metrics.count(Self.name, [("why", loss.rawValue)])
        log.record(NewsEvent(loss))
    }
}

/// What reached nobody.
enum NewsEvent: String, EventCode {
    case newsGivenUp, newsWithheld

    init(_ loss: NewsLoss) {
        switch loss {
        case .givenUp: self = .newsGivenUp
        case .withheld: self = .newsWithheld
        }
    }

    var level: Logger.Level {
        switch self {
        case .newsGivenUp: .error
        // Nothing failed: nobody was to be told any more.
        case .newsWithheld: .notice
        }
    }
}
