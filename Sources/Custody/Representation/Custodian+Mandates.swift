import AccessRules
import Foundation
import GRDB
public import HealthRecord
import Sealing

/// Giving and ending mandates (reference: access-and-lifecycle § 1.1; identity-and-experience § 2.5).
extension Custodian {
    /// Asks somebody to act for a holder, on the word of the insurer or a court; a letter with a code goes out.
    public func declareRepresentative(
        _ new: NewRepresentative,
        of ins: QualifiedINS,
        basis: String
    ) async throws(CustodyError) -> UniqueID {
        let record = try await record(of: ins)
        let id = newID()
        let letter = try await newLetter()
        let kept = try await ledger.commit { transaction -> WaitingLetter in
            guard var context = try transaction.context(of: record) else { throw CustodyError.recordMismatch }
            let kept = try self.add(new, id: id, letter, to: &context, &transaction)
            var draft = self.systemDraft(.declareRepresentative, "identity", "representation.declared", context)
            draft.details = ["mandate": id.text, "name": new.name.spoken, "kind": new.kind.rawValue, "basis": basis]
            _ = try transaction.append(draft, to: &context)
            return kept
        }.value
        await send(kept)
        return id
    }

    /// Asks somebody to act for a holder: the second parent, by the first; a carer, by the holder.
    public func inviteRepresentative(
        _ new: NewRepresentative,
        _ admission: Admission
    ) async throws(CustodyError) -> UniqueID {
        guard new.kind == .carer || new.kind == .parent, new.limits.isEmpty else { throw .conflict("kind") }
        let id = newID()
        let letter = try await newLetter()
        let act: Act = new.kind == .carer ? .delegate : .inviteRepresentative
        let (kept, _) = try await perform(
            act,
            traced: .declareRepresentative,
            by: admission,
            on: nil,
            counting: { context, transaction in try self.numbers(of: new, on: context.policy, transaction) }
        ) { transaction, context, draft in
            let kept = try self.add(new, id: id, letter, to: &context, &transaction)
            draft.details["invited"] = id.text
            draft.details["name"] = new.name.spoken
            draft.details["kind"] = new.kind.rawValue
            return kept
        }
        await send(kept)
        return id
    }

    /// Ends a mandate: a carer's by the holder, one's own by oneself.
    public func endRepresentation(_ id: UniqueID, _ admission: Admission) async throws(CustodyError) {
        let isOwn = admission.mandate == id
        _ = try await perform(
            // Whoever may sign in may also leave.
            isOwn ? .signIn : .endDelegation,
            traced: .endRepresentation,
            by: admission,
            on: nil
        ) { transaction, context, draft in
            guard let one = context.policy.representatives.first(where: { $0.id == id }),
                one.isStanding(at: transaction.now)
            else { throw CustodyError.conflict("unknown") }
            guard isOwn || one.kind == .carer else { throw CustodyError.conflict("kind") }
            try transaction.certify(.ended, of: one, on: context)
            context.end(id, isOwn ? .byRepresentative : .byHolder, at: transaction.now)
            draft.details["ended"] = id.text
            draft.details["name"] = one.name.spoken
            try transaction.tell(.representationChanged(at: transaction.now), on: context)
        }
    }

    /// Ends a mandate on the word of the insurer or a court.
    public func endRepresentation(
        _ id: UniqueID,
        of ins: QualifiedINS,
        basis: String
    ) async throws(CustodyError) {
        let record = try await record(of: ins)
        _ = try await ledger.commit { transaction in
            guard var context = try transaction.context(of: record),
                let one = context.policy.representatives.first(where: { $0.id == id }),
                one.isStanding(at: transaction.now)
            else { throw CustodyError.conflict("unknown") }
            try transaction.certify(.ended, of: one, on: context)
            context.end(id, .court, at: transaction.now)
            var draft = self.systemDraft(.endRepresentation, "identity", "representation.endedByCourt", context)
            draft.details = ["ended": id.text, "name": one.name.spoken, "basis": basis]
            _ = try transaction.append(draft, to: &context)
        }
    }

    /// Those who act on a record, have been asked to, or have ceased to.
    public func representatives(_ admission: Admission) async throws(CustodyError) -> [Representative] {
        try await holderFile(admission).policy.representatives
    }

    private func add(
        _ new: NewRepresentative,
        id: UniqueID,
        _ letter: NewLetter,
        to context: inout RecordContext,
        _ transaction: inout CustodyTransaction
    ) throws -> WaitingLetter {
        let now = transaction.now
        try check(new, context.file, transaction)
        let expires = now.advanced(bySeconds: settings.letterLifetime)
        context.change { file in
            file.policy.representatives.append(
                Representative(
                    id: id,
                    name: new.name,
                    birthDate: new.birthDate,
                    ins: new.ins.ins,
                    kind: new.kind,
                    limits: new.limits,
                    since: now,
                    until: new.until,
                    standing: .invited(until: expires)
                )
            )
        }
        transaction.keep(context)
        // The letter's row hangs on the mandate's.
        try transaction.registers.bring(context, in: transaction.database)
        try transaction.database.execute(
            sql: "INSERT INTO mandate_letter (mandate_id, salt, digest, expires) VALUES (?, ?, ?, ?)",
            arguments: [Data(id.bytes), Data(letter.salt), Data(letter.digest), expires.milliseconds]
        )
        return try transaction.keepForPost(
            OutgoingNotice(
                channel: .letter(new.address),
                recipient: new.name,
                ins: new.ins.ins,
                notice: .representationCode(letter.code, for: MandateInvitation(for: context.file.name, as: new.kind)),
                at: now
            ),
            slot: .mandate(id)
        )
    }

    /// Numbers, ages and terms.
    private func check(_ new: NewRepresentative, _ file: HolderFile, _ transaction: CustodyTransaction) throws {
        let now = transaction.now
        let standing = file.policy.representatives.filter { $0.isStanding(at: now) }
        func refuse(_ condition: Bool, _ reason: String) throws {
            if condition { throw CustodyError.conflict(reason) }
        }
        try refuse(file.policy.state.isClosed, "state")
        try refuse(file.identifiers.contains(new.ins.ins), "self")
        try refuse(standing.contains { $0.ins == new.ins.ins }, "sameInvitation")
        guard let set = rules.policySets[file.policy.policySet] else { throw CustodyError.conflict("unknownSet") }
        let isMinor = file.policy.birthDate.age(on: now.dayInFrance) < set.majorityAge
        try refuse(new.kind.endsAtMajority && !isMinor, "notMinor")
        try refuse(!new.kind.endsAtMajority && isMinor, "minor")
        try refuse(new.until.map { $0 <= now } ?? (new.kind == .carer), "term")
        switch new.kind {
        case .parent, .guardian:
            try refuse(standing.count(where: \.kind.endsAtMajority) >= set.representativesMaximum, "twoParents")
        case .carer:
            try refuse(standing.count(where: { $0.kind == .carer }) >= set.carerMaximum, "threeCarers")
            try refuse(try helped(by: new.ins.ins, transaction) >= set.carerMaximumHelped, "fivePersons")
        case .representation, .assistance: break
        }
    }

    /// How many there are already, by which the rules limit invitations (§ 1.1).
    private func numbers(
        of new: NewRepresentative,
        on policy: RecordPolicy,
        _ transaction: CustodyTransaction
    ) throws -> Circumstances {
        let standing = policy.representatives.filter { $0.isStanding(at: transaction.now) }
        return Circumstances(
            carers: standing.count { $0.kind == .carer },
            helped: new.kind == .carer ? try helped(by: new.ins.ins, transaction) : 0,
            representatives: standing.count(where: \.kind.endsAtMajority)
        )
    }

    private func helped(by ins: INS, _ transaction: CustodyTransaction) throws -> Int {
        let rows = try Data.fetchAll(
            transaction.database,
            sql: "SELECT record_id FROM mandate WHERE tag = ?",
            arguments: [Data(try loginTag(ins).bytes)]
        )
        return try rows.count { bytes in
            guard let record = RecordID(bytes: [UInt8](bytes)), let context = try transaction.context(of: record) else {
                return false
            }
            return context.policy.representatives.contains {
                $0.ins == ins && $0.kind == .carer && $0.isStanding(at: transaction.now)
            }
        }
    }
}

/// A posted code and what is kept of it.
struct NewLetter: Sendable {
    let code: String
    let salt: [UInt8]
    let digest: [UInt8]
}

extension Custodian {
    func newLetter() async throws(CustodyError) -> NewLetter {
        let code = LetterCode.make(random: random)
        let salt = random(16)
        return NewLetter(code: code, salt: salt, digest: try await digest(ofLetterCode: code, salt: salt))
    }

    /// The record under a matricule, for the operator's own verbs.
    func record(of ins: QualifiedINS) async throws(CustodyError) -> RecordID {
        let tag: BlindTag
        do { tag = try loginTag(ins.ins) } catch { throw .unavailable }
        let found = try await ledger.read { database in
            try Data.fetchOne(database, sql: "SELECT record_id FROM login WHERE tag = ?", arguments: [Data(tag.bytes)])
        }
        guard let record = found.flatMap({ RecordID(bytes: [UInt8]($0)) }) else { throw .recordMismatch }
        return record
    }

    /// The trace of something that the service does itself.
    func systemDraft(_ act: TracedAct, _ service: String, _ rule: String, _ context: RecordContext) -> TraceDraft {
        TraceDraft(
            act: act,
            actor: .system(service),
            mode: .normal,
            request: newID(),
            node: "",
            rule: rule,
            policy: rules.versionedName(of: context.policy.policySet)
        )
    }
}

extension RecordContext {
    /// Ends a mandate.
    mutating func end(_ id: UniqueID, _ reason: MandateEnd, at now: Instant) {
        change { file in
            for place in file.policy.representatives.indices where file.policy.representatives[place].id == id {
                file.policy.representatives[place].standing = .ended(at: now, reason: reason)
            }
        }
    }
}

extension RecordState {
    /// Whether the record is an archive.
    var isClosed: Bool { if case .closed = self { true } else { false } }
}
