import AccessRules
public import HealthRecord
public import Sealing

/// Where a record stands: enough to tell whether the host's rows are whole.
public struct StateMark: Sendable, Hashable, Codable {
    /// How many leaves.
    public let count: UInt64
    /// The root over them.
    public let root: [UInt8]

    /// Joins both.
    public init(count: UInt64, root: [UInt8]) {
        self.count = count
        self.root = root
    }
}

/// One part of a record: its own rows, or those of a record that was joined to it.
public struct RecordPart: Sendable, Hashable, Codable {
    /// The record under whose name the host has the rows.
    public let record: RecordID
    /// Where it stands.
    public let state: StateMark

    init(_ context: RecordContext) {
        record = context.record
        state = StateMark(count: context.range.count, root: context.root)
    }
}

/// Which documents a reader names.
public struct NamedDocuments: Sendable, Hashable {
    /// How many at most.
    public let count: Int
    /// Where they likely are: looked at first, and taken at nobody's word.
    public let likely: Set<DocumentID>

    /// Joins both.
    public init(count: Int, likely: Set<DocumentID>) {
        self.count = count
        self.likely = likely
    }
}

/// The documents that a reader named and may refer to.
public struct LocatedDocuments: Sendable, Hashable, Codable {
    /// Their entries.
    public let entries: [DocumentEntry]
    /// By what respite announcements of the record are put off; told beside a document of one's own alone.
    public let grace: AnnouncementGrace?
}

extension Custodian {
    /// All parts of the record of an admitted request, its own first; it tells nothing of what the leaves stand for.
    public func parts(_ admission: Admission, of reference: RecordReference?) async throws(CustodyError) -> [RecordPart]
    {
        let record = try record(of: admission, reference)
        guard admissions.hasClaimed(admission, now: clock()) != nil else { throw .notAdmitted }
        guard let context = try await contextAfterCommit(of: record, for: admission) else { throw .recordMismatch }
        return ([context] + context.joined).map(RecordPart.init)
    }

    /// The state of the record of an admitted request; it tells nothing of what the leaves stand for.
    public func state(_ admission: Admission, of reference: RecordReference?) async throws(CustodyError) -> StateMark {
        let record = try record(of: admission, reference)
        guard admissions.hasClaimed(admission, now: clock()) != nil else { throw .notAdmitted }
        guard let context = try await contextAfterCommit(of: record, for: admission) else { throw .recordMismatch }
        return StateMark(count: context.range.count, root: context.root)
    }

    /// The host's tag of a document's identifier.
    public func tag(uniqueID: OID) throws(CustodyError) -> BlindTag {
        do {
            return try working.blindIndex.tag(uniqueID: uniqueID.text)
        } catch {
            throw .unavailable
        }
    }

    /// The identity of a set in the record of an admitted request: the same for the same `uniqueId`, so that the host, which
    /// takes no identity twice, takes no set twice.
    public func setID(
        uniqueID: OID,
        _ admission: Admission,
        of reference: RecordReference?
    ) throws(CustodyError) -> UniqueID {
        let record = try record(of: admission, reference)
        do {
            let tag = try working.blindIndex.tag(set: uniqueID.text, record: record)
            return UniqueID { Array(tag.bytes.prefix($0)) }
        } catch {
            throw .unavailable
        }
    }

    /// Finds, among rows shown, the documents that the reader names and may refer to: one's own, to replace or delete them
    /// without leave to read (TD3.1b).
    ///
    /// Rows are proven until all that is named has been found. What the reader may not refer to is looked for as long as what is
    /// not there, so that neither the answer nor its time tells them apart.
    ///
    /// - Parameters:
    ///   - named: what is named; nil for all that matches.
    ///   - matches: whether an entry is one of those named.
    public func locate(
        _ rows: [ShownRow],
        named: NamedDocuments? = nil,
        _ admission: Admission,
        of reference: RecordReference?,
        where matches: @escaping @Sendable (DocumentEntry) -> Bool
    ) async throws(CustodyError) -> LocatedDocuments {
        let record = try record(of: admission, reference)
        try await meter(admission, .filing)
        let found =
            try await ledger.commit { transaction -> LocatedDocuments in
                try self.claim(admission, in: transaction)
                var context = try self.context(of: record, for: admission, in: transaction)
                var found: [(place: Int, entry: DocumentEntry)] = []
                for place in rows.places(likelyFirst: named?.likely ?? []) where found.count != named?.count {
                    let entry = try context.prove(rows[place]).entry
                    let facts = DocumentFacts(entry, for: admission.actor)
                    let judgement = self.judge(
                        .findReference,
                        .document(facts),
                        by: admission,
                        on: context,
                        now: transaction.now
                    )
                    guard judgement.refusal == nil, matches(entry) else { continue }
                    found.append((place, entry))
                }
                let located = found.sorted { $0.place < $1.place }.map(\.entry)
                try self.traceLocation(of: located, admission, &context, &transaction)
                return LocatedDocuments(
                    entries: located,
                    grace: located.isEmpty ? nil : context.policy.announcementGrace
                )
            }.value
        admissions.setClaimed(admission)
        return found
    }

    /// Whether the asker may list nothing of the record and may refer to what is his own all the same; nothing is traced, for
    /// nothing is done.
    ///
    /// Whom the holder has blocked refers to nothing but what he filed: that is judged of the documents, not of the record.
    /// - Parameter matches: whether an entry is one of those named.
    public func mayReferOnly(
        to rows: [ShownRow],
        _ admission: Admission,
        of reference: RecordReference?,
        where matches: (DocumentEntry) -> Bool
    ) async throws(CustodyError) -> Bool {
        let record = try record(of: admission, reference)
        guard admissions.hasClaimed(admission, now: clock()) != nil else { throw .notAdmitted }
        guard let context = try await contextAfterCommit(of: record, for: admission) else { throw .recordMismatch }
        let now = clock()
        func permits(_ act: Act, on resource: Resource) -> Bool {
            judge(act, resource, by: admission, on: context, now: now).refusal == nil
        }
        if permits(.search, on: .record) { return false }
        if permits(.findReference, on: .record) { return true }
        do {
            return try rows.contains { shown in
                let entry = try context.prove(shown).entry
                let facts = DocumentFacts(entry, for: admission.actor)
                return permits(.findReference, on: .document(facts)) && matches(entry)
            }
        } catch {
            throw .stateMismatch
        }
    }

    /// A reference is an act by a care actor; the holder's own comes before the change that it serves, which has its trace.
    private func traceLocation(
        of located: [DocumentEntry],
        _ admission: Admission,
        _ context: inout RecordContext,
        _ transaction: inout CustodyTransaction
    ) throws {
        guard case .care = admission.actor else { return }
        // What is one's own may be referred to where the record is closed: the trace says what was decided of it.
        let resource = located.first.map { Resource.document(DocumentFacts($0, for: admission.actor)) } ?? .record
        let judgement = judge(.findReference, resource, by: admission, on: context, now: transaction.now)
        var draft = TraceDraft(.locate, by: admission, documents: located.map(\.id)).judged(judgement)
        if !located.isEmpty { try openEmergency(admission, &context, &transaction, &draft) }
        _ = try transaction.append(draft, to: &context)
    }

    /// Whether a row that is there already holds the same bytes as a document offered again under its identifier.
    public func holdsSameContent(
        _ shown: ShownRow,
        sha256: [UInt8],
        _ admission: Admission,
        of reference: RecordReference?
    ) async throws(CustodyError) -> Bool {
        let record = try record(of: admission, reference)
        guard admissions.hasClaimed(admission, now: clock()) != nil else { throw .notAdmitted }
        guard let context = try await contextAfterCommit(of: record, for: admission) else { throw .recordMismatch }
        do {
            return try context.prove(shown).entry.sha256 == sha256
        } catch {
            throw .stateMismatch
        }
    }
}

extension [ShownRow] {
    /// The places of all rows, those of some documents before the others.
    fileprivate func places(likelyFirst likely: Set<DocumentID>) -> [Int] {
        indices.filter { likely.contains(self[$0].document) } + indices.filter { !likely.contains(self[$0].document) }
    }
}
