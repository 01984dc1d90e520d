import HealthRecord

/// 7. What the role may do in the mode: the functional matrix for care actors, the portal matrix for others.
enum FunctionalStep: Step {
    static func judge(_ question: Question, _ findings: inout Findings) -> Refusal? {
        guard hasItsResource(question), canStart(question) else { return .undefined }
        if let refusal = treatingPhysicianStays(question) ?? feedingIsObjected(question) ?? directivesAreKept(question)
            ?? administratorsAreKnown(question)
        {
            return refusal
        }
        let refusal =
            switch question.party {
            case .care(let party): CareFunctions.judge(party, question, &findings)
            case .portal(let capacity): PortalFunctions.judge(capacity, question)
            }
        if let refusal = refusal ?? DocumentStateRule.judge(question) { return refusal }
        // The holder names another in his place; a physician takes nobody's.
        if case .portal = question.party, question.act == .declareTreatingPhysician,
            !question.switches.treatingSeveral, !question.policy.treatingPhysicians.isEmpty
        {
            findings.obligations.add(.replaceTreatingPhysician)
        }
        return nil
    }

    /// An act about a document needs one, an act about somebody needs him, and no other act takes either.
    private static func hasItsResource(_ question: Question) -> Bool {
        switch question.resource {
        case .record: !question.act.needsDocument && !question.act.needsTarget
        case .target: question.act.takesTarget
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

    /// Where an objection to feeding was granted, nobody files but the holder and who acts for him (CSP R1111-47).
    private static func feedingIsObjected(_ question: Question) -> Refusal? {
        guard question.policy.refusesFeeding, !question.party.isPerson,
            question.act == .feed || question.act == .feedBySecretary || question.act == .replace
        else { return nil }
        return .told(.feedingObjected, .feeding, .roleRefused)
    }

    private static func directivesAreKept(_ question: Question) -> Refusal? {
        guard question.document?.isDirective == true, question.act == .feed || question.act == .replace,
            !question.switches.directives
        else { return nil }
        return .told(.directivesNotKept, question.set.source(.directives), .roleRefused)
    }

    /// Who names an administrator needs a set that knows them; who takes the rights back needs none.
    private static func administratorsAreKnown(_ question: Question) -> Refusal? {
        guard question.act == .nameAdministrator else { return nil }
        // A structure has no hand to act with: the rights are a person's.
        guard question.switches.administrators, case .person = question.resource.target else {
            return .told(.administratorsNotKnown, question.set.source(.administrators), .roleRefused)
        }
        return nil
    }

    private static func treatingPhysicianStays(_ question: Question) -> Refusal? {
        guard let target = question.resource.target, case .person(let person) = target,
            question.policy.isConfirmedTreating(person), !question.switches.treatingRemovable,
            [.block, .revoke, .removeTreatingPhysician].contains(question.act)
        else { return nil }
        return .told(
            .treatingPhysicianNotRemovable,
            question.set.source(.treatingRemovable),
            .roleRefused
        )
    }
}
