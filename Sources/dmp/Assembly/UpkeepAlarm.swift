import Logging
import RecordService
import ServerKit

/// Tells whoever watches the service what its upkeep could not do: numbers in `/metrics`, and a line in the log when something
/// begins to fail.
struct UpkeepAlarm: Sendable {
    let metrics: MetricsRegistry
    let log: EventLog
    private var failing: Set<UpkeepReport.Part> = []
    private var tasksLeft = 0

    init(metrics: MetricsRegistry, log: EventLog) {
        self.metrics = metrics
        self.log = log
    }

    /// Tells of one round.
    mutating func tell(_ report: UpkeepReport) {
        for part in UpkeepReport.Part.allCases {
            metrics.show(report.failed.contains(part) ? 1 : 0, as: "upkeep_failing", [("part", part.rawValue)])
            if report.failed.contains(part), !failing.contains(part) { log.record(UpkeepEvent(part)) }
        }
        failing = report.failed
        guard let left = report.tasksLeft else { return }
        metrics.show(left, as: "calendar_tasks_left", [])
        if left > tasksLeft { log.record(UpkeepEvent.calendarTasksLeft) }
        tasksLeft = left
    }
}

/// What the upkeep could not do.
enum UpkeepEvent: String, EventCode {
    case worksFailed, calendarFailed, quotasFailed, logFailed, keysFailed, calendarTasksLeft

    init(_ part: UpkeepReport.Part) {
        switch part {
        case .works: self = .worksFailed
        case .calendar: self = .calendarFailed
        case .quotas: self = .quotasFailed
        case .log: self = .logFailed
        case .keys: self = .keysFailed
        }
    }

    var level: Logger.Level { .error }
}
