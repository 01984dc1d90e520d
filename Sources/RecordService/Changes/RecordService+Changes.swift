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

    /// The document named, if the reader may know of it: by what he may refer to, or else by his list.
    func find(_ selector: ObjectSelector, _ visit: Visit) async throws(ServiceError) -> ShownRow? {
        try await find([selector], visit).first ?? nil
    }

    /// The same for several documents: the custodian is asked once for all of them, and the list is read once at most.
    ///
    /// - Returns: one for each selector, in their order.
    func find(_ selectors: [ObjectSelector], _ visit: Visit) async throws(ServiceError) -> [ShownRow?] {
        let located = try await locate(AskedObjects(selectors), visit)
        let own = NamedPlaces(located.map(\.entry))
        var found = selectors.map { own.first($0).map { located[$0].shown } }
        guard found.contains(where: { $0 == nil }) else { return found }
        let listing: RecordListing
        do { listing = try await list(visit) } catch .refused { return found }
        let listed = NamedPlaces(listing.entries)
        let snapshots = try await currentSnapshots(visit)
        for (index, selector) in selectors.enumerated() where found[index] == nil {
            guard let place = listed.first(selector),
                let document = DocumentID(bytes: listing.entries[place].id.bytes)
            else { continue }
            found[index] = snapshots.shown(document)
        }
        return found
    }
}
