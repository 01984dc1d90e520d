import Dispatch
public import GRDB

/// An SQLite file with one writer, full durability and many callers' work in one flush.
///
/// What a call has answered is durable: it survives `kill -9` and the loss of power. What a piece of work throws undoes that
/// work alone. After a failure of the disk nothing more is written until the file is opened again; reads go on.
///
/// It throws the store's own errors: what the work threw, or `DurabilityError`, each translated by `failure`.
public final class DurableDatabase<Failure: Error>: Sendable {
    let pool: DatabasePool
    let writer: GroupWriter<Failure>
    let failure: @Sendable (any Error) -> Failure

    /// Opens or creates the file and brings its schema up to date.
    ///
    /// - Parameters:
    ///   - path: the file; its folder must exist and be held by a `FolderLock`.
    ///   - label: how threads and connections are named.
    ///   - applicationID: written into the file's header; another program's file is refused.
    ///   - migrator: the schema, step by step.
    ///   - limits: how much waits and how much is flushed together.
    ///   - hooks: what is called outside.
    ///   - failure: the store's own word for an error.
    public init(
        path: String,
        label: String,
        applicationID: Int32,
        migrator: DatabaseMigrator,
        limits: DurabilityLimits = DurabilityLimits(),
        hooks: DurabilityHooks<Failure> = DurabilityHooks(),
        failure: @escaping @Sendable (any Error) -> Failure
    ) throws(Failure) {
        do {
            pool = try DatabaseOpening.open(
                path,
                label: label,
                applicationID: applicationID,
                migrator: migrator,
                readers: limits.readers
            )
        } catch {
            throw failure(plain(error))
        }
        self.failure = failure
        writer = GroupWriter(pool: pool, label: label, limits: limits, hooks: hooks, failure: failure)
    }

    /// Whether writes go on.
    public var isOpen: Bool { writer.isOpen }

    /// How many requests wait for the next group.
    public var waiting: Int { writer.waiting }

    /// Runs work in a savepoint of the next group and answers once it is durable.
    public func write<Value: Sendable>(
        weight: Int = 0,
        _ work: @escaping @Sendable (Database) throws -> Value
    ) async throws(Failure) -> Value {
        let result: Result<Value, Failure> = await withCheckedContinuation { continuation in
            writer.enqueue(
                WriteRequest(
                    weight: weight,
                    execute: { db in
                        let value = try work(db)
                        return { continuation.resume(returning: .success(value)) }
                    },
                    fail: { continuation.resume(returning: .failure($0)) }
                )
            )
        }
        return try result.get()
    }

    /// Reads one snapshot on the calling thread, at the same time as writes go on.
    ///
    /// For what is found by an index: some tens of microseconds, where two changes of thread would cost as much.
    public func read<Value>(_ work: (Database) throws -> Value) throws(Failure) -> Value {
        do { return try pool.read(work) } catch { throw failure(plain(error)) }
    }

    /// Reads by one statement on the calling thread: it sees one snapshot by itself, with no transaction around it.
    public func readOne<Value>(_ work: (Database) throws -> Value) throws(Failure) -> Value {
        do { return try pool.unsafeRead(work) } catch { throw failure(plain(error)) }
    }

    /// Reads one snapshot on a reader's own thread, for what reads long.
    public func readLong<Value: Sendable>(
        _ work: @escaping @Sendable (Database) throws -> Value
    ) async throws(Failure) -> Value {
        do { return try await pool.read(work) } catch { throw failure(plain(error)) }
    }

    /// Writes on the calling thread, for start-up, before anybody else may write.
    public func writeNow(_ work: (Database) throws -> Void) throws(Failure) {
        do { try pool.writeWithoutTransaction(work) } catch { throw failure(plain(error)) }
    }

    /// Stops writing because something outside the database failed to become durable.
    public func stop(_ error: Failure) { writer.stop(error) }

    /// Ends the writes that wait, empties the log, closes the file.
    public func close() async {
        await withCheckedContinuation { continuation in writer.close { continuation.resume() } }
        try? pool.close()
    }

    /// The same on the calling thread, for programs that end.
    public func closeNow() {
        let done = DispatchSemaphore(value: 0)
        writer.close { done.signal() }
        done.wait()
        try? pool.close()
    }

    /// SQLite's version and the journal mode in force, for `/health`.
    public func profile() throws(Failure) -> (version: SQLiteVersion, journal: String) {
        try read { db in
            (
                SQLiteVersion(try String.fetchOne(db, sql: "SELECT sqlite_version()") ?? ""),
                try String.fetchOne(db, sql: "PRAGMA journal_mode") ?? ""
            )
        }
    }
}
