import Custody
import Logging
import ServerKit

/// Tells whoever watches the service that the law wants somebody told of an incident: numbers in `/metrics`, a line in the
/// log for each term that has passed; of what happened, nothing.
struct IncidentAlarm: Sendable {
    let custodian: Custodian
    let metrics: MetricsRegistry
    let log: EventLog

    /// One look.
    func look() async {
        guard let standing = try? await custodian.watchIncidents() else {
            metrics.show(1, as: "incident_looks_failed", [])
            return log.record(IncidentEvent.lookFailed)
        }
        metrics.show(0, as: "incident_looks_failed", [])
        for duty in IncidentDuty.allCases {
            let label = [("duty", duty.rawValue)]
            metrics.show(standing.open[duty] ?? 0, as: "incident_duties_open", label)
            metrics.show(standing.overdue[duty] ?? 0, as: "incident_duties_overdue", label)
        }
        for duty in standing.alarms { log.record(IncidentEvent(duty)) }
    }
}

/// What time brings to the register of incidents: somebody should have been told by now.
enum IncidentEvent: String, EventCode {
    case authorityOverdue, stateOverdue, personsOverdue, lookFailed

    init(_ duty: IncidentDuty) {
        switch duty {
        case .authority: self = .authorityOverdue
        case .state: self = .stateOverdue
        case .persons: self = .personsOverdue
        }
    }

    var level: Logger.Level { .error }
}
