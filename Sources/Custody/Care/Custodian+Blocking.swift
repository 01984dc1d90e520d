import AccessRules
public import HealthRecord

/// What the treating physician does to the list of professionals at the holder's request (CSP L1111-16; L1111-19).
extension Custodian {
    /// Refuses a professional's access at the holder's request, by the treating physician (PDT-INF-527 § 5.3; order of rules:
    /// functional matrix, row *block*); the holder is told.
    public func blockAtRequest(
        _ block: Block,
        _ admission: Admission,
        of reference: RecordReference?
    ) async throws(CustodyError) -> ChangeEffect {
        guard case .care(let actor) = admission.actor else { throw .notAdmitted }
        guard block.subject != actor.subject else { throw .conflict("oneself") }
        let (effect, _) = try await perform(
            .block,
            traced: .block,
            by: admission,
            on: reference,
            resource: .target(block.subject)
        ) { transaction, context, draft in
            draft.details["subject"] = block.subject.text
            draft.details["name"] = block.name.spoken
            guard !context.policy.blocks.contains(where: { $0.subject == block.subject }) else {
                draft.details["effect"] = ChangeEffect.unchanged.rawValue
                return ChangeEffect.unchanged
            }
            // Nobody may refuse for the holder whom the list has no place for any more.
            guard context.policy.blocks.count < HolderWish.blockLimit else {
                throw CustodyError.conflict(CustodyError.listFull)
            }
            let recorded = Block(
                subject: block.subject,
                name: block.name,
                profession: block.profession,
                since: transaction.now,
                recordedBy: actor.subject
            )
            context.change { $0.policy.refuse(recorded) }
            try self.tellOfBlocking(actor, on: context, &transaction)
            return .done
        }
        return effect
    }

    /// Lifts, at the holder's request, a refusal that the same treating physician has recorded; the holder is told.
    ///
    /// Nothing comes back with it: leave is asked for again. What the holder has refused himself, he lifts himself.
    public func unblockAtRequest(
        _ subject: CareSubject,
        _ admission: Admission,
        of reference: RecordReference?
    ) async throws(CustodyError) -> ChangeEffect {
        guard case .care(let actor) = admission.actor else { throw .notAdmitted }
        let (effect, _) = try await perform(
            .unblock,
            traced: .unblock,
            by: admission,
            on: reference,
            resource: .target(subject)
        ) { transaction, context, draft in
            draft.details["subject"] = subject.text
            guard let block = context.policy.blocks.first(where: { $0.subject == subject }) else {
                draft.details["effect"] = ChangeEffect.unchanged.rawValue
                return ChangeEffect.unchanged
            }
            guard block.recordedBy == actor.subject else { throw CustodyError.conflict("recordedByAnother") }
            draft.details["name"] = block.name.spoken
            context.change { $0.policy.lift(subject) }
            try self.tellOfBlocking(actor, on: context, &transaction)
            return .done
        }
        return effect
    }

    /// Whoever changes the holder's choices for him is told of; in a secret connection nobody does.
    private func tellOfBlocking(
        _ actor: CareActor,
        on context: RecordContext,
        _ transaction: inout CustodyTransaction
    ) throws {
        try transaction.tell(.recordAdministered(by: actor.name, at: transaction.now), on: context)
    }
}
