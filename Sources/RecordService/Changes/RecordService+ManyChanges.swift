public import Custody
public import HealthRecord
import Sealing
public import XDSWire

/// One change of several that are asked for together.
public struct AskedChange: Sendable {
    /// The document.
    public let selector: ObjectSelector
    /// What becomes of it.
    public let change: DocumentChange

    /// Joins both.
    public init(_ selector: ObjectSelector, _ change: DocumentChange) {
        self.selector = selector
        self.change = change
    }
}

extension RecordService {
    /// Changes several documents together, all of them or none (ITI TF-2 § 3.57.4.1.3); each document once.
    ///
    /// Beside what goes over all versions of a document, nothing else is asked of one of them.
    ///
    /// - Returns: the entries as they stand now, in the order asked for.
    /// - Throws: as for one change; what is not there for this actor is `notFound`, whichever of them it is.
    public func change(_ changes: [AskedChange], _ visit: Visit) async throws(ServiceError) -> [DocumentEntry] {
        try await requireRecord(visit)
        let found = try await find(changes.map(\.selector), visit)
        var planned: [PlannedChange] = []
        var documents: Set<DocumentID> = []
        for (asked, shown) in zip(changes, found) {
            guard let shown else { throw .notFound }
            guard documents.insert(shown.document).inserted else { throw .conflict("sameDocument") }
            planned.append(PlannedChange(shown: shown, change: asked.change, newEntryUUID: newID()))
        }
        let versions = try await shownRows(visit)
        let work = try await custody { () async throws(CustodyError) in
            try await custodian.prepare(
                documents: [],
                changes: planned,
                versions: versions,
                submissionSet: nil,
                visit.admission,
                of: visit.reference
            )
        }
        guard work.changes.count >= changes.count else { throw .unavailable }
        try await carryOut(work, contents: [], set: nil, visit)
        return work.changes.prefix(changes.count).map(\.entry)
    }
}
