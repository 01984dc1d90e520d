import AccessRules
import HealthRecord
import Sealing

extension Custodian {
    /// Runs one act on a record: claim the evidence, decide, trace, do; all in one commit.
    ///
    /// `counting` tells how many there are where the rules limit a number.
    /// A refusal is committed as well, and so is what did not fit: an attempt on a record is shown to its holder.
    func perform<Value: Sendable>(
        _ act: Act,
        traced: TracedAct,
        by admission: Admission,
        on reference: RecordReference?,
        resource: Resource = .record,
        counting: (@Sendable (RecordContext, CustodyTransaction) throws -> Circumstances)? = nil,
        body: @escaping @Sendable (inout CustodyTransaction, inout RecordContext, inout TraceDraft) throws -> Value
    ) async throws(CustodyError) -> (value: Value, trace: CommittedTrace) {
        let record = try record(of: admission, reference)
        try await meter(admission)
        let (result, traces) = try await ledger.commit { transaction -> ActResult<Value> in
            try self.claim(admission, in: transaction)
            var context = try self.context(of: record, for: admission, in: transaction)
            var asker = self.asker(admission, on: context, now: transaction.now)
            if try transaction.isPresenceProved(to: admission, on: record) { asker.presence = .confirmed }
            let judgement = self.judge(
                act,
                resource,
                by: asker,
                policy: context.policy,
                now: transaction.now,
                numbers: try counting?(context, transaction) ?? Circumstances()
            )
            var draft = TraceDraft(traced, by: admission).judged(judgement)
            if let refusal = judgement.refusal {
                _ = try transaction.append(draft, to: &context)
                return .refused(refusal)
            }
            if act.opensEmergency {
                try self.openEmergency(admission, &context, &transaction, &draft)
                try self.noteAccess(admission, record, transaction)
            }
            let result = try transaction.attempt(admission.actor, &context, &draft, body: body)
            // What did not fit opened nothing.
            guard case .done = result else {
                _ = try transaction.append(draft, to: &context)
                return result
            }
            try self.noteReader(admission, judgement, &context, &transaction)
            _ = try transaction.append(draft, to: &context)
            try self.tellOfHostAccess(admission, on: context, &transaction)
            return result
        }
        admissions.setClaimed(admission)
        guard let trace = traces.last else { throw .unavailable }
        return (try result.get(), trace)
    }

    /// Seals a key to the node that asked, against the committed trace; there is no other way out for a key.
    func seal(
        _ bytes: [UInt8],
        for admission: Admission,
        against trace: CommittedTrace
    ) throws(CustodyError) -> SealedKey {
        guard let sender = nodes.sender(for: admission.node) else { throw .notAdmitted }
        do {
            let now = UInt64(max(0, clock().milliseconds))
            return SealedKey(
                message: try sender.seal(bytes, leafHash: trace.leafHash, now: now),
                leafHash: trace.leafHash
            )
        } catch {
            throw .unavailable
        }
    }
}
