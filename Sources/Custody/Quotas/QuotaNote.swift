import DurableSQL
import Foundation
import GRDB
import HealthRecord
import Sealing

/// Something that was counted, as the table keeps it for a day: whoever looks into too many records gains nothing by a restart.
///
/// Actors and records stand in it under blind tags.
struct QuotaNote: Hashable, Sendable {
    /// What was counted.
    enum Kind: String, Sendable {
        /// A record that was looked up for the first time within a day.
        case lookup
        /// The wait that a walk along the register costs; its moment is the end of it.
        case walk
        /// A question to a register, with the persons that it showed.
        case search
        /// A proof of presence asked for one matricule.
        case presence
    }

    let kind: Kind
    /// Whose count it is: an actor's under what he does, a matricule's for a proof of presence.
    let key: BlindTag
    /// The record of a lookup; nil for all else.
    var record: BlindTag?
    let at: Instant
    /// How much it counts.
    var weight = 1
}

extension QuotaNote {
    /// What of the last day the table holds, in the order of time.
    static func all(in database: DurableDatabase<CustodyError>, now: Instant) throws -> [QuotaNote] {
        let since = now.advanced(bySeconds: -LookupWindow.day).milliseconds
        return try database.read { database in
            try Row.fetchAll(database, sql: "SELECT * FROM quota_note WHERE at > ? ORDER BY at", arguments: [since])
                .compactMap(QuotaNote.init)
        }
    }

    private init?(_ row: Row) {
        guard let kind = Kind(rawValue: row["kind"] as String), let key = BlindTag(bytes: [UInt8](row["key"] as Data))
        else { return nil }
        self.kind = kind
        self.key = key
        record = (row["record"] as Data?).flatMap { BlindTag(bytes: [UInt8]($0)) }
        at = Instant(milliseconds: row["at"] as Int64)
        weight = row["weight"] as Int
    }

    func keep(in database: Database) throws {
        try database.execute(
            sql: "INSERT INTO quota_note (kind, key, record, at, weight) VALUES (?, ?, ?, ?, ?)",
            arguments: [kind.rawValue, Data(key.bytes), record.map { Data($0.bytes) }, at.milliseconds, weight]
        )
    }

    /// Lets go of what no longer counts.
    static func forget(in database: Database, now: Instant) throws {
        try database.execute(
            sql: "DELETE FROM quota_note WHERE at <= ?",
            arguments: [now.advanced(bySeconds: -LookupWindow.day).milliseconds]
        )
    }
}
