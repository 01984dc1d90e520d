import AccessRules
public import HealthRecord

extension Custodian {
    /// Refuses a professional's access at the holder's request, by the treating physician (PDT-INF-527 § 5.3; order of rules:
    /// functional matrix, row *block*).
    ///
    /// The holder alone lifts a refusal: nothing provides that a professional does.
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
        ) { _, context, draft in
            draft.details["subject"] = block.subject.text
            draft.details["name"] = block.name.spoken
            guard !context.policy.blocks.contains(where: { $0.subject == block.subject }) else {
                draft.details["effect"] = ChangeEffect.unchanged.rawValue
                return ChangeEffect.unchanged
            }
            context.change { file in
                file.policy.authorisations.removeAll { $0.subject == block.subject }
                file.policy.blocks.append(block)
            }
            return .done
        }
        return effect
    }
}
