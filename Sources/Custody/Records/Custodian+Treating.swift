import AccessRules
public import HealthRecord
import Sealing

/// The treating physician, beyond what he says of himself (CSP L1111-16; reference: access-and-lifecycle § 3.3).
extension Custodian {
    /// Records the treating physician whom the insured declared to the health insurance.
    ///
    /// The insured changes him there: the one declared before loses the role, and every other where a record has one only.
    ///
    /// - Parameter leave: the physician, with the leave that goes with the role.
    public func declareTreatingPhysician(_ leave: Authorisation, of ins: QualifiedINS) async throws(CustodyError) {
        guard case .person(let physician) = leave.subject, leave.profession.isPhysician else {
            throw .conflict("physician")
        }
        _ = try await turn(
            ins,
            .declareTreatingPhysician,
            "treating.declaredToInsurer",
            ["subject": leave.subject.text, "name": leave.name.spoken],
            by: "insurer"
        ) { transaction, context in
            // The insurer knows nothing of a minor's secret, and its lines tell nothing of it.
            let seen = context.policy.withoutSecrets
            var policy = seen
            // The holder's refusal by name stands until he lifts it.
            guard !policy.blocks.contains(where: { $0.subject == leave.subject }) else {
                throw CustodyError.conflict("blocked")
            }
            // Where the holder cannot end the role, the declaration to the insurer does (C3).
            let isAlone =
                !self.rules.admitsAnotherTreatingPhysician(policy)
                || self.rules.policySets[policy.policySet]?.letsHolderRemoveTreatingPhysician != true
            for other in policy.treatingDeclarations where other.physician != physician {
                // The insurer knows one; whom else the holder declared stays where the set lets several.
                if isAlone || other.origin == .insurer { policy.endTreating(other.physician) }
            }
            if isAlone { policy.treatingPhysicians.removeAll { $0 != physician } }
            if policy.authorisation(of: leave.subject)?.isValid(at: transaction.now) != true { policy.give(leave) }
            policy.declareTreating(physician, by: .insurer, at: transaction.now)
            guard policy != seen else { throw CustodyError.conflict("unchanged") }
            let changed = policy.keeping(context.policy, hiddenBehind: seen, under: self.rules)
            context.change { $0.policy = changed }
        }
    }

    /// Records that nobody is declared to the health insurance any more: the leaves stay.
    public func endDeclaration(ofTreatingPhysician ins: QualifiedINS) async throws(CustodyError) {
        _ = try await turn(ins, .resignTreatingPhysician, "treating.declaredToInsurer", [:], by: "insurer") {
            _,
            context in
            let declared = context.policy.withoutSecrets.treatingPhysicians
            guard !declared.isEmpty else { throw CustodyError.conflict("unchanged") }
            context.change { file in for physician in declared { file.policy.endTreating(physician) } }
        }
    }

    /// Tells the holder at once that somebody took the role himself, whatever the holder chose to be told.
    ///
    /// Of a secret connection nothing is told: the representatives read the mail.
    func tellOfTreating(
        _ admission: Admission,
        _ actor: CareActor,
        on context: RecordContext,
        _ transaction: inout CustodyTransaction
    ) throws {
        guard !admission.isSecretConnection else { return }
        try transaction.tell(.treatingPhysicianDeclared(by: actor.name, at: transaction.now), on: context)
    }
}
