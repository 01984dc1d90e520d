import DurableSQL
import GRDB
import Sealing

extension CustodyLedger {
    /// Refuses tables that stand under a root key which the store does not hold.
    ///
    /// Older ones than the store lets be opened, or ones beside a store that is older than they: better no service than one
    /// that loses records one by one.
    func checkEpochs() throws {
        let held = Set(keys.store.epochs)
        let current = keys.store.currentEpoch
        let (used, newest) = try database.read { database in
            (try KeyTables.epochs(in: database), try KeyTables.newestShardEpoch(in: database))
        }
        if let lost = used.subtracting(held).min() {
            throw lost < current ? KeyStoreError.destroyedEpoch(lost.number) : .unknownEpoch(lost.number)
        }
        // A shard key without a record is made anew, unless its root is still to come: that would be another.
        if let newest, newest > current { throw KeyStoreError.unknownEpoch(newest.number) }
    }
}

/// What stands under shard keys: everything that has to be wrapped anew when an epoch turns.
enum KeyTables: String, CaseIterable, Sendable {
    /// Records.
    case record
    /// Records to be.
    case opening

    /// The column that names a row.
    var name: String {
        switch self {
        case .record: "record_id"
        case .opening: "tag"
        }
    }

    /// Under which epochs anything stands.
    ///
    /// The index is asked from one epoch to the next, so that no number of records makes it long.
    static func epochs(in database: Database) throws -> Set<KeyEpoch> {
        var found: Set<KeyEpoch> = []
        for table in allCases {
            var next = try Int64.fetchOne(database, sql: "SELECT min(epoch) FROM \(table.rawValue)")
            while let epoch = next {
                found.insert(try KeyEpoch(row: epoch))
                next = try Int64.fetchOne(
                    database,
                    sql: "SELECT min(epoch) FROM \(table.rawValue) WHERE epoch > ?",
                    arguments: [epoch]
                )
            }
        }
        return found
    }

    static func newestShardEpoch(in database: Database) throws -> KeyEpoch? {
        try Int64.fetchOne(database, sql: "SELECT max(epoch) FROM shard_key").map { try KeyEpoch(row: $0) }
    }
}

extension KeyEpoch {
    /// An epoch as a row has it.
    init(row: Int64) throws { self.init(try UInt32(exactly: row).orFault) }
}
