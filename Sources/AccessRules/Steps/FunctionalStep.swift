import HealthRecord

/// 7. What the role may do in the mode: the functional matrix for care actors, the portal matrix for others.
enum FunctionalStep: Step {
    static func judge(_ question: Question, _ findings: inout Findings) -> Refusal? {
        guard hasItsResource(question), canStart(question) else { return .undefined }
        if let refusal = treatingPhysicianStays(question) { return refusal }
        let refusal =
            switch question.party {
            case .care(let actor, let column): CareFunctions.judge(actor, column, question, &findings)
            case .portal(let capacity): PortalFunctions.judge(capacity, question)
            }
        return refusal ?? DocumentStateRule.judge(question)
    }

    /// An act about a document needs one, an act about somebody needs him, and no other act takes either.
    private static func hasItsResource(_ question: Question) -> Bool {
        switch question.resource {
        case .record: !question.act.needsDocument && !question.act.needsTarget
        case .target: question.act.needsTarget
        case .document: question.act.takesDocument
        }
    }

    /// Only what has stopped, or has not begun, can start.
    private static func canStart(_ question: Question) -> Bool {
        switch question.act {
        case .reopen: !question.policy.state.isOpen
        case .activateAccess: question.policy.state == .open(internet: .awaitingActivation)
        default: true
        }
    }

    private static func treatingPhysicianStays(_ question: Question) -> Refusal? {
        guard let target = question.resource.target, case .person(let person) = target,
            question.policy.treatingPhysicians.contains(person), !question.switches.treatingRemovable,
            [.block, .revoke, .removeTreatingPhysician].contains(question.act)
        else { return nil }
        return .told(
            .treatingPhysicianNotRemovable,
            question.set.source(.treatingRemovable),
            .roleRefused
        )
    }
}
