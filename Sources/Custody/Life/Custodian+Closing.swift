import AccessRules
import Foundation
public import HealthRecord
import Sealing

/// What the holder of a closed record wants on coming back.
public enum ReturnChoice: String, Sendable, Hashable, Codable {
    /// The record as it was.
    case reopen
    /// Its destruction before the term (CSP R1111-36).
    case erase
}

/// Closing by the holder, coming back, suspension (reference: access-and-lifecycle § 4).
extension Custodian {
    /// Closes the record by its holder, who gives the secret once more; with `erasing`, asks for its destruction as well.
    public func closeOwn(secret: String, erasing: Bool, _ admission: Admission) async throws(CustodyError) {
        _ = try await checkOwnSecret(secret, admission)
        let request = newID()
        _ = try await perform(.close, traced: .close, by: admission, on: nil) {
            transaction,
            context,
            draft in
            try transaction.close(&context, .holderRequest)
            draft.details["reason"] = ClosureReason.holderRequest.rawValue
            if erasing {
                try context.add(self.erasure(request, under: context.policy.policySet, transaction.now))
                draft.details["request"] = request.text
            }
            transaction.keep(context)
            try transaction.tell(.recordClosed(at: transaction.now), on: context)
        }
    }

    /// First step of coming back to a closed record: identifier and secret; sends a one-time code.
    ///
    /// - Throws: `notAccepted` for whoever has no closed record to come back to, alike.
    public func beginReturn(
        identifier: SignInIdentifier,
        secret: String,
        preferring channel: SecondFactor?,
        from origin: TryOrigin = .unknown
    ) async throws(CustodyError) -> SignInChallenge {
        let (owner, tags) = try await checkSecret(identifier: identifier, secret: secret, from: origin)
        guard case .record(let record) = owner, let context = try await contextAfterCommit(of: record),
            case .closed(_, let reason) = context.policy.state, reason != .death, context.file.mergedInto == nil
        else { throw .notAccepted }
        try await attempts.succeed(tags)
        let file = context.file
        let person = SignInPerson(name: file.name, ins: file.identifiers.first, phone: file.phone, email: file.email)
        return try await challenge(
            SignInDoor(record: record, mandate: nil, person: person, policySet: context.policy.policySet),
            preferring: channel,
            replacing: nil
        )
    }

    /// Second step: the code, and what is wanted.
    public func completeReturn(token: String, code: String, _ choice: ReturnChoice) async throws(CustodyError) {
        let checked = try await checkCode(token: token, code: code)
        let request = newID()
        let result = try await ledger.commit { transaction -> ActResult<ReturnChoice> in
            try transaction.useSignIn(checked)
            guard checked.mandate == nil, var context = try transaction.context(of: checked.record),
                context.policy.state.isClosed
            else { throw CustodyError.notAccepted }
            let asker = Asker(
                actor: .holder(context.file.name),
                mode: .normal,
                presence: .confirmed,
                isSecret: false,
                structureStanding: .stated
            )
            let act: Act = choice == .reopen ? .reopen : .requestErasure
            let judgement = self.judge(act, .record, by: asker, policy: context.policy, now: transaction.now)
            var draft = self.systemDraft(choice == .reopen ? .reopen : .request, "", "", context)
            draft.actor = asker.actor
            draft = draft.judged(judgement)
            if let refusal = judgement.refusal {
                _ = try transaction.append(draft, to: &context)
                return .refused(refusal)
            }
            switch choice {
            case .reopen:
                try transaction.reopen(&context)
                try transaction.tell(.recordReopened(at: transaction.now), on: context)
            case .erase:
                try context.add(self.erasure(request, under: context.policy.policySet, transaction.now))
                draft.details = ["request": request.text, "kind": "earlyErasure"]
            }
            _ = try transaction.append(draft, to: &context)
            return .done(choice)
        }.value
        try await codes.succeed(try codeTag(checked.record, nil))
        _ = try result.get()
    }

    /// Suspends a record for a fraud or a defect; the holder is told, and without an objection it closes (CSP R1111-36).
    public func suspend(_ ins: QualifiedINS, reason: String) async throws(CustodyError) {
        _ = try await turn(ins, .suspend, "suspension", ["reason": reason]) { transaction, context in
            guard case .open(let internet) = context.policy.state else { throw CustodyError.conflict("state") }
            try transaction.endSessions(of: context.record)
            context.change { file in
                file.internetBefore = internet
                file.policy.state = .suspended(since: transaction.now)
            }
            try transaction.tell(.recordSuspended(at: transaction.now), on: context)
        }
    }

    /// Undoes the closing of a living person's record as that of a dead one; what the record held comes back.
    public func undoDeath(_ ins: QualifiedINS, basis: String) async throws(CustodyError) {
        _ = try await turn(ins, .reopen, "death.undone", ["basis": basis]) { transaction, context in
            guard case .closed(_, .death) = context.policy.state else { throw CustodyError.conflict("state") }
            try transaction.reopen(&context, undoing: .death)
            try transaction.tell(.recordReopened(at: transaction.now), on: context)
        }
    }

    /// Lifts a suspension.
    public func liftSuspension(_ ins: QualifiedINS) async throws(CustodyError) {
        _ = try await turn(ins, .resume, "suspension.lifted", [:]) { transaction, context in
            guard case .suspended = context.policy.state else { throw CustodyError.conflict("state") }
            try transaction.reopen(&context)
            try transaction.tell(.recordReopened(at: transaction.now), on: context)
        }
    }

    /// Moves a record to another set of rules, on purpose and with effect from now (reference: access-and-lifecycle § 10).
    ///
    /// What its documents wait for follows the other set; what is overdue by it is announced first, and comes out after a respite.
    public func migrate(_ ins: QualifiedINS, to set: String) async throws(CustodyError) {
        guard rules.policySets[set] != nil else { throw .conflict("unknownSet") }
        let rules = rules
        _ = try await turn(ins, .migrate, "policy.migrated", ["to": rules.versionedName(of: set)]) {
            transaction,
            context in
            guard context.policy.policySet != set else { throw CustodyError.conflict("unchanged") }
            let today = transaction.now.dayInFrance
            context.change { $0.policy = rules.moved($0.policy, to: set, on: today) }
            try transaction.remakeWaits(of: context)
        }
    }

    /// One act of the operator on a record, traced under the rules as they were before it.
    func turn(
        _ ins: QualifiedINS,
        _ act: TracedAct,
        _ rule: String,
        _ details: [String: String],
        by service: String = "operator",
        body: @escaping @Sendable (inout CustodyTransaction, inout RecordContext) throws -> Void
    ) async throws(CustodyError) -> HolderFile {
        let record = try await record(of: ins)
        return try await ledger.commit { transaction in
            guard var context = try transaction.context(of: record) else { throw CustodyError.recordMismatch }
            var draft = self.systemDraft(act, service, rule, context)
            draft.details = details
            try body(&transaction, &context)
            _ = try transaction.append(draft, to: &context)
            return context.file
        }.value
    }

    /// A request that waits as long as the deployment lets it think, within the term of the law (CSP R1111-36).
    private func erasure(_ id: UniqueID, under set: String, _ now: Instant) -> HolderRequest {
        let wait = now.advanced(bySeconds: settings.erasureDelay)
        let term = rules.policySets[set]?.retentionExpress?.end(from: now) ?? wait
        return HolderRequest(id: id, kind: .earlyErasure, at: now, due: min(wait, term))
    }
}
