import Foundation
import GRDB
import HealthRecord

/// How the register of incidents stands: numbers and duties, nothing of what happened.
public struct IncidentStanding: Sendable, Hashable {
    /// How many times somebody is still to be told, duty by duty.
    public let open: [IncidentDuty: Int]
    /// How many times somebody should have been told by now.
    public let overdue: [IncidentDuty: Int]
    /// What has become overdue since the last look, once each.
    public let alarms: [IncidentDuty]
}

extension Custodian {
    /// Looks what time has brought to the register, and marks what became overdue, so that it is told once.
    public func watchIncidents() async throws(CustodyError) -> IncidentStanding {
        let now = clock()
        let kept = try await ledger.read { database in
            try Row.fetchAll(
                database,
                sql: Self.incidentRows + " WHERE authority IS NULL OR state IS NULL OR persons IS NULL"
            ).map { row in
                (
                    try self.incident(row, in: database),
                    (row["alarmed"] as String).split(separator: " ").map(String.init)
                )
            }
        }
        var (open, overdue): ([IncidentDuty: Int], [IncidentDuty: Int]) = ([:], [:])
        var alarms: [IncidentDuty] = []
        for (incident, alarmed) in kept {
            for duty in incident.open { open[duty, default: 0] += 1 }
            let late = incident.overdue(at: now)
            for duty in late { overdue[duty, default: 0] += 1 }
            let fresh = late.filter { !alarmed.contains($0.rawValue) }
            guard !fresh.isEmpty else { continue }
            let marks = (alarmed + fresh.map(\.rawValue)).joined(separator: " ")
            _ = try await ledger.commit { transaction in
                try transaction.database.execute(
                    sql: "UPDATE incident SET alarmed = ? WHERE incident_id = ?",
                    arguments: [marks, Data(incident.id.bytes)]
                )
            }
            alarms += fresh
        }
        return IncidentStanding(open: open, overdue: overdue, alarms: alarms)
    }
}
