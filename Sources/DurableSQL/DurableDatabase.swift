public import GRDB

/// An SQLite file with one writer, full durability and many writers' work in one flush.
///
/// Debian 12 ships an SQLite whose write-ahead log can lose pages when one connection checkpoints while another writes
/// (https://sqlite.org/wal.html#walresetbug). Here a single connection writes and alone checkpoints, readers never do, and
/// the folder's owner holds an exclusive lock: the conditions of that fault do not arise.
public final class DurableDatabase: Sendable {
    private let pool: DatabasePool
    private let writer: GroupWriter

    /// Opens or creates the file and brings its schema up to date.
    ///
    /// - Parameters:
    ///   - path: the file; its folder must exist.
    ///   - applicationID: written into the file's header; another program's file is refused.
    ///   - migrator: the schema, step by step.
    /// - Throws: `DurabilityError.foreignFile`, or what SQLite says.
    public init(path: String, applicationID: Int32, migrator: DatabaseMigrator) throws {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { database in
            for pragma in [
                "synchronous = FULL", "trusted_schema = OFF", "cell_size_check = ON", "mmap_size = 0",
                "temp_store = MEMORY",
            ] {
                try database.execute(sql: "PRAGMA " + pragma)
            }
        }
        pool = try DatabasePool(path: path, configuration: configuration)
        try pool.writeWithoutTransaction { database in
            let found = try Int32.fetchOne(database, sql: "PRAGMA application_id") ?? 0
            guard found == 0 || found == applicationID else { throw DurabilityError.foreignFile }
            try database.execute(sql: "PRAGMA application_id = \(applicationID)")
        }
        try migrator.migrate(pool)
        writer = GroupWriter(pool: pool)
    }

    /// Runs a piece of work in a transaction that others may share, and returns once it is on disk.
    ///
    /// The work has a savepoint of its own: what it throws undoes it alone. When the shared commit fails, every caller gets
    /// `DurabilityError.outcomeUnknown` and nothing is written any more.
    public func write<Value: Sendable>(
        _ work: @escaping @Sendable (Database) throws -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            writer.enqueue(Job(work: work, continuation: continuation))
        }
    }

    /// Reads a snapshot beside the writer.
    public func read<Value: Sendable>(_ work: @escaping @Sendable (Database) throws -> Value) async throws -> Value {
        try await pool.read(work)
    }

    /// Reads a snapshot on the calling thread, for start-up.
    public func readNow<Value>(_ work: (Database) throws -> Value) throws -> Value { try pool.read(work) }

    /// Copies a consistent snapshot into another file by SQLite's own backup.
    public func backUp(to path: String) throws {
        let copy = try DatabaseQueue(path: path)
        try pool.backup(to: copy)
        try copy.close()
    }

    /// Ends all connections.
    public func close() throws { try pool.close() }

    /// SQLite's version and the journal mode in force, for `/health`.
    public func profile() throws -> (version: String, journal: String) {
        try pool.read { database in
            (
                try String.fetchOne(database, sql: "SELECT sqlite_version()") ?? "",
                try String.fetchOne(database, sql: "PRAGMA journal_mode") ?? ""
            )
        }
    }
}

/// Why a durable file cannot be used.
public enum DurabilityError: Error, Hashable, Sendable {
    /// The file belongs to another program.
    case foreignFile
    /// Another process holds the folder.
    case locked
    /// A commit failed: whether its work is on disk is not known, and no more is accepted.
    case outcomeUnknown
}
