import Foundation

/// The folders of the three trust domains; in production each is on its own machines.
struct DataFolders: Sendable {
    /// Everything, in the embedded default.
    let root: String
    /// Sealed rows and objects: what a hébergeur holds.
    var host: String { root + "/host" }
    /// Keys, policies, traces, sign-in.
    var custody: String { root + "/custody" }
    /// What the application needs between two starts: nothing of a person.
    var application: String { root + "/application" }
    /// The custodian's key store.
    var keyStore: String { custody + "/keystore.json" }

    /// What the portal's forms and cookies are sealed with, the same at every start.
    var portalSecret: String { application + "/portal.secret" }

    /// Makes what is missing, readable by its owner alone.
    func create() throws {
        guard !root.isEmpty else { throw StartFailure.unusableFolder("") }
        for folder in [root, custody, application] { try Self.make(folder) }
    }

    /// Makes a folder that is not there.
    static func make(_ folder: String) throws {
        do {
            try FileManager.default.createDirectory(
                atPath: folder,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
        } catch {
            throw StartFailure.unusableFolder(folder)
        }
    }
}
