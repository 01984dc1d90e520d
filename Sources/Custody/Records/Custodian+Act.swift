import AccessRules
import HealthRecord
import Sealing

/// What an act on a record came to, inside the transaction: done with a value, or refused; traced either way.
enum ActResult<Value: Sendable>: Sendable {
    case done(Value)
    case refused(Refusal)
}

extension Custodian {
    /// Runs one act on a record: claim the evidence, decide, trace, do; all in one commit.
    ///
    /// `counting` tells how many there are where the rules limit a number.
    /// The refusal is committed as well: an attempt on a record is shown to its holder.
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
        let (result, traces) = try await ledger.commit { transaction -> (ActResult<Value>, EmergencyAccess?) in
            try self.claim(admission, in: transaction)
            var context = try self.context(of: record, for: admission, in: transaction)
            var asker = admission.asker
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
                return (.refused(refusal), nil)
            }
            var opened: EmergencyAccess?
            if act.opensEmergency {
                opened = try self.openEmergency(admission, &context, &transaction, &draft)
                try self.noteAccess(admission, record, transaction)
            }
            let value = try body(&transaction, &context, &draft)
            _ = try transaction.append(draft, to: &context)
            return (.done(value), opened)
        }
        admissions.setClaimed(admission)
        if let opened = result.1 { await tellOfEmergency(opened, on: record) }
        guard let trace = traces.last else { throw .unavailable }
        switch result.0 {
        case .done(let value): return (value, trace)
        case .refused(let refusal): throw .refused(refusal)
        }
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

/// A key on its way to one boot of one application node, bound to the trace that allowed it.
public struct SealedKey: Sendable, Hashable, Codable {
    /// The sealed message.
    public let message: [UInt8]
    /// Hash of the trace's leaf in the log.
    public let leafHash: [UInt8]
}
