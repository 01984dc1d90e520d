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
        try? files.removeItem(atPath: manifest)
        if !files.fileExists(atPath: unfinished), let known = try DemoManifest.read(from: world) { return known }
        let names = ["host", "custody", "application", "pki", "outbox", "unfinished"]
        for name in names where files.fileExists(atPath: root + "/" + name) {
            // Only what a demonstration left unfinished is taken away; anything else is somebody's.
            guard files.fileExists(atPath: unfinished) || name == "unfinished" else {
                throw StartFailure.notADemonstration(root)
            }
        }
        for name in names where name != "unfinished" { try? files.removeItem(atPath: root + "/" + name) }
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
