import HealthRecord

/// 6. A leave in force, or a role that stands for it, carries the permit.
enum AuthorisationStep: Step {
    static func judge(_ question: Question, _ findings: inout Findings) -> Refusal? {
        switch question.party {
        case .portal(let capacity):
            findings.ground = ground(of: capacity)
            if capacity == .hostPhysician { findings.obligations.add(.notifyHolder) }
            return nil
        case .care(let actor, let column):
            if let refusal = consent(question) { return refusal }
            if let delegate = question.resource.target, question.act == .declareAuthorisation {
                findings.ground = (.consentDelegated, .delegation)
                return delegation(to: delegate, from: actor, column, question)
            }
            if let refusal = AdministrationRule.judge(actor, question) { return refusal }
            if let ground = ground(of: actor, column, question) {
                findings.ground = ground
                return nil
            }
            if AdministrationRule.isCarriedByPresence(question) {
                findings.ground = (.holderPresent, .administration)
                return nil
            }
            guard isNeedless(question) else { return missing(actor, column, question) }
            findings.ground = (.authorisationNeedless, .feeding)
            if question.act == .findReference { findings.obligations.add(.limitToOwnDocuments) }
            return nil
        }
    }

    private static func ground(of capacity: Capacity) -> (RuleID, LegalSource) {
        switch capacity {
        case .holder, .minor: (.roleHolder, .holder)
        case .legalRepresentative, .guardian: (.roleRepresentative, .representative)
        case .carer: (.roleCarer, .carer)
        case .system, .support, .host, .foreignContactPoint, .digitalService: (.roleSystem, .service)
        case .hostPhysician: (.roleHostPhysician, .hostProcedure)
        case .insurerFeed: (.roleSystem, .feeding)
        }
    }

    /// Who declares himself authorised states the holder's consent (CSP R1111-46), and so does who lifts a refusal for him.
    private static func consent(_ question: Question) -> Refusal? {
        guard [.declareAuthorisation, .declareTreatingPhysician, .unblock].contains(question.act),
            question.mode == .normal
        else { return nil }
        let isEnough =
            question.switches.consentMustBeConfirmed
            ? question.context.presence == .confirmed : question.context.presence != .absent
        return isEnough
            ? nil : .told(.consentMissing, question.set.source(.consentProof), .consentRequired, .stateConsent)
    }

    /// Who has a leave may collect the holder's consent for another to whom part of the care is entrusted.
    private static func delegation(
        to delegate: CareSubject,
        from actor: CareActor,
        _ column: ActorColumn?,
        _ question: Question
    ) -> Refusal? {
        guard question.switches.consentDelegation, column != .employee, column != .structure else {
            return .told(.consentNotDelegable, question.set.source(.consentDelegation), .roleRefused)
        }
        guard ground(of: actor, column, question) != nil else { return missing(actor, column, question) }
        let isBlocked = question.policy.blocks.contains { $0.subject == delegate }
        return isBlocked ? .told(.delegateBlocked, .block, .blocked, .askHolderToUnblock) : nil
    }

    private static func ground(
        of actor: CareActor,
        _ column: ActorColumn?,
        _ question: Question
    ) -> (RuleID, LegalSource)? {
        switch question.mode {
        case .breakGlass: return (.emergencyBreakGlass, .emergency)
        case .regulation: return (.emergencyRegulation, .emergency)
        case .normal: break
        }
        if question.isTreating {
            return question.standing == .administrator
                ? (.roleAdministrator, question.set.source(.administrators)) : (.roleTreatingPhysician, .treating)
        }
        if column == .occupational {
            // Express consent names the person; a structure's leave does not reach him (CSP L1111-17 IV).
            if question.switches.occupationalMayRead, isInForce(actor.subject, question) {
                return (.authorisationValid, question.set.source(.occupationalRead))
            }
        } else {
            if isInForce(actor.subject, question) { return (.authorisationValid, .team) }
            if question.switches.structureLeave, isInForce(.structure(actor.structure.id), question) {
                return (.authorisationOfStructure, question.set.source(.structureLeave))
            }
            if let team = team(of: actor, question),
                !question.switches.consentInitial || team.hasConsent(question.policy, at: question.context.now)
            {
                return (.authorisationOfTeam, .deemed)
            }
        }
        return question.isOwnDocument && readsOwn(question.act) ? (.roleAuthor, .masking) : nil
    }

    /// The care team that deems its members authorised, where the set knows one and care goes on.
    private static func team(of actor: CareActor, _ question: Question) -> CareTeam? {
        guard question.switches.consentTeam, let team = question.context.circumstances.team,
            team.isEffective(at: question.context.now)
        else { return nil }
        // A structure brings in its people where the set lets a structure hold a leave.
        let isIncluded = question.switches.structureLeave ? team.includes(actor) : team.members.contains(actor.subject)
        return isIncluded ? team : nil
    }

    /// What an author does with his own document without a leave (CSP R1111-49: the depositor keeps access).
    private static func readsOwn(_ act: Act) -> Bool {
        switch act {
        case .read, .search, .findReference, .mask, .unmask, .reveal, .archive, .restore, .delete, .replace,
            .hideFromRepresentatives:
            true
        default: false
        }
    }

    private static func isInForce(_ subject: CareSubject, _ question: Question) -> Bool {
        guard let leave = question.policy.authorisation(of: subject) else { return false }
        return leave.since <= question.context.now && leave.isValid(at: question.context.now)
    }

    /// Acts open to all who care: they show nothing of the record.
    private static func isNeedless(_ question: Question) -> Bool {
        switch question.act {
        case .testExistence, .declareAuthorisation, .removeOwnAuthorisation, .resignTreatingPhysician,
            .declareTreatingPhysician, .listOpenRecords, .findWithoutINS, .feed, .feedBySecretary:
            true
        case .findReference: question.document == nil || question.isOwnDocument
        default: false
        }
    }

    private static func missing(_ actor: CareActor, _ column: ActorColumn?, _ question: Question) -> Refusal {
        if question.mode == .normal, column != .occupational, team(of: actor, question) != nil {
            return .told(.teamConsentMissing, .deemed, .consentRequired, .stateConsent)
        }
        let had =
            question.policy.authorisation(of: actor.subject) != nil
            || (column != .occupational && question.switches.structureLeave
                && question.policy.authorisation(of: .structure(actor.structure.id)) != nil)
        return .told(
            had ? .authorisationExpired : .authorisationMissing,
            .team,
            .authorisationRequired,
            .askHolderForLeave
        )
    }
}
