import Foundation
import GRDB
import HealthRecord
import Sealing

/// When epochs of the keys began, and what stands under each; an epoch is noted here before its root key is made.
struct EpochBook {
    let database: Database

    var began: [KeyEpoch: Instant] {
        get throws {
            var began: [KeyEpoch: Instant] = [:]
            for row in try Row.fetchAll(database, sql: "SELECT epoch, began FROM key_epoch") {
                began[try KeyEpoch(row: row["epoch"])] = Instant(milliseconds: row["began"])
            }
            return began
        }
    }

    var newest: KeyEpoch? {
        get throws {
            try Int64.fetchOne(database, sql: "SELECT max(epoch) FROM key_epoch").map { try KeyEpoch(row: $0) }
        }
    }

    /// Whether an epoch began, or is to begin, on this order.
    func has(_ order: UniqueID) throws -> Bool {
        try Bool.fetchOne(
            database,
            sql: "SELECT EXISTS (SELECT 1 FROM key_epoch WHERE ordered = ?)",
            arguments: [Data(order.bytes)]
        ) == true
    }

    /// Notes an epoch; one that is noted already, and on no order yet, takes this one.
    func note(_ epoch: KeyEpoch, at now: Instant, order: UniqueID? = nil) throws {
        try database.execute(
            sql: """
                INSERT INTO key_epoch (epoch, began, ordered) VALUES (?, ?, ?)
                ON CONFLICT (epoch) DO UPDATE SET ordered = COALESCE(ordered, excluded.ordered)
                """,
            arguments: [Int64(epoch.number), now.milliseconds, order.map { Data($0.bytes) }]
        )
    }

    func move(_ epoch: KeyEpoch, to now: Instant) throws {
        try database.execute(
            sql: "UPDATE key_epoch SET began = ? WHERE epoch = ?",
            arguments: [now.milliseconds, Int64(epoch.number)]
        )
    }

    /// Whether anything stands under an older epoch.
    func hasAny(before current: KeyEpoch) throws -> Bool {
        try KeyTables.allCases.contains { table in
            try Bool.fetchOne(
                database,
                sql: "SELECT EXISTS (SELECT 1 FROM \(table.rawValue) WHERE epoch < ?)",
                arguments: [Int64(current.number)]
            ) == true
        }
    }

    /// The epochs of which there is something: a root key, shard keys, a note.
    func known(with held: Set<KeyEpoch>) throws -> Set<KeyEpoch> {
        var known = held
        // Of shard keys the oldest are enough: what is newer comes once those are gone.
        for sql in ["SELECT epoch FROM key_epoch", "SELECT min(epoch) FROM shard_key"] {
            for epoch in try Int64?.fetchAll(database, sql: sql).compactMap(\.self) {
                known.insert(try KeyEpoch(row: epoch))
            }
        }
        return known
    }

    /// Deletes the shard keys of an epoch under which nothing stands; answers whether nothing does.
    ///
    /// The tables overwrite what they delete.
    func empty(_ epoch: KeyEpoch) throws -> Bool {
        for table in KeyTables.allCases {
            let isUsed = try Bool.fetchOne(
                database,
                sql: "SELECT EXISTS (SELECT 1 FROM \(table.rawValue) WHERE epoch = ?)",
                arguments: [Int64(epoch.number)]
            )
            guard isUsed == false else { return false }
        }
        try database.execute(sql: "DELETE FROM shard_key WHERE epoch = ?", arguments: [Int64(epoch.number)])
        return true
    }

    func forget(_ epoch: KeyEpoch) throws {
        try database.execute(sql: "DELETE FROM key_epoch WHERE epoch = ?", arguments: [Int64(epoch.number)])
    }

    /// What stands under older epochs, and all where anything does.
    func count(
        before current: KeyEpoch
    ) throws -> (began: [KeyEpoch: Instant], records: Int, left: [UInt32: Int]) {
        var (records, left) = (0, [UInt32: Int]())
        for table in KeyTables.allCases {
            let rows = try Row.fetchAll(
                database,
                sql: "SELECT epoch, count(*) AS rows FROM \(table.rawValue) WHERE epoch < ? GROUP BY epoch",
                arguments: [Int64(current.number)]
            )
            for row in rows { left[try KeyEpoch(row: row["epoch"]).number, default: 0] += row["rows"] as Int }
        }
        if !left.isEmpty {
            for table in KeyTables.allCases {
                records += try Int.fetchOne(database, sql: "SELECT count(*) FROM \(table.rawValue)") ?? 0
            }
        }
        return (try began, records, left)
    }
}
