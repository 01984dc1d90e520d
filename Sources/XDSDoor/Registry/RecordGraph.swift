import Crypto
import HealthRecord
import RecordService
import XDSWire

/// A record's visible objects and the relations between them.
///
/// No relation is stored: each follows from entries and sets, and only from those that the reader sees, so that none tells
/// of a document that he does not.
struct RecordGraph {
    let entries: [DocumentEntry]
    let sets: [SubmissionSet]
    /// Folders in which the reader sees something.
    let folders: [RecordFolder]

    /// The graph of a listing; of none, when the record must look empty.
    init(_ listing: RecordListing?) { self.init(listing?.entries ?? [], listing?.sets ?? []) }

    init(_ entries: [DocumentEntry], _ sets: [SubmissionSet]) {
        self.entries = entries
        self.sets = sets
        folders = RecordFolder.all(in: sets, entries)
    }

    /// A relation, with all names of its two ends.
    struct Link {
        let type: AssociationType
        let source: UniqueID
        let target: UniqueID
        /// Stable identities of the ends as well: a client may know either.
        let names: Set<UniqueID>
        /// The set that holds the relation's entry.
        let set: UniqueID
        /// The entries at its ends.
        let members: Set<UniqueID>
        /// The folder at one of its ends.
        var folder: UniqueID?
    }

    /// Every relation, in the order of the entries.
    var links: [Link] {
        let entriesByID = Dictionary(entries.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let setIDs = Set(sets.map(\.id))
        var links: [Link] = []
        for entry in entries {
            let set = entry.submissionSetID
            if setIDs.contains(set) {
                let names: Set = [set, entry.entryUUID, entry.id]
                links.append(
                    Link(
                        type: .hasMember,
                        source: set,
                        target: entry.entryUUID,
                        names: names,
                        set: set,
                        members: [entry.id]
                    )
                )
                if entry.isLotSignature {
                    links.append(
                        Link(
                            type: .signs,
                            source: entry.entryUUID,
                            target: set,
                            names: names,
                            set: set,
                            members: [entry.id]
                        )
                    )
                }
            }
            guard let replaced = entry.replaces.flatMap({ entriesByID[$0] }) else { continue }
            links.append(
                Link(
                    type: .replaces,
                    source: entry.entryUUID,
                    target: replaced.entryUUID,
                    names: [entry.entryUUID, entry.id, replaced.entryUUID, replaced.id],
                    set: set,
                    members: [entry.id, replaced.id]
                )
            )
        }
        return links + folders.flatMap(\.links)
    }
}

extension RecordGraph.Link {
    /// The relation under an identity that follows from what it relates: the same whoever asks, and whenever.
    var association: RecordAssociation {
        var hash = SHA256()
        hash.update(data: Array("dmp/v1/association".utf8))
        hash.update(data: Array(type.rawValue.utf8))
        hash.update(data: source.bytes)
        hash.update(data: target.bytes)
        var bytes = Array(hash.finalize().prefix(16))
        // Version 8 and the variant of RFC 9562 § 5.8.
        bytes[6] = bytes[6] & 0x0F | 0x80
        bytes[8] = bytes[8] & 0x3F | 0x80
        return RecordAssociation(id: UniqueID(bytes: bytes) ?? source, type: type, source: source, target: target)
    }
}
