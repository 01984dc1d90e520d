import AccessRules
import Foundation
public import HealthRecord
import Sealing

/// Closing by the holder and by the operator, suspension (reference: access-and-lifecycle § 4).
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
                // As on coming back to what is closed: neither happens where the rules keep this one from somebody.
                let judged = self.judge(.requestErasure, .record, by: admission, on: context, now: transaction.now)
                if let refusal = judged.refusal { throw CustodyError.refused(refusal) }
                try context.add(self.erasure(request, under: context.policy.policySet, transaction.now))
                draft.details["request"] = request.text
            }
            transaction.keep(context)
            // By any means: whoever acts for the holder may have closed it.
            try transaction.tellSurely(.recordClosed(at: transaction.now), on: context)
            if erasing { try transaction.tellSurely(.erasureAsked(at: transaction.now), on: context) }
        }
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
            try transaction.tellSurely(.recordSuspended(at: transaction.now), on: context)
            try self.tellOfSuspension(on: context, &transaction)
        }
    }

    /// Undoes the closing of a living person's record as that of a dead one; what the record held comes back.
    public func undoDeath(_ ins: QualifiedINS, basis: String) async throws(CustodyError) {
        _ = try await turn(ins, .reopen, "death.undone", ["basis": basis]) { transaction, context in
            guard case .closed(_, .death) = context.policy.state else { throw CustodyError.conflict("state") }
            try transaction.reopen(&context, undoing: .death)
            try transaction.tellSurely(.recordReopened(at: transaction.now), on: context)
        }
    }

    /// Lifts a suspension.
    public func liftSuspension(_ ins: QualifiedINS) async throws(CustodyError) {
        _ = try await turn(ins, .resume, "suspension.lifted", [:]) { transaction, context in
            guard case .suspended = context.policy.state else { throw CustodyError.conflict("state") }
            try transaction.reopen(&context)
            try transaction.tellSurely(.recordReopened(at: transaction.now), on: context)
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
    func erasure(_ id: UniqueID, under set: String, _ now: Instant) -> HolderRequest {
        let wait = now.advanced(bySeconds: settings.erasureDelay)
        let term = rules.policySets[set]?.retentionExpress?.end(from: now) ?? wait
        return HolderRequest(id: id, kind: .earlyErasure, at: now, due: min(wait, term))
    }
}
