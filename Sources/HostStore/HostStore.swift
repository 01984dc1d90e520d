import Foundation
import GRDB
import Synchronization

/// Everything that the host keeps: sealed rows in SQLite and sealed objects in files, none of it readable here.
///
/// What a call has answered is durable: it survives `kill -9` and the loss of power. What it refused has left nothing.
/// A call that ends in ``HostStoreError/storageFailed(code:)`` has an unknown outcome, and the store then refuses all
/// further writes until it is opened again; reads go on.
public final class HostStore: Sendable {
    let pool: DatabasePool
    let writer: GroupCommitWriter
    let files: BlockingPool
    let objects: ObjectFolder
    let hooks: HostHooks
    let directory: String
    private let lock: Mutex<FolderLock?>

    /// Opens the folder, making it if its parent exists, and recovers what a crash left.
    public init(
        directory: String,
        limits: HostLimits = HostLimits(),
        hooks: HostHooks = HostHooks()
    ) throws(HostStoreError) {
        try Self.makeFolder(directory)
        let held = try FolderLock(directory: directory)
        do throws(SystemError) {
            objects = try ObjectFolder(directory: directory, reached: hooks.reached)
        } catch {
            throw .folderUnusable(code: error.code)
        }
        do {
            pool = try HostDatabase.open(path: directory + "/host.sqlite", readers: limits.readers)
            try synchroniseDirectory(directory)
            hooks.reached(.schemaReady)
            let objects = objects
            try pool.writeWithoutTransaction { db in try Self.finishErasures(db, objects, hooks) }
        } catch let error as SystemError {
            throw .folderUnusable(code: error.code)
        } catch {
            throw hostError(error)
        }
        self.directory = directory
        self.hooks = hooks
        lock = Mutex(held)
        writer = GroupCommitWriter(pool: pool, limits: limits, hooks: hooks)
        files = BlockingPool(threads: limits.fileThreads, limit: limits.queuedFileOperations)
    }

    /// Ends the writes that wait, empties the log, closes the database and gives the folder up.
    public func close() async {
        await writer.close()
        try? pool.close()
        lock.withLock { $0 = nil }
    }

    /// What `/health` shows.
    public func status() async throws(HostStoreError) -> HostStatus {
        let isWritable = writer.isOpen
        return try await read { db in
            let mode = try String.fetchOne(db, sql: "PRAGMA journal_mode") ?? ""
            let version = try String.fetchOne(db, sql: "SELECT sqlite_version()") ?? ""
            return HostStatus(
                sqliteVersion: version,
                journalMode: mode,
                isInWALBugRange: HostDatabase.isInWALBugRange(sqliteNumber(version)),
                isWritable: isWritable
            )
        }
    }

    /// Reads one snapshot, at the same time as writes go on.
    func read<T: Sendable>(_ body: @escaping @Sendable (Database) throws -> T) async throws(HostStoreError) -> T {
        guard lock.withLock({ $0 != nil }) else { throw .closed }
        do {
            return try await pool.read(body)
        } catch {
            throw hostError(error)
        }
    }

    private static func makeFolder(_ directory: String) throws(HostStoreError) {
        guard mkdir(directory, 0o700) != 0 else {
            let parent = URL(fileURLWithPath: directory).deletingLastPathComponent().path
            do throws(SystemError) { try synchroniseDirectory(parent) } catch {
                throw .folderUnusable(code: error.code)
            }
            return
        }
        let code = errno
        guard code == EEXIST else { throw .folderUnusable(code: code) }
    }

    /// Removes the files that a crash left after their rows had gone.
    private static func finishErasures(_ db: Database, _ objects: ObjectFolder, _ hooks: HostHooks) throws {
        let keys = try db.rows("SELECT object_key FROM erasures").map { try $0.value("object_key", as: ObjectKey.self) }
        guard !keys.isEmpty else { return }
        hooks.reached(.objectsErasing)
        try objects.erase(keys)
        hooks.reached(.objectsErased)
        try db.run("DELETE FROM erasures")
    }
}

/// "3.40.1" → 3040001, as SQLite numbers itself.
func sqliteNumber(_ version: String) -> Int {
    let parts = version.split(separator: ".").compactMap { Int($0) }.filter { (0..<1_000).contains($0) }
    return parts.prefix(3).reduce(0) { $0 * 1_000 + $1 }
}
