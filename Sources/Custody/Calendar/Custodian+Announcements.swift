import AccessRules
import Foundation
import GRDB
import HealthRecord
import Sealing

extension Custodian {
    /// Puts what its author hides from the patient on the calendar, and takes what has been shown off it (R1111-53).
    func putOnCalendar(
        _ entry: DocumentEntry,
        isNew: Bool,
        _ context: RecordContext,
        _ transaction: inout CustodyTransaction
    ) throws {
        let record = Data(context.record.bytes)
        let waits = entry.visibility.contains(.hiddenFromPatient) && entry.status != .deleted && !entry.isLotSignature
        guard waits else {
            try transaction.database.execute(
                sql: "DELETE FROM due WHERE record_id = ? AND ref = ? AND kind IN ('announce', 'release')",
                arguments: [record, Data(entry.id.bytes)]
            )
            return
        }
        guard let set = rules.policySets[context.policy.policySet] else { return }
        for (kind, key) in [(DueKind.announce, AccessRules.PolicyKey.announceAfter), (.release, .releaseAfter)] {
            // The patient is told once.
            guard isNew || kind == .release, let term = set.period(key) else { continue }
            try transaction.database.execute(
                sql: "INSERT OR IGNORE INTO due (record_id, kind, ref, at) VALUES (?, ?, ?, ?)",
                arguments: [
                    record, kind.rawValue, Data(entry.id.bytes),
                    term.end(from: entry.depositedAt.date).midnight.milliseconds,
                ]
            )
        }
    }
}
