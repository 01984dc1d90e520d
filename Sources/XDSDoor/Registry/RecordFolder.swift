import HealthRecord
import XDSWire

/// A folder as one reader may see it: with the documents that he sees, and not at all where he sees none of them.
///
/// A folder that held only what is hidden from him would tell him that there is something.
struct RecordFolder {
    let folder: Folder
    /// The set that it came with.
    let set: SubmissionSet
    /// What the reader sees in it, in the order of the record.
    let members: [DocumentEntry]
    /// When something that the reader sees was last put in.
    let lastUpdate: HL7Time

    static func all(in sets: [SubmissionSet], _ entries: [DocumentEntry]) -> [RecordFolder] {
        guard sets.contains(where: { !$0.folders.isEmpty }) else { return [] }
        var documents: [UniqueID: Set<UniqueID>] = [:]
        for membership in sets.flatMap(\.memberships) {
            documents[membership.folder, default: []].insert(membership.document)
        }
        return sets.flatMap { set in
            set.folders.compactMap { RecordFolder($0, set, documents[$0.id] ?? [], entries) }
        }
    }

    private init?(_ folder: Folder, _ set: SubmissionSet, _ documents: Set<UniqueID>, _ entries: [DocumentEntry]) {
        var held = documents
        var members: [DocumentEntry] = []
        for entry in entries {
            // What replaces a document takes its place in its folders (ITI TF-3 § 4.2.2.2.3).
            let isSuccessor = entry.replaces.map { held.contains($0) } ?? false
            guard isSuccessor || held.contains(entry.id) || held.contains(entry.entryUUID) else { continue }
            held.insert(entry.id)
            members.append(entry)
        }
        guard let last = members.map(\.depositedAt).max() else { return nil }
        self.folder = folder
        self.set = set
        self.members = members
        lastUpdate = HL7Time(last)
    }

    /// Its membership in the set, and those of its documents in it.
    var links: [RecordGraph.Link] {
        let own = RecordGraph.Link(
            type: .hasMember,
            source: set.id,
            target: folder.id,
            names: [set.id, folder.id],
            set: set.id,
            members: [],
            folder: folder.id
        )
        return [own]
            + members.map { entry in
                RecordGraph.Link(
                    type: .hasMember,
                    source: folder.id,
                    target: entry.entryUUID,
                    names: [folder.id, entry.entryUUID, entry.id],
                    set: entry.submissionSetID,
                    members: [entry.id],
                    folder: folder.id
                )
            }
    }

    /// As the answer carries it.
    var submitted: SubmittedFolder { SubmittedFolder(folder, patient: set.patient, lastUpdate: lastUpdate) }
}
