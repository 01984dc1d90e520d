import Foundation
import GRDB
import HealthRecord
import Sealing

/// The lists across records made anew from the holders' files, a few records at a time.
///
/// How far it came is kept with what was done: whoever is killed in between goes on from there, and no number of records makes
/// one long transaction.
struct RegisterWork {
    let keys: ShardKeys
    let registers: Registers
    /// Records of one transaction.
    var batch = 500

    /// Does what is left of it; nothing, where all is made.
    ///
    /// - Parameter each: called for each record before its batch is committed.
    func run(in database: Database, each: (RecordID) throws -> Void = { _ in }) throws {
        try begin(in: database)
        while let after = try Self.place(in: database) {
            try database.inTransaction(.immediate) {
                try advance(after, in: database, each)
                return .commit
            }
            // The log of writes is emptied by nobody else before the service runs.
            try database.checkpoint(.passive)
        }
    }

    /// After which record it goes on; nil where nothing is left.
    static func place(in database: Database) throws -> Data? {
        try Data.fetchOne(database, sql: "SELECT after FROM register_work WHERE after IS NOT NULL")
    }

    /// A database of before this work was kept is looked at once: lists may be missing, or lines that a kill left out.
    private func begin(in database: Database) throws {
        guard try Bool.fetchOne(database, sql: "SELECT EXISTS (SELECT 1 FROM register_work)") == false else { return }
        try database.execute(
            sql: """
                INSERT INTO register_work (id, after) SELECT 1, CASE WHEN
                    (EXISTS (SELECT 1 FROM trait) OR NOT EXISTS (SELECT 1 FROM record))
                    AND NOT EXISTS (SELECT 1 FROM standing WHERE line_ct IS NULL) THEN NULL ELSE x'' END
                """
        )
    }

    private func advance(_ after: Data, in database: Database, _ each: (RecordID) throws -> Void) throws {
        let rows = try Row.fetchAll(
            database,
            sql: "SELECT * FROM record WHERE record_id > ? ORDER BY record_id LIMIT ?",
            arguments: [after, batch]
        )
        var last: Data?
        for row in rows {
            let id: Data = row["record_id"]
            let record = try RecordID(bytes: [UInt8](id)).orFault
            try registers.bring(
                try RecordContext(row, record: record, keys: keys, database: database),
                in: database
            )
            try each(record)
            last = id
        }
        let next = rows.count < batch ? nil : last
        try database.execute(sql: "UPDATE register_work SET after = ?", arguments: [next])
    }
}
