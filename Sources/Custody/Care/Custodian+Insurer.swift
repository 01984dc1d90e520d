import AccessRules
public import HealthRecord

extension Custodian {
    /// Takes over what the insurer says of the treating physician: who is declared to it, or nobody any more.
    ///
    /// Where the holder cannot remove him (C3), this is how the role passes: by the declaration to the insurer. The leave of
    /// the one before stays; a block by the holder stands.
    public func takeDeclaration(
        ofTreatingPhysician leave: Authorisation?,
        of ins: QualifiedINS
    ) async throws(CustodyError) {
        var declared: ProfessionalID?
        if let leave {
            guard case .person(let person) = leave.subject, leave.profession.isPhysician else {
                throw .conflict("physician")
            }
            declared = person
        }
        let person = declared
        _ = try await turn(
            ins,
            leave == nil ? .resignTreatingPhysician : .declareTreatingPhysician,
            "treating.declaredToInsurer",
            leave.map { ["subject": $0.subject.text, "name": $0.name.spoken] } ?? [:]
        ) { _, context in
            let isBlocked = context.policy.blocks.contains { $0.subject == leave?.subject }
            guard !isBlocked else { throw CustodyError.conflict("blocked") }
            context.change { file in
                file.policy.treatingPhysicians = person.map { [$0] } ?? []
                file.policy.selfDeclaredTreating = []
                if let leave, file.policy.authorisation(of: leave.subject) == nil {
                    file.policy.authorisations.append(leave)
                }
            }
        }
    }
}
