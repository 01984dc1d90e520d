import Foundation

/// Who may touch what holds keys, or lies around them.
enum PrivateFiles {
    /// Refuses a key that others can read, as ssh does: its owner's alone, or another owner's (root) with a group at most.
    static func checkKey(_ path: String) throws {
        guard let facts = facts(of: path), facts[.type] as? FileAttributeType == .typeRegular,
            let mode = facts[.posixPermissions] as? Int
        else { return }
        let isOwn = facts[.ownerAccountID] as? Int == Int(geteuid())
        guard mode & (isOwn ? 0o077 : 0o027) == 0 else {
            throw StartFailure.openKey(path, mode: String(mode, radix: 8))
        }
    }

    /// Refuses a folder in which anybody may put something else in the place of what lies there.
    static func checkFolder(_ path: String) throws {
        guard let facts = facts(of: path), facts[.type] as? FileAttributeType == .typeDirectory,
            let mode = facts[.posixPermissions] as? Int, mode & 0o002 != 0
        else { return }
        throw StartFailure.openFolder(path, mode: String(mode, radix: 8))
    }

    /// Of what a link leads to, not of the link.
    private static func facts(of path: String) -> [FileAttributeKey: Any]? {
        let place = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        return try? FileManager.default.attributesOfItem(atPath: place)
    }
}
