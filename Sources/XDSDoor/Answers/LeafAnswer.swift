import HealthRecord
import SafeXML
import XDSWire

/// A successful answer of whole objects, the one that weighs: entries come as they are written already.
///
/// Byte for byte what `QueryAnswer` writes for the same objects.
struct LeafAnswer {
    /// Each object, an entry as its bytes.
    private enum Piece {
        case written([UInt8])
        case set(SubmittedSet)
        case folder(SubmittedFolder)
        case association(SubmittedAssociation)
    }

    private let pieces: [Piece]

    init(_ objects: [RegistryObject], _ written: WrittenEntries, repository: OID, now: Instant) {
        pieces = zip(objects, written.kept(of: objects, now: now)).map { object, kept in
            switch object {
            case .entry(let entry): .written(kept ?? written.write(entry, repository: repository, now: now))
            case .set(let set): .set(SubmittedSet(set))
            case .folder(let folder): .folder(folder.submitted)
            case .link(let link): .association(SubmittedAssociation(link.association))
            }
        }
    }

    func write(into writer: inout XMLWriter) {
        writer.start("query:AdhocQueryResponse")
        writer.declare("query", EbXML.query)
        writer.declare("rim", EbXML.rim)
        writer.declare("rs", EbXML.rs)
        writer.attribute("status", ResponseStatus.success.rawValue)
        writer.start("rim:RegistryObjectList")
        for piece in pieces {
            switch piece {
            case .written(let bytes): writer.splice(bytes)
            case .set(let set): set.write(into: &writer)
            case .folder(let folder): folder.write(into: &writer)
            case .association(let association):
                association.write(into: &writer, status: AvailabilityStatus.approved.rawValue)
            }
        }
        writer.end()
        writer.end()
    }
}
