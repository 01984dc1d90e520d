import AccessRules
import Foundation
import GRDB
public import HealthRecord
import Sealing

extension Custodian {
    /// Makes prepared work true: the linearisation point of every deposit and change (security design § 2.7, step 4).
    ///
    /// In one transaction leaves are appended and substituted, events traced and the state of the work turned; asked again,
    /// the first answer is given again.
    ///
    /// - Parameter paths: for each change the siblings of its leaf, as the changes before it in the work leave them.
    /// - Throws: `notPrepared` for work aborted or unknown; `stateMismatch` when a path shown is not of this moment: read the
    ///   leaves again and ask once more; `conflict("moved")` where the holder has chosen another visibility for what comes in
    ///   since it was prepared: prepare it again.
    public func commit(_ id: UniqueID, paths: [LeafPath]) async throws(CustodyError) -> CommittedWork {
        let result = try await ledger.commit { transaction -> ActResult<CommittedWork> in
            let work = try transaction.work(id, custodian: self)
            if let done = work.outcome { return .done(done) }
            guard work.state == .prepared, transaction.now <= work.deadline else { throw CustodyError.notPrepared }
            guard let found = try transaction.context(of: work.record) else { throw CustodyError.recordMismatch }
            var context = try transaction.whole(found)
            // Nothing goes into a record that was closed in the meantime.
            guard context.policy.state.isOpen else { throw CustodyError.notPrepared }
            // Nor under a matricule that was taken from it.
            if let patient = work.plan.patient, !context.file.identifiers.contains(patient) {
                throw CustodyError.notPrepared
            }
            // Nor does anything change in what was parted from it.
            guard work.plan.changes.allSatisfy({ context.part($0.record) != nil }) else {
                throw CustodyError.notPrepared
            }
            switch try self.judgeAgain(work, &context, &transaction) {
            case .refused(let refusal): return .refused(refusal)
            case .conflict(let what): return .conflict(what)
            case .done(let judgements):
                let done = try self.carryOut(work, id, paths, judgements, &context, &transaction)
                try self.tell(of: work.plan, on: context, &transaction)
                return .done(done)
            }
        }.value
        return try result.get()
    }

    /// What was permitted when the work was prepared may have been forbidden since: a leave taken back, somebody blocked.
    private func judgeAgain(
        _ work: StoredWork,
        _ context: inout RecordContext,
        _ transaction: inout CustodyTransaction
    ) throws -> ActResult<Judgements> {
        let parts =
            work.plan.changes.map { (entry: $0.followed ?? $0.before, act: $0.judged, traced: $0.act) }
            + work.plan.leaves.map { (entry: $0.filed, act: $0.judged, traced: .deposit) }
        var judgements: [Judgement] = []
        for part in parts {
            let facts = DocumentFacts(part.entry, for: work.plan.actor)
            let judgement = judge(
                part.act,
                .document(facts),
                by: work.plan.asker,
                policy: context.policy,
                now: transaction.now
            )
            guard let refusal = judgement.refusal else {
                judgements.append(judgement)
                continue
            }
            let draft = work.draft(part.traced, part.entry.id, [:]).judged(judgement)
            _ = try transaction.append(draft, to: &context)
            return .refused(refusal)
        }
        // What comes in after a wish follows it, whenever it was prepared.
        let wishes = FilingWishes(
            custodian: self,
            asker: work.plan.asker,
            policy: context.policy,
            now: transaction.now
        )
        guard wishes.give(what: work.plan) else { return .conflict("moved") }
        let count = work.plan.changes.count
        return .done(
            Judgements(changes: Array(judgements.prefix(count)), leaves: Array(judgements.dropFirst(count)))
        )
    }

    /// The decisions that a work goes by, in the order of its parts.
    private struct Judgements: Sendable {
        let changes: [Judgement]
        let leaves: [Judgement]
    }

    private func carryOut(
        _ work: StoredWork,
        _ id: UniqueID,
        _ paths: [LeafPath],
        _ judgements: Judgements,
        _ context: inout RecordContext,
        _ transaction: inout CustodyTransaction
    ) throws -> CommittedWork {
        var last: PendingTrace?
        var mirrored: [(TraceDraft, RecordID)] = []
        // Changes first: the paths shown are those of the tree before this work grows it.
        for (change, judgement) in zip(work.plan.changes, judgements.changes) {
            let part = change.record ?? work.record
            guard let shown = paths.first(where: { $0.ordinal == change.ordinal && ($0.record ?? work.record) == part })
            else { throw CustodyError.stateMismatch }
            do {
                try context.substitute(
                    in: part,
                    at: change.ordinal,
                    old: change.oldLeafHash,
                    new: change.leafHash,
                    path: shown.path
                )
            } catch { throw CustodyError.stateMismatch }
            let draft = work.draft(change.act, change.entryID, change.details).judged(judgement)
            last = try transaction.append(draft, to: &context)
            if let joined = change.record { mirrored.append((draft, joined)) }
            try note(change.after, isNew: false, in: part, by: work.plan, context, &transaction)
        }
        var places: [CommittedWork.Place] = []
        for (leaf, judgement) in zip(work.plan.leaves, judgements.leaves) {
            places.append(
                CommittedWork.Place(document: leaf.document, ordinal: context.range.count, leafHash: leaf.leafHash)
            )
            try context.range.append(leaf.leafHash)
            let draft = work.draft(.deposit, leaf.entryID, leaf.details).judged(judgement)
            last = try transaction.append(draft, to: &context)
            try note(leaf.entry, isNew: true, in: work.record, by: work.plan, context, &transaction)
        }
        for (draft, joined) in mirrored { try transaction.mirror(draft, in: joined, of: &context) }
        let changed = Set(mirrored.map(\.1))
        for place in context.joined.indices where changed.contains(context.joined[place].record) {
            context.joined[place].stateSequence += 1
            transaction.keep(context.joined[place])
        }
        context.stateSequence += 1
        transaction.keep(context)
        let done = CommittedWork(
            places: places,
            changes: work.plan.changes.count,
            root: context.root,
            // Kept with what it promises and told after the commit only, so that it is the same when asked again.
            receipt: try last.map(ledger.promise(for:)) ?? []
        )
        try transaction.finish(id, done)
        return done
    }

    /// Takes prepared work back, or tells how it ended; the only licence to erase what waits at the host.
    public func abort(_ id: UniqueID) async throws(CustodyError) -> WorkState {
        try await ledger.commit { transaction in
            let work = try transaction.work(id, custodian: self)
            guard work.state == .prepared else { return work.state }
            try transaction.database.execute(
                sql: "UPDATE deposit SET state = 'aborted', plan = x'' WHERE deposit_id = ?",
                arguments: [Data(id.bytes)]
            )
            return .aborted
        }.value
    }

    /// The commit's answer for work that is true; nil for work that is not.
    public func outcome(of id: UniqueID) async throws(CustodyError) -> CommittedWork? {
        try await ledger.commit { try $0.work(id, custodian: self).outcome }.value
    }
}

/// Work under way as the table has it.
struct StoredWork {
    let record: RecordID
    let state: WorkState
    let deadline: Instant
    let plan: WorkPlan
    let outcome: CommittedWork?

    func draft(_ act: TracedAct, _ document: UniqueID, _ details: [String: String]) -> TraceDraft {
        var details = details
        if !plan.software.isEmpty { details[TraceEvent.softwareKey] = plan.software }
        if plan.isWeb == true { details[TraceEvent.webKey] = "1" }
        if plan.isSecret { details[TraceEvent.secretKey] = "1" }
        if let mandate = plan.mandate { details["mandate"] = mandate.text }
        return TraceDraft(
            act: act,
            actor: plan.actor,
            mode: plan.mode,
            request: plan.request,
            node: plan.node,
            documents: [document],
            rule: "",
            policy: plan.policy,
            details: details
        )
    }
}

extension CustodyTransaction {
    func work(_ id: UniqueID, custodian: Custodian) throws -> StoredWork {
        guard
            let row = try Row.fetchOne(
                database,
                sql: "SELECT * FROM deposit WHERE deposit_id = ?",
                arguments: [Data(id.bytes)]
            ),
            let state = WorkState(rawValue: row["state"]),
            let record = RecordID(bytes: [UInt8](row["record_id"] as Data))
        else { throw CustodyError.notPrepared }
        let deadline = Instant(milliseconds: row["deadline"])
        guard state != .aborted else {
            return StoredWork(record: record, state: .aborted, deadline: deadline, plan: .none, outcome: nil)
        }
        let outcome: CommittedWork? =
            try (row["outcome"] as Data?).map { try JSONDecoder().decode(CommittedWork.self, from: $0) }
        return StoredWork(
            record: record,
            state: state,
            deadline: deadline,
            plan: state == .prepared
                ? try custodian.openLoose(WorkPlan.self, [UInt8](row["plan"] as Data), id: id, bound: .plan) : .none,
            outcome: outcome
        )
    }

    func finish(_ id: UniqueID, _ done: CommittedWork) throws {
        try database.execute(
            sql: "UPDATE deposit SET state = 'committed', plan = x'', outcome = ? WHERE deposit_id = ?",
            arguments: [try JSONEncoder().encode(done), Data(id.bytes)]
        )
    }
}

extension WorkPlan {
    /// Who prepared the work.
    var asker: Asker {
        Asker(
            actor: actor,
            mode: mode,
            presence: presence,
            isSecret: isSecret,
            mandate: mandate,
            // A plan that does not say vouches for nothing: it lived for minutes, and whoever is refused prepares it again.
            structureStanding: structureStanding ?? .stated
        )
    }

    /// What remains of a plan once its work has ended.
    static let none = WorkPlan(
        actor: .system(""),
        mode: .normal,
        request: UniqueID(random: (0, 0)),
        node: "",
        software: "",
        policy: "",
        leaves: [],
        changes: []
    )
}
