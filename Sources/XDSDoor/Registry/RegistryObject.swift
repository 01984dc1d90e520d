import HealthRecord
import XDSWire

/// Something that a query finds.
enum RegistryObject {
    case entry(DocumentEntry)
    case set(SubmissionSet)
    case folder(RecordFolder)
    case link(RecordGraph.Link)

    /// As the answer carries it.
    func item(_ type: ReturnType, repository: OID) -> RegistryItem {
        switch (type, self) {
        case (.leafClass, .entry(let entry)): .entry(SubmittedEntry(entry, repository: repository))
        case (.leafClass, .set(let set)): .set(SubmittedSet(set))
        case (.leafClass, .folder(let folder)): .folder(folder.submitted)
        case (.leafClass, .link(let link)): .association(SubmittedAssociation(link.association))
        case (.objectRef, .entry(let entry)): .reference(entry.entryUUID.urn)
        case (.objectRef, .set(let set)): .reference(set.id.urn)
        case (.objectRef, .folder(let folder)): .reference(folder.folder.id.urn)
        case (.objectRef, .link(let link)): .reference(link.association.id.urn)
        }
    }
}
