import DurableSQL
import Foundation
import GRDB
import Synchronization

/// Everything that the host keeps: sealed rows in SQLite and sealed objects in files, none of it readable here.
///
/// What a call has answered is durable: it survives `kill -9` and the loss of power. What it refused has left nothing.
/// A call that ends in ``HostStoreError/storageFailed(code:)`` has an unknown outcome, and the store then refuses all
/// further writes until it is opened again; reads go on.
public final class HostStore: Sendable {
    let database: DurableDatabase<HostStoreError>
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
        let held: FolderLock
        do throws(DurabilityError) { held = try FolderLock(folder: directory) } catch { throw HostStoreError(error) }
        do throws(SystemError) {
            objects = try ObjectFolder(directory: directory, reached: hooks.reached)
        } catch {
            throw .folderUnusable(code: error.code)
        }
        database = try DurableDatabase(
            path: directory + "/host.sqlite",
            label: "host",
            applicationID: HostSchema.applicationID,
            migrator: HostSchema.migrator,
            limits: limits.durability,
            hooks: hooks.durability,
            failure: hostError
        )
        do throws(SystemError) { try synchroniseDirectory(directory) } catch { throw .folderUnusable(code: error.code) }
        hooks.reached(.schemaReady)
        let objects = objects
        try database.writeNow { db in try Self.finishErasures(db, objects, hooks) }
        self.directory = directory
        self.hooks = hooks
        lock = Mutex(held)
        files = BlockingPool(threads: limits.fileThreads, limit: limits.queuedFileOperations)
    }

    /// Ends the writes that wait, empties the log, closes the database and gives the folder up.
    public func close() async {
        await database.close()
        lock.withLock { $0 = nil }
    }

    /// What `/health` shows.
    public func status() async throws(HostStoreError) -> HostStatus {
        guard lock.withLock({ $0 != nil }) else { throw .closed }
        let (version, journal) = try await files.run { [database] () throws(HostStoreError) in try database.profile() }
        return HostStatus(
            sqliteVersion: version.text,
            journalMode: journal,
            isInWALBugRange: version.hasWALResetBug,
            isWritable: database.isOpen
        )
    }

    /// Reads one snapshot, at the same time as writes go on.
    func read<T: Sendable>(_ body: @escaping @Sendable (Database) throws -> T) async throws(HostStoreError) -> T {
        guard lock.withLock({ $0 != nil }) else { throw .closed }
        return try database.read(body)
    }

    /// Reads by one statement.
    func readOne<T: Sendable>(_ body: (Database) throws -> T) async throws(HostStoreError) -> T {
        guard lock.withLock({ $0 != nil }) else { throw .closed }
        return try database.readOne(body)
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
