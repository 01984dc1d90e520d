import HealthRecord
import NIOCore
import SafeXML
import XDSWire

/// A successful answer of whole objects, the one that weighs: entries come as they are written already.
///
/// Byte for byte what `QueryAnswer` writes for the same objects.
struct LeafAnswer {
    /// Each object, entries that lie one behind the other as one piece.
    private enum Piece {
        case written(WrittenEntries.Stretch)
        case set(SubmittedSet)
        case folder(SubmittedFolder)
        case association(SubmittedAssociation)
    }

    private let pieces: [Piece]

    init(_ objects: [RegistryObject], _ written: WrittenEntries, repository: OID, now: Instant) {
        let entries = objects.lazy.compactMap { (object) -> DocumentEntry? in
            if case .entry(let entry) = object { entry } else { nil }
        }
        var stretches = written.stretches(of: entries, repository: repository, now: now)[...]
        var pieces: [Piece] = []
        for object in objects {
            switch object {
            case .entry:
                guard let next = stretches.popFirst() else { continue }
                if case .written(var stretch) = pieces.last, stretch.take(next) {
                    pieces[pieces.count - 1] = .written(stretch)
                } else {
                    pieces.append(.written(next))
                }
            case .set(let set): pieces.append(.set(SubmittedSet(set)))
            case .folder(let folder): pieces.append(.folder(folder.submitted))
            case .link(let link): pieces.append(.association(SubmittedAssociation(link.association)))
            }
        }
        self.pieces = pieces
    }

    /// What stands in the gaps that `write` leaves, in their order.
    var fillings: [ByteBuffer] {
        pieces.compactMap { if case .written(let stretch) = $0 { stretch.bytes } else { nil } }
    }

    func write(into writer: inout XMLWriter) {
        writer.start("query:AdhocQueryResponse")
        writer.declare("query", EbXML.query)
        writer.declare("rs", EbXML.rs)
        writer.attribute("status", ResponseStatus.success.rawValue)
        writer.objectList { list in
            for piece in pieces {
                switch piece {
                case .written: list.gap()
                case .set(let set): set.write(into: &list)
                case .folder(let folder): folder.write(into: &list)
                case .association(let association):
                    association.write(into: &list, status: AvailabilityStatus.approved.rawValue)
                }
            }
        }
        writer.end()
    }
}
