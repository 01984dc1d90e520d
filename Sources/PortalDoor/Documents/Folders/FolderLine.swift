import Custody
import HealthRecord
import PageKit
import Wording

/// A folder as pages show it.
struct FolderLine: Sendable {
    let id: UniqueID
    let name: String
    /// Its place among the reader's folders, from 1.
    let rank: Int
    /// The documents of it that are in sight.
    var count = 0

    /// The name, or what to say in its place: it may tell of an illness as a title does.
    func name(_ frame: Frame) -> String { frame.isDiscreet ? frame(FolderText.hidden(rank)) : name }
}

extension DocumentFolder {
    /// Whether a document lies in it, be it as an earlier version.
    func holds(_ entry: DocumentEntry, among entries: [DocumentEntry]) -> Bool {
        !documents.isDisjoint(with: entry.withEarlierVersions(among: entries))
    }
}

extension DocumentEntry {
    /// The document and what it took the place of, as far as that is in sight.
    func withEarlierVersions(among entries: [DocumentEntry]) -> Set<UniqueID> {
        var found: Set<UniqueID> = [id]
        var replaced = replaces
        // A chain that leads back to itself ends.
        while let earlier = replaced, found.insert(earlier).inserted {
            replaced = entries.first { $0.id == earlier }?.replaces
        }
        return found
    }
}
