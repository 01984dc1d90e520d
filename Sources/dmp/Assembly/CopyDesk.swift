import Foundation
import HealthRecord
import RecordService
import ServerKit
import ServiceLifecycle

/// Makes copies while the service runs: whoever may write into the application's folder asks for one by a file there, which
/// holds the name of a new folder; the answer comes as a file as well.
struct CopyDesk: Service {
    let records: RecordService
    let folders: DataFolders
    let log: EventLog

    /// What the answer says when all went well.
    static let done = "done"
    /// What the application's folder holds that a start on the copy should find.
    private static let kept = ["portal.secret", "demo-world.json"]

    static func request(_ id: UniqueID, in folders: DataFolders) -> String {
        folders.application + "/copy-\(id.text).request"
    }

    static func answer(_ id: UniqueID, in folders: DataFolders) -> String {
        folders.application + "/copy-\(id.text).answer"
    }

    func run() async throws {
        // What an earlier process answered nobody waits for any more; what is asked may be of this moment.
        for name in names(".answer") { remove(name) }
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                for name in names(".request") { take(name) }
                do { try await Task.sleep(for: .milliseconds(500)) } catch { return }
            }
        }
    }

    /// Begins a copy; a stop of the service does not wait for it, and whoever asked hears that it is not whole.
    private func take(_ name: String) {
        let path = folders.application + "/" + name
        guard let bytes = FileManager.default.contents(atPath: path) else { return }
        remove(name)
        let answer = String(path.dropLast(".request".count)) + ".answer"
        Task {
            let said = await copy(to: String(decoding: bytes, as: UTF8.self))
            log.record(said == Self.done ? DeploymentEvent.copied : .copyFailed)
            try? Data(said.utf8).write(to: URL(fileURLWithPath: answer), options: .atomic)
        }
    }

    private func copy(to target: String) async -> String {
        do {
            try await records.backup(to: target)
            try DataFolders.make(target + "/application")
            for name in Self.kept {
                let path = folders.application + "/" + name
                guard let bytes = FileManager.default.contents(atPath: path) else { continue }
                let isWritten = FileManager.default.createFile(
                    atPath: target + "/application/" + name,
                    contents: bytes,
                    attributes: [.posixPermissions: 0o600]
                )
                guard isWritten else { throw StartFailure.unusableFolder(target) }
            }
            return Self.done
        } catch {
            return
                "the copy could not be made: see that \(target) was not there yet, that the server's user may make it, "
                + "and that the disk has room; take away what is there of it"
        }
    }

    private func names(_ ending: String) -> [String] {
        let all = (try? FileManager.default.contentsOfDirectory(atPath: folders.application)) ?? []
        return all.filter { $0.hasPrefix("copy-") && $0.hasSuffix(ending) }.sorted()
    }

    private func remove(_ name: String) {
        try? FileManager.default.removeItem(atPath: folders.application + "/" + name)
    }
}
