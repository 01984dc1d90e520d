import AccessRules
import Custody
public import HealthRecord
import HostStore
import Sealing

/// A record's documents as one reader may see them; what he may not see is not in it.
public struct RecordListing: Sendable {
    /// Entries, in the order of their deposit.
    public let entries: [DocumentEntry]
    /// Lots of which at least one document is among the entries.
    public let sets: [SubmissionSet]
    /// The policy as far as it concerns the reader.
    public let policy: RecordPolicy
    /// When the emergency ends under which the list was opened; nil in ordinary care.
    public let emergencyEnds: Instant?
}

extension RecordService {
    /// Lists a record (TD3.1, page *Mes documents*).
    public func list(_ visit: Visit) async throws(ServiceError) -> RecordListing {
        try await requireRecord(visit)
        let grant = try await custody { () async throws(CustodyError) in
            try await custodian.list(visit.admission, of: visit.reference)
        }
        let own = ListedPart(
            record: grant.record,
            state: StateMark(count: grant.count, root: grant.root),
            keys: grant.keys
        )
        let joined = grant.joined.map { ListedPart(record: $0.part.record, state: $0.part.state, keys: $0.keys) }
        var (entries, sets) = try await list(own, grant, visit)
        for part in joined {
            let listed = try await list(part, grant, visit)
            entries += listed.entries
            sets += listed.sets
        }
        // Parts that were joined are one list, in the order in which documents came in.
        if !joined.isEmpty { entries = entries.inOrderOfDeposit }
        return RecordListing(entries: entries, sets: sets, policy: grant.policy, emergencyEnds: grant.emergencyEnds)
    }

    /// One part of a record: the rows of the record itself, or of one that was joined to it.
    private struct ListedPart {
        let record: RecordID
        let state: StateMark
        let keys: SealedClassKeys
    }

    private func list(
        _ part: ListedPart,
        _ grant: ListingGrant,
        _ visit: Visit
    ) async throws(ServiceError) -> (entries: [DocumentEntry], sets: [SubmissionSet]) {
        var snapshot = try await snapshot(of: part.record, at: part.state, visit, now: grant.time)
        if !snapshot.tried.isSuperset(of: part.keys.classes) {
            for (confidentiality, key) in try node.open(part.keys) { try snapshot.open(confidentiality, with: key) }
        }
        snapshots.keep(snapshot, now: grant.time)
        let own = try await hiddenRows(of: snapshot, part, grant, visit)
        let ownByOrdinal = Dictionary(own.map { ($0.ordinal, $0.entry) }) { first, _ in first }
        var decisions = StandingDecisions(snapshot.standings, for: visit.actor, decider(of: visit, grant))
        var entries: [DocumentEntry] = []
        entries.reserveCapacity(snapshot.rows.count)
        var shown = ShownSets(of: snapshot)
        for (ordinal, opened) in snapshot.opened.enumerated() {
            if let entry = ownByOrdinal[ordinal] {
                entries.append(entry)
                shown.insert(snapshot.setPlace(of: entry.submissionSetID))
            } else if let opened, part.keys.classes.contains(opened.confidentiality),
                decisions.permits(opened.standing)
            {
                entries.append(opened.entry)
                shown.insert(opened.set)
            }
        }
        return (entries, shown.sets)
    }

    /// The custodian's own question, so that both answer alike.
    private func decider(of visit: Visit, _ grant: ListingGrant) -> Decider {
        var policy = grant.policy
        policy.closures = grant.closures
        return Decider(
            subject: visit.actor,
            act: .search,
            context: Context(
                policy: policy,
                mode: visit.mode,
                now: grant.time,
                today: grant.today,
                presence: visit.admission.record == nil ? .declared : .confirmed,
                secrecy: visit.admission.isSecretConnection ? .secret : .ordinary,
                circumstances: grant.circumstances
            ),
            ruleBook: rules
        )
    }

    /// What none of the reader's keys opens goes to the custodian, who gives back the reader's own and nothing of the rest.
    private func hiddenRows(
        of snapshot: RecordSnapshot,
        _ part: ListedPart,
        _ grant: ListingGrant,
        _ visit: Visit
    ) async throws(ServiceError) -> [(ordinal: Int, entry: DocumentEntry)] {
        // Under the same policy and root the custodian gives this reader the same answer.
        let reader = SnapshotCache.Reader(
            actor: visit.actor,
            mode: visit.mode,
            isSecretConnection: visit.admission.isSecretConnection,
            record: grant.record,
            policyVersion: grant.policy.version
        )
        // What depends on the hour is asked again.
        if let known = snapshots.opened(for: reader, at: snapshot, now: grant.time) {
            let decider = decider(of: visit, grant)
            return known.filter { decider.permits(EntryStanding($0.entry), for: visit.actor) }
        }
        let hidden = snapshot.rows.filter { row in
            guard let opened = snapshot.opened[row.ordinal] else { return true }
            return !part.keys.classes.contains(opened.confidentiality)
        }
        // Asked even when nothing is hidden: that somebody is asked must not tell that there is something.
        let entries = try await custody { () async throws(CustodyError) in
            try await custodian.openHiddenRows(hidden.compactMap(snapshot.shown), visit.admission, of: visit.reference)
        }
        let ordinals = Dictionary(hidden.map { ($0.documentID.bytes, $0.ordinal) }) { first, _ in first }
        let found = entries.compactMap { entry in ordinals[entry.id.bytes].map { (ordinal: $0, entry: entry) } }
        snapshots.keep(found, for: reader, at: snapshot)
        return found
    }

    /// The rows at a state; waits a moment for a deposit that the custodian has committed and the host has not activated.
    func snapshot(
        of record: RecordID,
        at state: StateMark,
        _ visit: Visit,
        now: Instant
    ) async throws(ServiceError) -> RecordSnapshot {
        if let kept = snapshots.snapshot(of: record, root: state.root, now: now) { return kept }
        var state = state
        for attempt in 0..<Self.snapshotAttempts {
            let contents = try await hosted { () async throws(HostStoreError) in try await host.contents(of: record) }
            if let snapshot = RecordSnapshot(contents, record: record, state: state) {
                snapshots.keep(snapshot, now: now)
                return snapshot
            }
            do { try await Task.sleep(for: .milliseconds(2 << min(attempt, 6))) } catch { throw .unavailable }
            let parts = try await custody { () async throws(CustodyError) in
                try await custodian.parts(visit.admission, of: visit.reference)
            }
            guard let part = parts.first(where: { $0.record == record }) else { throw .incomplete }
            state = part.state
        }
        throw .incomplete
    }

    /// Reads of a record in motion before it is called incomplete: about two seconds.
    static let snapshotAttempts = 20
}

extension [DocumentEntry] {
    /// By the moment of their deposit; what came in together stays as it stands.
    fileprivate var inOrderOfDeposit: [DocumentEntry] {
        enumerated().sorted { ($0.element.depositedAt, $0.offset) < ($1.element.depositedAt, $1.offset) }.map(\.element)
    }
}
