import AccessRules
public import HealthRecord
import Sealing

/// What a holder asks in writing of a closed record, who has no portal, or cannot come in there any more (CSP R1111-36).
///
/// The holder is told by any means, so that a paper that somebody else wrote does not stay unknown to him.
extension Custodian {
    /// Opens a closed record again on paper; what was archived comes back, and an erasure that waits does not happen.
    ///
    /// - Throws: `conflict("state")` for a record that is not closed, one closed after a death, which is undone by an order of
    ///   its own, and one that was set aside for another.
    public func reopenOnPaper(_ ins: QualifiedINS) async throws(CustodyError) {
        _ = try await turn(ins, .reopen, "closure.reopened", [:]) { transaction, context in
            guard context.isReturnable else { throw CustodyError.conflict("state") }
            try transaction.reopen(&context)
            try transaction.tellSurely(.recordReopened(at: transaction.now), on: context)
        }
    }

    /// Records on paper that a closed record is to be destroyed before its term; the calendar does it, and a reopening cancels it.
    ///
    /// - Throws: `conflict("state")` as above: what is in use is closed first; `conflict("asked")` where it is asked already.
    public func eraseOnPaper(_ ins: QualifiedINS) async throws(CustodyError) -> UniqueID {
        let id = newID()
        let details = ["request": id.text, "kind": HolderRequestKind.earlyErasure.word]
        _ = try await turn(ins, .request, Self.erasureRule, details) { transaction, context in
            guard context.isReturnable else { throw CustodyError.conflict("state") }
            try context.add(self.erasure(id, under: context.policy.policySet, transaction.now))
            try transaction.tellSurely(.erasureAsked(at: transaction.now), on: context)
        }
        return id
    }

    /// How the rule begins that traces name when the operator closed a record; its reason follows.
    public static let closureRule = "closure."
    /// The rule that traces name when an erasure was asked for on paper.
    public static let erasureRule = "erasure.asked"
}
