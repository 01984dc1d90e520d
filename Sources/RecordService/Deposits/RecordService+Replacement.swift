import AccessRules
public import Custody
public import HealthRecord
import HostStore
import Sealing
public import XDSWire

/// A document that an entry of the lot replaces.
struct Replacement {
    let entryID: String
    let shown: ShownRow
}

extension RecordService {
    /// The documents that a lot replaces: in this record, current, and the sender's to replace.
    func replacements(
        _ documents: [CheckedDocument],
        _ lot: Lot,
        _ visit: Visit
    ) async throws(ServiceError) -> [Replacement] {
        var replacements: [Replacement] = []
        for document in documents {
            let element = "Association[RPLC \(document.submitted.id.prefix(64))].targetObject"
            guard let target = lot.submission.replacement(byEntry: document.submitted.id) else {
                if document.replacesInDocument != nil, settings.contentCheck == .strict {
                    throw .rejected([.replacementWithoutAssociation(element)])
                }
                continue
            }
            guard let found = try await locate(.entryUUIDs([target]), visit).first else {
                throw .rejected([.unresolved(element)])
            }
            guard found.entry.status == .approved else { throw .rejected([.notCurrent(element)]) }
            if settings.contentCheck == .strict, document.isClinical,
                document.replacesInDocument != found.entry.uniqueID
            {
                let place = "DocumentEntry[\(document.submitted.id.prefix(64))]/relatedDocument"
                throw .rejected([
                    document.replacesInDocument == nil
                        ? .replacementUnsaid(place) : .replacesAnother(place + "/parentDocument/id")
                ])
            }
            let (old, asked) = (found.entry.visibility, document.facts.visibility)
            guard old.mayBeFollowed(by: asked, isSecret: visit.admission.isSecretConnection) else {
                throw .rejected([
                    .closesAgain("DocumentEntry[\(document.submitted.id.prefix(64))].confidentialityCode")
                ])
            }
            guard !old.isFollowedUnseen(by: asked) else {
                throw .rejected([
                    .hiddenOverSeen("DocumentEntry[\(document.submitted.id.prefix(64))].confidentialityCode")
                ])
            }
            replacements.append(Replacement(entryID: document.submitted.id, shown: found.shown))
        }
        return replacements
    }

    /// The entries of documents named, those that the reader may refer to without leave to read: his own (TD3.1b).
    public func find(_ selector: ObjectSelector, _ visit: Visit) async throws(ServiceError) -> [DocumentEntry] {
        try await requireRecord(visit)
        return try await locate(selector, visit).map(\.entry)
    }

    /// The entries of documents that an asker without leave to list the record names and filed, so that he may take them back
    /// (TD3.1b); nil where his list decides, or the refusal of it.
    public func findOwn(_ selector: ObjectSelector, _ visit: Visit) async throws(ServiceError) -> [DocumentEntry]? {
        try await requireRecord(visit)
        let rows = try await currentSnapshots(visit).flatMap { $0.rows.compactMap($0.shown) }
        let refersOnly = try await custody { () async throws(CustodyError) in
            try await custodian.mayReferOnly(to: rows, visit.admission, of: visit.reference) { selector.selects($0) }
        }
        return refersOnly ? try await locate(selector, visit).map(\.entry) : nil
    }

    /// All that the reader filed himself, which he may refer to without leave to read (TD3.1b).
    public func ownDocuments(_ visit: Visit) async throws(ServiceError) -> LocatedDocuments {
        try await requireRecord(visit)
        let rows = try await shownRows(visit)
        let actor = visit.actor
        return try await custody { () async throws(CustodyError) in
            try await custodian.locate(rows, visit.admission, of: visit.reference) { entry in
                DocumentFacts(entry, for: actor).relation == .author
            }
        }
    }

    /// Finds documents by any of their three identifiers, those that the reader may refer to (TD3.1b).
    func locate(
        _ selector: ObjectSelector,
        _ visit: Visit
    ) async throws(ServiceError) -> [(entry: DocumentEntry, shown: ShownRow)] {
        try await locate(AskedObjects([selector]), visit)
    }

    /// The same for all that several selectors name, asked of the custodian once.
    func locate(
        _ asked: AskedObjects,
        _ visit: Visit
    ) async throws(ServiceError) -> [(entry: DocumentEntry, shown: ShownRow)] {
        let snapshots = try await currentSnapshots(visit)
        let rows = snapshots.flatMap { $0.rows.compactMap($0.shown) }
        let named = NamedDocuments(count: asked.count, likely: Set(snapshots.flatMap(asked.likely(in:))))
        let located = try await custody { () async throws(CustodyError) in
            try await custodian.locate(rows, named: named, visit.admission, of: visit.reference) { asked.selects($0) }
        }
        let places = Dictionary(rows.map { ($0.document, $0) }) { first, _ in first }
        return located.entries.compactMap { entry in
            DocumentID(bytes: entry.id.bytes).flatMap { places[$0] }.map { (entry, $0) }
        }
    }
}

extension ObjectSelector {
    /// Whether an entry is one of those named.
    ///
    /// The record's own id underlies all three identifiers: each finds it.
    public func selects(_ entry: DocumentEntry) -> Bool {
        switch self {
        case .entryUUIDs(let ids), .logicalIDs(let ids): ids.contains(entry.entryUUID) || ids.contains(entry.id)
        case .uniqueIDs(let ids): ids.contains(entry.uniqueID)
        }
    }
}
