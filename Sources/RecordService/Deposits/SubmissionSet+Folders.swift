import HealthRecord
import XDSWire

extension SubmissionSet {
    /// Keeps the folders that a lot brings, and what it puts into these and into older ones.
    ///
    /// They stand in the set's own sealed row: the host learns nothing of them, and whoever does not see the set does not
    /// see them. A membership that names what the record does not hold shows nothing to anybody.
    mutating func keepFolders(
        of submission: Submission,
        entries: [(symbol: String, id: UniqueID)],
        newID: () -> UniqueID
    ) {
        guard !submission.folders.isEmpty || !submission.folderMembers.isEmpty else { return }
        var names = Dictionary(entries.map { ($0.symbol, $0.id) }) { first, _ in first }
        for sent in submission.folders {
            guard let folder = sent.folder(id: newID()) else { continue }
            folders.append(folder)
            names[sent.id] = folder.id
        }
        for member in submission.folderMembers {
            guard let folder = names[member.folder] ?? UniqueID(member.folder),
                let document = names[member.entry] ?? UniqueID(member.entry)
            else { continue }
            memberships.append(FolderMembership(folder: folder, document: document))
        }
    }
}
