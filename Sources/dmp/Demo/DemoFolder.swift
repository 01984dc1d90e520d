import Foundation

/// The folder of a demonstration; one that was interrupted while being made is made anew.
struct DemoFolder: Sendable {
    let root: String
    var pki: String { root + "/pki" }
    /// Revocation lists, read again every few seconds.
    var revocation: String { root + "/pki/revocation" }
    var outbox: String { root + "/outbox" }
    var manifest: String { root + "/demo.json" }
    var data: DataFolders { DataFolders(root: root) }
    /// What the world looks like once it has been made; addresses are put in at each start.
    private var world: String { root + "/application/demo-world.json" }
    private var unfinished: String { root + "/unfinished" }

    /// The world of an earlier start, or nil when it has to be made; either way programs wait for a new manifest.
    func open() throws -> DemoManifest? {
        let files = FileManager.default
        try DataFolders.make(root)
        if !files.fileExists(atPath: unfinished), let known = try DemoManifest.read(from: world) {
            try? files.removeItem(atPath: manifest)
            return known
        }
        // Only what a demonstration left unfinished is taken away; anything else is somebody's.
        let isOurs = files.fileExists(atPath: unfinished)
        let isEmpty = (try? files.contentsOfDirectory(atPath: root))?.allSatisfy { $0 == "lost+found" } ?? false
        guard isOurs || isEmpty else { throw StartFailure.notADemonstration(root) }
        try? files.removeItem(atPath: manifest)
        let names = ["host", "custody", "application", "pki", "outbox"]
        for name in names { try? files.removeItem(atPath: root + "/" + name) }
        _ = files.createFile(atPath: unfinished, contents: Data())
        for folder in [outbox, pki] {
            try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
        }
        return nil
    }

    /// Keeps a finished world for the next start.
    func finish(_ made: DemoManifest) throws {
        try made.write(to: world)
        try FileManager.default.removeItem(atPath: unfinished)
    }
}
