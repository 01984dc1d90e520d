import DurableSQL
import Foundation
import GRDB

/// The host's database as it stood at one moment.
public struct HostMoment: Sendable {
    let rows: DatabaseMoment<HostStoreError>
}

extension HostStore {
    /// The host's database as it stands now, for a copy; every object that it names is on disk already.
    public func moment() throws(HostStoreError) -> HostMoment { HostMoment(rows: try database.moment()) }

    /// Copies the whole host into a new folder, which opens as a store of its own.
    public func backup(to target: String) async throws(HostStoreError) { try await backup(try moment(), to: target) }

    /// Copies the host as it stood at a moment.
    ///
    /// The database is copied by SQLite's backup interface from inside (no other program may touch a live file, § 6.2),
    /// then every object that the copy names. Objects of pending or just erased rows may be absent from it.
    public func backup(_ moment: HostMoment, to target: String) async throws(HostStoreError) {
        try await files.run { [objects] () throws(HostStoreError) in
            guard mkdir(target, 0o700) == 0 else { throw .folderUnusable(code: errno) }
            do {
                let wanted = try copyDatabase(moment.rows, to: target + "/host.sqlite")
                let other = try ObjectFolder(directory: target, reached: { _ in })
                for object in wanted { _ = try objects.copy(object.key, length: object.length, to: other) }
                try FileDescriptor(path: target + "/host.sqlite", flags: O_RDONLY).synchronise()
                try synchroniseDirectory(target)
                let parent = URL(fileURLWithPath: target).deletingLastPathComponent().path
                try synchroniseDirectory(parent)
            } catch let error as SystemError {
                throw .storageFailed(code: error.code)
            } catch let error as ObjectFailure {
                switch error {
                case .refused(let code), .durability(let code): throw .storageFailed(code: code)
                }
            } catch {
                throw hostError(error)
            }
        }
    }
}

private struct CopiedObject {
    var key: ObjectKey
    var length: Int
}

private func copyDatabase(
    _ rows: DatabaseMoment<HostStoreError>,
    to path: String
) throws(HostStoreError) -> [CopiedObject] {
    try rows.copy(to: path) { db in
        try db.rows("SELECT object_key, ct_len FROM documents WHERE object_key IS NOT NULL").map { row in
            CopiedObject(key: try row.value("object_key"), length: try row.number("ct_len"))
        }
    }
}
