import Custody
public import HealthRecord
import XDSWire

extension RecordService {
    /// Gives a document that the holder brought another title: a new version with the same bytes, and the one before stays.
    ///
    /// Where this person had pinned it or put it into folders, pin and folders go along.
    ///
    /// - Throws: `notFound` for what is not there for this person or not the holder's own; `conflict` with `title` for a
    ///   title that is none, with `unchanged` for the one that it has.
    public func renameOwn(_ id: UniqueID, to title: String, _ visit: Visit) async throws(ServiceError) -> DocumentEntry
    {
        try await requireRecord(visit)
        guard let old = try await locate(.logicalIDs([id]), visit).first, old.entry.status == .approved,
            old.entry.authors.contains(where: \.isPersonalExpression)
        else { throw .notFound }
        guard old.entry.title != title else { throw .conflict("unchanged") }
        guard case .document(let read) = try await read(id, visit) else { throw .notFound }
        let document = OwnDocument(
            title: title,
            type: old.entry.typeCode,
            mediaType: old.entry.mimeType,
            bytes: read.bytes,
            visibility: old.entry.visibility.intersection([.maskedToProfessionals, .hiddenFromRepresentatives]),
            date: old.entry.serviceStart?.start.date
        )
        let renamed = try await depositOwn(document, replacing: old, visit)
        // Filed it is: a pin that stays behind is no reason to say otherwise.
        try? await custodian.movePin(from: id, to: renamed.id, visit.admission)
        try? await custodian.refile(from: id, to: renamed.id, visit.admission)
        return renamed
    }
}
