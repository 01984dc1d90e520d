public import Custody
public import HealthRecord
import HostStore
import Sealing
public import XDSWire

extension RecordService {
    /// Changes a document's standing: masks, unmasks, archives, restores, reveals, deletes (TD3.3).
    ///
    /// Whom it is hidden from, or shown to, holds for all its versions.
    ///
    /// - Parameter expected: what the sender believes to stand there; anything else is a `conflict("moved")`.
    /// - Returns: the entry as it stands now.
    /// - Throws: `notFound` for what is not there for this actor, `conflict` when the change does not apply.
    public func change(
        _ selector: ObjectSelector,
        _ change: DocumentChange,
        _ visit: Visit,
        expecting expected: ExpectedEntry? = nil
    ) async throws(ServiceError) -> DocumentEntry {
        try await requireRecord(visit)
        guard let found = try await find(selector, visit) else { throw .notFound }
        let versions = try await shownRows(visit)
        let work = try await custody { () async throws(CustodyError) in
            try await custodian.prepare(
                documents: [],
                changes: [PlannedChange(shown: found, change: change, newEntryUUID: newID(), expected: expected)],
                versions: versions,
                submissionSet: nil,
                visit.admission,
                of: visit.reference
            )
        }
        guard let changed = work.changes.first else { throw .unavailable }
        try await carryOut(work, contents: [], set: nil, visit)
        return changed.entry
    }

    /// The document named, if the reader may know of it: by his list, or else by what he may refer to.
    func find(_ selector: ObjectSelector, _ visit: Visit) async throws(ServiceError) -> ShownRow? {
        if let own = try await locate(selector, visit).first { return own.shown }
        let listing: RecordListing
        do { listing = try await list(visit) } catch .refused { return nil }
        guard let entry = listing.entries.first(where: selector.selects) else { return nil }
        guard let document = DocumentID(bytes: entry.id.bytes) else { return nil }
        return try await currentSnapshots(visit).shown(document)
    }
}
