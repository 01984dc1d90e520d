import ArgumentParser
import DurableSQL
import Foundation
import HealthRecord

/// `dmp backup`: a copy of host and custodian of one moment, made by the server that runs.
struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copy host and custodian while the server runs, without the key store.",
        discussion:
            "Type it as the server's user. The key store and its passphrase are kept apart: without them the copy opens to nobody."
    )

    @Option(name: .long, help: "Folder of the running server's data (data.folder).")
    var data: String

    @Option(name: .long, help: "Folder to make; the server must be allowed to write where it lies.")
    var to: String

    func run() async throws { try await sayingFailures { try await ask() } }

    private func ask() async throws {
        let folders = DataFolders(root: URL(fileURLWithPath: data).path)
        let target = URL(fileURLWithPath: to).path
        guard !FileManager.default.fileExists(atPath: target) else {
            throw CommandFailure("\(target) exists already: name a new folder", .cannotCreate)
        }
        guard try folders.isServed else {
            throw CommandFailure(
                "no server works on \(folders.root): copy the folder as it is, custody/keystore.json apart",
                .unavailable
            )
        }
        let id = SystemClock.newID()
        let request = CopyDesk.request(id, in: folders)
        defer { try? FileManager.default.removeItem(atPath: request) }
        do { try Data(target.utf8).write(to: URL(fileURLWithPath: request), options: .atomic) } catch {
            throw CommandFailure(
                "\(folders.application) cannot be written: type this as the server's user",
                .permission
            )
        }
        let said = try await answer(id, in: folders)
        guard said == CopyDesk.done else { throw CommandFailure(said, .cannotCreate) }
        print("host and custodian are in \(target); the key store is not: keep custody/keystore.json apart")
    }

    private func answer(_ id: UniqueID, in folders: DataFolders) async throws -> String {
        let path = CopyDesk.answer(id, in: folders)
        while true {
            if let bytes = FileManager.default.contents(atPath: path) {
                try? FileManager.default.removeItem(atPath: path)
                return String(decoding: bytes, as: UTF8.self)
            }
            guard try folders.isServed else {
                throw CommandFailure(
                    "the server ended before the copy was whole: take away what is there of it",
                    .later
                )
            }
            try await Task.sleep(for: .milliseconds(200))
        }
    }

}

extension DataFolders {
    /// Whether somebody holds the folder: nobody else may open its files then.
    var isServed: Bool {
        get throws {
            guard FileManager.default.fileExists(atPath: custody + "/lock") else { return false }
            do throws(DurabilityError) {
                _ = try FolderLock(folder: custody)
                return false
            } catch {
                if error == .locked { return true }
                throw CommandFailure("\(custody) cannot be read: type this as the server's user", .permission)
            }
        }
    }
}
