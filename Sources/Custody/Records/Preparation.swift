import AccessRules
import Crypto
import Foundation
import HealthRecord
import Sealing

/// Decides and seals the parts of one piece of work, inside its transaction.
struct Preparation {
    let custodian: Custodian
    let admission: Admission
    let context: RecordContext
    let now: Instant
    private(set) var refusal: (Refusal, TraceDraft)?
    private(set) var preparedChanges: [PreparedChange] = []
    private var sealed: [SealedPart] = []
    private var changed: [WorkPlan.ChangedLeaf] = []
    private var changedIDs: Set<UniqueID> = []
    private var shifts: [VersionShift] = []
    private var withdrawn: [VersionShift] = []
    /// What was asked of each document that is named.
    private var named: [UniqueID: VersionShift] = [:]
    private var rule = ""
    private var policy = ""

    init(custodian: Custodian, admission: Admission, context: RecordContext, now: Instant) {
        self.custodian = custodian
        self.admission = admission
        self.context = context
        self.now = now
    }

    private struct SealedPart {
        let entry: DocumentEntry
        let asked: Visibility
        let place: DocumentPlace
        let key: DocumentKey
        let wrapped: [UInt8]
        let row: [UInt8]
        let rule: String
    }

    /// A new document: its key, its wrapped key, its sealed row.
    ///
    /// - Parameter replacing: the change by which an older version gives way to it.
    mutating func add(_ document: PlannedDocument, replacing: PlannedChange?) throws {
        let act: Act = document.entry.replaces == nil ? admission.feedingAct : .replace
        guard permits(act, traced: .deposit, document.entry) else { return }
        let old = try replacing.map { try context.prove($0.shown).entry }
        // A version that named another than the one that gives way to it would lead its chain astray.
        guard old?.id == document.entry.replaces else { throw CustodyError.conflict("replaces") }
        let asked = document.entry.visibility
        guard old?.visibility.mayBeFollowed(by: asked, isSecret: admission.isSecretConnection) != false else {
            throw CustodyError.conflict("visibility")
        }
        if let old, asSeenByPatient(old).isFollowedUnseen(by: asked), !document.entry.isLotSignature {
            throw CustodyError.conflict("hiddenOverSeen")
        }
        let entry = wishes.applied(to: document.entry, after: old, act)
        let place = try DocumentPlace(
            record: context.record,
            document: DocumentID(bytes: entry.id.bytes).orFault,
            version: 1,
            confidentiality: ConfidentialityClass(entry.visibility)
        )
        let key = try DocumentKey(random: custodian.random)
        let wrapped = try context.recordKey.documentWrappingKey(record: context.record)
            .wrap(key, at: place, nonce: SealNonce(random: custodian.random))
        sealed.append(
            SealedPart(
                entry: entry,
                asked: asked,
                place: place,
                key: key,
                wrapped: wrapped,
                row: try seal(entry, at: place, number: entry.metadataVersion),
                rule: rule
            )
        )
    }

    /// A change to a row that is proven to be the record's.
    mutating func add(_ planned: PlannedChange) throws {
        let proven = try context.prove(planned.shown)
        if let expected = planned.expected, !expected.holds(of: proven.entry) { throw CustodyError.conflict("moved") }
        guard permits(planned.change.act, traced: planned.change.traced, proven.entry) else { return }
        var entry = try planned.change.applied(
            to: proven.entry,
            by: admission.actor,
            newEntryUUID: planned.newEntryUUID
        )
        let decided = Decided(act: planned.change.act, rule: rule, followed: nil)
        var shift = VersionShift(
            visibility: VisibilityShift(from: proven.entry.visibility, to: entry.visibility),
            traced: planned.change.traced,
            head: proven.entry,
            judged: planned.change.act,
            rule: rule
        )
        if case .replace(let id) = planned.change {
            guard let new = sealed.first(where: { $0.entry.id == id }) else { throw CustodyError.conflict("replaces") }
            shift = VersionShift(filing: new.entry, asked: new.asked, after: proven.entry, rule: rule)
            let settled = settled(versions.course(of: proven.entry, after: shift), shift)
            guard refusal == nil else { return }
            if let settled { entry.turn(settled.visibility, newEntryUUID: planned.newEntryUUID) }
        }
        try keep(entry, in: proven, traced: planned.change.traced, decided)
        named[proven.entry.id] = shift
        if !shift.visibility.isNone { shifts.append(shift) }
        if planned.change == .delete, admission.actor.remover == .holder { withdrawn.append(shift) }
    }

    /// The other versions of what is changed: whoever is kept from one is kept from all, and whoever sees one again sees all.
    ///
    /// - Parameter rows: those of the record; what replaced what is in them alone.
    mutating func addVersions(among rows: [ShownRow]) throws {
        guard refusal == nil, !(shifts.isEmpty && withdrawn.isEmpty), !rows.isEmpty else { return }
        var chain = VersionChain(rows, proving: context.prove, isWhole: context.isWhole)
        let reached = try shifts.map { shift in
            (shift, older: try chain.older(than: shift.head), newer: try chain.newer(than: shift.head))
        }
        let replaced = try withdrawn.map { shift in (shift, older: try chain.older(than: shift.head)) }
        for (shift, older, newer) in reached { try requireOneWish(of: older + newer, shift) }
        for (shift, older) in replaced { try requireOneWish(of: older, shift) }
        for (shift, older, newer) in reached {
            for row in older { try add(row, shift, isNewer: false) }
            for row in newer { try add(row, shift, isNewer: true) }
        }
        for (shift, older) in replaced {
            for row in older { try withdraw(row, shift) }
        }
    }

    /// What goes over a whole chain leaves no room for another change of one of its versions: neither would hold as it was asked
    /// for, and one would get round what the other is judged by.
    private func requireOneWish(of versions: [ProvenRow], _ shift: VersionShift) throws {
        for version in versions {
            guard let other = named[version.entry.id] else { continue }
            guard other.judged == shift.judged, other.visibility == shift.visibility else {
                throw CustodyError.conflict("sameDocument")
            }
        }
    }

    /// What the holder deletes goes with what it replaced, which says the same; an author takes back the one version alone.
    private mutating func withdraw(_ version: ProvenRow, _ shift: VersionShift) throws {
        guard version.entry.status != .deleted, !changedIDs.contains(version.entry.id),
            let (_, decided) = settled(versions.course(ofWithdrawn: version.entry), shift)
        else { return }
        let entry = try DocumentChange.delete.applied(
            to: version.entry,
            by: admission.actor,
            newEntryUUID: custodian.newID()
        )
        try keep(entry, in: version, traced: shift.traced, decided)
    }

    private mutating func add(_ version: ProvenRow, _ shift: VersionShift, isNewer: Bool) throws {
        guard !changedIDs.contains(version.entry.id) else { return }
        let course = versions.course(of: version.entry, after: shift, isNewer: isNewer)
        guard let (visibility, decided) = settled(course, shift), visibility != version.entry.visibility else {
            return
        }
        var entry = version.entry
        entry.turn(visibility, newEntryUUID: custodian.newID())
        try keep(entry, in: version, traced: shift.traced, decided)
    }

    private var versions: VersionJudge {
        VersionJudge(custodian: custodian, admission: admission, context: context, now: now)
    }

    /// Where a version comes to stand, and by which decision; nil where it stays, and where the whole is refused for it.
    private mutating func settled(
        _ course: VersionCourse,
        _ shift: VersionShift
    ) -> (visibility: Visibility, decided: Decided)? {
        guard refusal == nil else { return nil }
        switch course {
        case .decided(let visibility, let rule):
            return (visibility, Decided(act: shift.judged, rule: rule, followed: nil))
        case .followed(let visibility):
            return (visibility, Decided(act: shift.judged, rule: shift.rule, followed: shift.head))
        case .stays: return nil
        case .refused(let judgement, let document):
            guard let refused = judgement.refusal else { return nil }
            let traced = shift.filing == nil ? shift.traced : .deposit
            refusal = (refused, TraceDraft(traced, by: admission, documents: [document]).judged(judgement))
            return nil
        }
    }

    /// The decision by which a row changes, and by which its change is judged again at the commit.
    private struct Decided {
        let act: Act
        let rule: String
        /// The document that was judged in the row's place.
        let followed: DocumentEntry?
    }

    /// Seals a proven row anew for what its entry becomes.
    private mutating func keep(
        _ entry: DocumentEntry,
        in proven: ProvenRow,
        traced: TracedAct,
        _ decided: Decided
    ) throws {
        guard changed.count < custodian.settings.changesPerWork else {
            throw CustodyError.conflict(CustodyError.tooManyChanges)
        }
        changedIDs.insert(proven.entry.id)
        var entry = entry
        entry.settleDeleted()
        let part = try context.part(proven.place.record).orFault
        let place = DocumentPlace(
            record: part.record,
            document: proven.place.document,
            version: proven.place.version,
            confidentiality: ConfidentialityClass(entry.visibility)
        )
        let wrapping = part.recordKey.documentWrappingKey(record: part.record)
        var wrapped = proven.shown.wrappedKey
        if place != proven.place {
            // The same key, wrapped for its new class: the old wrapping is no leaf of the record any more.
            wrapped = try wrapping.wrap(
                try wrapping.unwrap(wrapped, at: proven.place),
                at: place,
                nonce: SealNonce(random: custodian.random)
            )
        }
        // Each row that the host keeps of a document has a number of its own; that of its metadata need not change with it.
        let row = try seal(entry, at: place, number: proven.shown.metadataVersion + 1)
        let leaf = StateLeaf(
            document: place.document,
            version: place.version,
            confidentiality: place.confidentiality,
            state: DocumentState(entry.status),
            metadataRow: row,
            wrappedKey: wrapped
        )
        preparedChanges.append(
            PreparedChange(
                record: part.record,
                document: place.document,
                ordinal: proven.shown.ordinal,
                oldMetadataVersion: proven.shown.metadataVersion,
                oldLeafHash: proven.leafHash,
                row: row,
                wrappedKey: wrapped,
                leafHash: leaf.hash,
                entry: entry
            )
        )
        changed.append(
            WorkPlan.ChangedLeaf(
                entryID: entry.id,
                ordinal: proven.shown.ordinal,
                oldLeafHash: proven.leafHash,
                leafHash: leaf.hash,
                act: traced,
                rule: decided.rule,
                details: details(of: proven.entry, to: entry, decided),
                before: proven.entry,
                after: entry,
                judged: decided.act,
                record: part.record == context.record ? nil : part.record,
                followed: decided.followed
            )
        )
    }

    private func details(of before: DocumentEntry, to after: DocumentEntry, _ decided: Decided) -> [String: String] {
        var details = ["before": before.standing, "after": after.standing]
        if decided.followed != nil, versions.isUnseen(before) { details[TraceEvent.unseenKey] = "1" }
        return details
    }

    /// What the commit needs to know.
    var plan: WorkPlan {
        WorkPlan(
            actor: admission.actor,
            mode: admission.mode,
            request: admission.request,
            node: admission.node,
            software: admission.software,
            isWeb: admission.isCareSession,
            policy: policy,
            presence: admission.asker.presence,
            isSecret: admission.isSecretConnection,
            mandate: admission.mandate,
            patient: admission.record == nil ? admission.patient?.ins : nil,
            structureStanding: admission.structureStanding,
            leaves: sealed.map { part in
                let leaf = StateLeaf(
                    document: part.place.document,
                    version: part.place.version,
                    confidentiality: part.place.confidentiality,
                    state: DocumentState(part.entry.status),
                    metadataRow: part.row,
                    wrappedKey: part.wrapped
                )
                return WorkPlan.NewLeaf(
                    document: part.place.document,
                    entryID: part.entry.id,
                    leafHash: leaf.hash,
                    rule: part.rule,
                    details: part.entry.traceDetails,
                    entry: part.entry,
                    judged: part.entry.replaces == nil ? admission.feedingAct : .replace,
                    asked: part.asked
                )
            },
            changes: changed
        )
    }

    /// The parts that go to the host, with keys sealed to the node.
    func preparedDocuments(work id: UniqueID) throws -> [PreparedDocument] {
        guard let sender = custodian.nodes.sender(for: admission.node) else { throw CustodyError.notAdmitted }
        let binding = Array(SHA256.hash(data: id.bytes))
        return try sealed.map { part in
            PreparedDocument(
                document: part.place.document,
                version: part.place.version,
                key: SealedKey(
                    message: try sender.seal(
                        part.key.exportBytes(),
                        leafHash: binding,
                        now: UInt64(max(0, now.milliseconds))
                    ),
                    leafHash: binding
                ),
                wrappedKey: part.wrapped,
                row: part.row,
                uniqueTag: try custodian.working.blindIndex.tag(uniqueID: part.entry.uniqueID.text)
            )
        }
    }

    /// The submission set under the ordinary class's key, placed like a document of version 0.
    func seal(_ set: SubmissionSet?) throws -> [UInt8]? {
        guard let set else { return nil }
        let place = try DocumentPlace(
            record: context.record,
            document: DocumentID(bytes: set.id.bytes).orFault,
            version: 0,
            confidentiality: []
        )
        return try context.recordKey.metadataKey(record: context.record, confidentiality: [])
            .seal(set.encoded, at: place, metadataVersion: 0, nonce: SealNonce(random: custodian.random))
    }

    private mutating func permits(_ act: Act, traced: TracedAct, _ entry: DocumentEntry) -> Bool {
        guard refusal == nil else { return false }
        let facts = DocumentFacts(entry, for: admission.actor)
        let judgement = custodian.judge(act, .document(facts), by: admission, on: context, now: now)
        rule = judgement.rule
        policy = judgement.policy
        guard let refused = judgement.refusal else { return true }
        refusal = (refused, TraceDraft(traced, by: admission, documents: [entry.id]).judged(judgement))
        return false
    }

    private func seal(_ entry: DocumentEntry, at place: DocumentPlace, number: UInt32) throws -> [UInt8] {
        let part = try context.part(place.record).orFault
        return try part.recordKey.metadataKey(record: part.record, confidentiality: place.confidentiality)
            .seal(
                entry.encoded,
                at: place,
                metadataVersion: number,
                nonce: SealNonce(random: custodian.random)
            )
    }
}

extension Admission {
    /// As what a filing counts: an employee files for somebody else.
    var feedingAct: Act {
        if case .care(let care) = actor, care.holder == .employee { .feedBySecretary } else { .feed }
    }
}

extension DocumentEntry {
    /// What the trace of a deposit keeps of a document; a lot's signature says that it is one.
    var traceDetails: [String: String] {
        var details = ["sha256": Hexadecimal.encode(sha256), "signature": signature.rawValue, "after": standing]
        if isLotSignature { details[TraceEvent.partKey] = TraceEvent.lotSignature }
        return details
    }

    /// Takes another visibility, which makes a new version of the metadata.
    fileprivate mutating func turn(_ visibility: Visibility, newEntryUUID: UniqueID) {
        guard visibility != self.visibility else { return }
        self.visibility = visibility
        metadataVersion += 1
        entryUUID = newEntryUUID
    }

    /// Status and visibility in one word for a trace, such as `approved/1`.
    var standing: String { "\(status)/\(visibility.rawValue)" }
}
