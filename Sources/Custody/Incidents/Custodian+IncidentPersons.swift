import Foundation
import GRDB
public import HealthRecord
import Sealing

/// Telling those whose records an incident touched (GDPR article 34).
extension Custodian {
    /// Writes into the history of each record what happened, in plain words, and sends its holder a message that says that
    /// there is something to read; a record that has it already is passed over.
    ///
    /// - Parameter words: what happened, what may come of it, what is done, whom to ask (art. 34(2)).
    /// - Throws: `recordMismatch` where one of the matricules has no record: then nobody is told; `conflict("unknown")`.
    public func tellOfIncident(
        _ id: UniqueID,
        to people: [QualifiedINS],
        words: String
    ) async throws(CustodyError) {
        var records: [RecordID] = []
        for ins in people {
            let record = try await record(of: ins)
            if !records.contains(record) { records.append(record) }
        }
        let concerned = records
        _ = try await ledger.commit { transaction in
            guard try self.incident(id, in: transaction.database) != nil else {
                throw CustodyError.conflict("unknown")
            }
            for record in concerned {
                try transaction.database.execute(
                    sql: "INSERT OR IGNORE INTO incident_person (incident_id, record_id) VALUES (?, ?)",
                    arguments: [Data(id.bytes), Data(record.bytes)]
                )
                guard transaction.database.changesCount == 1 else { continue }
                guard var context = try transaction.context(of: record) else { throw CustodyError.recordMismatch }
                var draft = self.systemDraft(.tellIncident, "operator", "incident.told", context)
                draft.details = ["incident": id.text, TraceEvent.wordsKey: words]
                _ = try transaction.append(draft, to: &context)
                // Nobody writes to the dead; the heirs read it in the history.
                if case .closed(_, .death) = context.policy.state { continue }
                let told = self.notices(.incident(at: transaction.now), to: context.file, at: transaction.now)
                for notice in told { try transaction.keepNews(News(notice), of: record) }
            }
        }
    }
}
