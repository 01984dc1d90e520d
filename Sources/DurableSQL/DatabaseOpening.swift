import Foundation
import GRDB

/// Opens a database in the only mode that a durable store runs in.
///
/// **Why WAL, and why it is safe on SQLite 3.40.1.** SQLite 3.7.0 to 3.51.2 can lose committed pages when one
/// connection checkpoints while *another* writes (https://sqlite.org/wal.html#walresetbug). Here that cannot happen: an
/// exclusive lock on the folder keeps other processes out; one connection writes; automatic checkpoints are off on every
/// connection; checkpoints are issued by the writing connection alone, between its transactions. The other connections
/// of the pool are opened read-only, never recover, write or checkpoint (recovery is done by the writer, opened first;
/// at closing the writer empties the log first), so reads go on while the writer writes. A rollback journal would also
/// be safe but costs two or three fsyncs a commit and stops the readers.
///
/// `synchronous = FULL` is set after the pool is made, because GRDB sets `NORMAL` while it turns WAL on.
enum DatabaseOpening {
    static func open(
        _ path: String,
        label: String,
        applicationID: Int32,
        migrator: DatabaseMigrator,
        readers: Int
    ) throws -> DatabasePool {
        var configuration = Configuration()
        configuration.label = label
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(5)
        configuration.maximumReaderCount = max(1, readers)
        configuration.prepareDatabase { db in
            for pragma in [
                "trusted_schema = OFF", "cell_size_check = ON", "mmap_size = 0", "temp_store = MEMORY",
                "wal_autocheckpoint = 0", "secure_delete = ON", "synchronous = FULL",
            ] {
                try db.execute(sql: "PRAGMA " + pragma)
            }
        }
        try refuseForeign(path, applicationID)
        let pool = try DatabasePool(path: path, configuration: configuration)
        try pool.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA synchronous = FULL")
            let mode = try String.fetchOne(db, sql: "PRAGMA journal_mode")
            let level = try Int.fetchOne(db, sql: "PRAGMA synchronous")
            let automatic = try Int.fetchOne(db, sql: "PRAGMA wal_autocheckpoint")
            guard mode == "wal", level == 2, automatic == 0 else { throw DurabilityError.notInForce }
            if try Int32.fetchOne(db, sql: "PRAGMA application_id") != applicationID {
                try db.execute(sql: "PRAGMA application_id = \(applicationID)")
            }
        }
        if try pool.read({ try migrator.hasBeenSuperseded($0) }) { throw DurabilityError.foreignFile }
        try migrator.migrate(pool)
        return pool
    }

    /// Looks at the file before anything is changed in it: an existing database must carry our mark.
    private static func refuseForeign(_ path: String, _ applicationID: Int32) throws {
        guard FileManager.default.fileExists(atPath: path) else { return }
        var configuration = Configuration()
        configuration.journalMode = .default
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        defer { try? queue.close() }
        try queue.writeWithoutTransaction { db in
            let found = try Int32.fetchOne(db, sql: "PRAGMA application_id")
            let tables =
                try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema WHERE name NOT LIKE 'grdb_%'") ?? 0
            guard found == applicationID || (found == 0 && tables == 0) else { throw DurabilityError.foreignFile }
        }
    }
}
