import Foundation
import GRDB
public import HealthRecord
import Sealing

/// The register of incidents: what happened to the data, whom the law wants told of it, and since when they are
/// (GDPR article 33 and 34; CSP L1111-8-2; security design § 2.16).
extension Custodian {
    /// The most lines of one look, the newest first.
    public static let incidentLook = 200

    /// Declares an incident under the name of the order that does; declared again under it, nothing is done twice.
    ///
    /// - Throws: `conflict("known")` where it is to be known only later.
    public func declareIncident(_ facts: IncidentFacts, as id: UniqueID) async throws(CustodyError) {
        _ = try await ledger.commit { transaction in
            guard facts.known <= transaction.now else { throw CustodyError.conflict("known") }
            try transaction.database.execute(
                sql: "INSERT OR IGNORE INTO incident (incident_id, declared, facts_ct) VALUES (?, ?, ?)",
                arguments: [
                    Data(id.bytes), transaction.now.milliseconds, Data(try self.sealLoose(facts, id: id)),
                ]
            )
        }
    }

    /// Notes that somebody was told, once.
    ///
    /// - Throws: `conflict` with `unknown` for no such incident, `unchanged` where it was noted before.
    public func noteTold(_ duty: IncidentDuty, of id: UniqueID) async throws(CustodyError) {
        _ = try await ledger.commit { transaction in
            guard let incident = try self.incident(id, in: transaction.database) else {
                throw CustodyError.conflict("unknown")
            }
            guard incident.told(duty) == nil else { throw CustodyError.conflict("unchanged") }
            // The column is the duty's own word, out of a closed list.
            try transaction.database.execute(
                sql: "UPDATE incident SET \(duty.rawValue) = ? WHERE incident_id = ?",
                arguments: [transaction.now.milliseconds, Data(id.bytes)]
            )
        }
    }

    /// The register, the newest first.
    public func incidents() async throws(CustodyError) -> [Incident] {
        try await ledger.read { database in
            try Row.fetchAll(
                database,
                sql: Self.incidentRows + " ORDER BY declared DESC, incident_id LIMIT ?",
                arguments: [Self.incidentLook]
            ).map { try self.incident($0, in: database) }
        }
    }

    /// One line of it.
    func incident(_ id: UniqueID, in database: Database) throws -> Incident? {
        try Row.fetchOne(
            database,
            sql: Self.incidentRows + " WHERE incident_id = ?",
            arguments: [Data(id.bytes)]
        ).map { try incident($0, in: database) }
    }

    static let incidentRows = """
        SELECT *, (SELECT COUNT(*) FROM incident_person WHERE incident_person.incident_id = incident.incident_id) AS told
        FROM incident
        """

    func incident(_ row: Row, in database: Database) throws -> Incident {
        let id = try UniqueID(bytes: [UInt8](row["incident_id"] as Data)).orFault
        func moment(_ column: String) -> Instant? { (row[column] as Int64?).map { Instant(milliseconds: $0) } }
        return Incident(
            id: id,
            declared: Instant(milliseconds: row["declared"]),
            facts: try openLoose(IncidentFacts.self, [UInt8](row["facts_ct"] as Data), id: id),
            authority: moment("authority"),
            state: moment("state"),
            persons: moment("persons"),
            records: row["told"],
            notes: try notes(of: id, in: database)
        )
    }
}
