import Foundation
import GRDB
public import HealthRecord
import Sealing

/// Effects, remedial measures and what becomes known later, written beside an incident (GDPR article 33(4), 33(5)).
extension Custodian {
    /// The most entries beside one incident: a register is read, and a page of it has an end.
    public static let incidentNotes = 200

    /// Writes an entry beside an incident, under the name of the order that does; sent again under it, nothing is done twice.
    ///
    /// - Throws: `conflict` with `unknown` for no such incident, `full` where there are too many entries already.
    public func addToIncident(
        _ incident: UniqueID,
        _ statement: IncidentStatement,
        as id: UniqueID
    ) async throws(CustodyError) {
        _ = try await ledger.commit { transaction in
            guard try self.incident(incident, in: transaction.database) != nil else {
                throw CustodyError.conflict("unknown")
            }
            let isKept = try Bool.fetchOne(
                transaction.database,
                sql: "SELECT EXISTS (SELECT 1 FROM incident_note WHERE note_id = ?)",
                arguments: [Data(id.bytes)]
            )
            guard isKept != true else { return }
            let count = try Int.fetchOne(
                transaction.database,
                sql: "SELECT COUNT(*) FROM incident_note WHERE incident_id = ?",
                arguments: [Data(incident.bytes)]
            )
            guard (count ?? 0) < Self.incidentNotes else { throw CustodyError.conflict("full") }
            try transaction.database.execute(
                sql: "INSERT INTO incident_note (note_id, incident_id, at, note_ct) VALUES (?, ?, ?, ?)",
                arguments: [
                    Data(id.bytes), Data(incident.bytes), transaction.now.milliseconds,
                    Data(try self.sealLoose(statement, id: id)),
                ]
            )
        }
    }

    /// The entries beside an incident, in the order in which they were written.
    func notes(of incident: UniqueID, in database: Database) throws -> [IncidentNote] {
        try Row.fetchAll(
            database,
            sql: "SELECT note_id, at, note_ct FROM incident_note WHERE incident_id = ? ORDER BY at, place",
            arguments: [Data(incident.bytes)]
        ).map { row in
            let id = try UniqueID(bytes: [UInt8](row["note_id"] as Data)).orFault
            return IncidentNote(
                at: Instant(milliseconds: row["at"]),
                statement: try openLoose(IncidentStatement.self, [UInt8](row["note_ct"] as Data), id: id)
            )
        }
    }
}
