import Foundation

/// Who may touch what holds keys, or lies around them.
enum PrivateFiles {
    /// Refuses a key that others can read, as ssh does: its owner's alone, or another owner's (root) with a group at most.
    static func checkKey(_ path: String) throws {
        if let mode = openMode(of: path) { throw StartFailure.openKey(path, mode: mode) }
    }

    /// Refuses in the same way a configuration that holds secrets.
    static func checkConfiguration(_ path: String, holding secrets: [String]) throws {
        guard !secrets.isEmpty, let mode = openMode(of: path) else { return }
        throw StartFailure.openConfiguration(path, mode: mode, secrets: secrets)
    }

    /// Refuses a folder in which anybody may put something else in the place of what lies there.
    static func checkFolder(_ path: String) throws {
        guard let facts = facts(of: path), facts[.type] as? FileAttributeType == .typeDirectory,
            let mode = facts[.posixPermissions] as? Int, mode & 0o002 != 0
        else { return }
        throw StartFailure.openFolder(path, mode: String(mode, radix: 8))
    }

    /// The mode of a file that others can read; nil where nobody can, or where there is none.
    private static func openMode(of path: String) -> String? {
        guard let facts = facts(of: path), facts[.type] as? FileAttributeType == .typeRegular,
            let mode = facts[.posixPermissions] as? Int
        else { return nil }
        let isOwn = facts[.ownerAccountID] as? Int == Int(geteuid())
        return mode & (isOwn ? 0o077 : 0o027) == 0 ? nil : String(mode, radix: 8)
    }

    /// Of what a link leads to, not of the link.
    private static func facts(of path: String) -> [FileAttributeKey: Any]? {
        let place = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        return try? FileManager.default.attributesOfItem(atPath: place)
    }
}
