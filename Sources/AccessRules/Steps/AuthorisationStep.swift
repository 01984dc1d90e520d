import HealthRecord

/// 6. A leave in force, or a role that stands for it, carries the permit.
enum AuthorisationStep: Step {
    static func judge(_ question: Question, _ findings: inout Findings) -> Refusal? {
        switch question.party {
        case .portal(let capacity):
            findings.ground = ground(of: capacity)
            if capacity == .hostPhysician { findings.obligations.add(.notifyHolder) }
            return nil
        case .care(let party):
            if let refusal = consent(question) { return refusal }
            if let delegate = question.resource.target, question.act == .declareAuthorisation {
                findings.ground = (.consentDelegated, .delegation)
                return delegation(to: delegate, from: party, question)
            }
            if let refusal = AdministrationRule.judge(party, question) { return refusal }
            if let ground = ground(of: party, question) {
                findings.ground = ground
                return nil
            }
            if AdministrationRule.isCarriedByPresence(question) {
                findings.ground = (.holderPresent, .administration)
                return nil
            }
            guard isNeedless(question) else { return missing(party, question) }
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
        from party: CareParty,
        _ question: Question
    ) -> Refusal? {
        guard question.switches.consentDelegation, party.column != .employee, party.column != .structure else {
            return .told(.consentNotDelegable, question.set.source(.consentDelegation), .roleRefused)
        }
        guard ground(of: party, question) != nil else { return missing(party, question) }
        let isBlocked = question.policy.blocks.contains { $0.subject == delegate }
        return isBlocked ? .told(.delegateBlocked, .block, .blocked, .askHolderToUnblock) : nil
    }

    private static func ground(of party: CareParty, _ question: Question) -> (RuleID, LegalSource)? {
        switch question.mode {
        case .breakGlass: return (.emergencyBreakGlass, .emergency)
        case .regulation: return (.emergencyRegulation, .emergency)
        case .normal: break
        }
        if question.isTreating {
            return question.standing == .administrator
                ? (.roleAdministrator, question.set.source(.administrators)) : (.roleTreatingPhysician, .treating)
        }
        let structure = CareSubject.structure(party.actor.structure.id)
        if party.column == .occupational {
            // Express consent names the person; a structure's leave does not reach him (CSP L1111-17 IV).
            if question.switches.occupationalMayRead, isInForce(party.subject, question) {
                return (.authorisationValid, question.set.source(.occupationalRead))
            }
        } else {
            if isInForce(party.subject, question) { return (.authorisationValid, .team) }
            if question.switches.structureLeave, isInForce(structure, question, for: party.actor.person) {
                return (.authorisationOfStructure, question.set.source(.structureLeave))
            }
            if let team = team(of: party, question),
                !question.switches.consentInitial || team.hasConsent(question.policy, at: question.context.now)
            {
                return (.authorisationOfTeam, .deemed)
            }
        }
        return question.isOwnDocument && readsOwn(question.act) ? (.roleAuthor, .masking) : nil
    }

    /// The care team that deems its members authorised, where the set knows one and care goes on.
    private static func team(of party: CareParty, _ question: Question) -> CareTeam? {
        guard question.switches.consentTeam, let team = question.context.circumstances.team,
            team.isEffective(at: question.context.now)
        else { return nil }
        // A structure brings in its people where the set lets a structure hold a leave.
        let isIncluded =
            question.switches.structureLeave ? team.includes(party.actor) : team.members.contains(party.subject)
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

    /// Whether a leave of somebody, or of a structure for one who works there, is in force.
    private static func isInForce(
        _ subject: CareSubject,
        _ question: Question,
        for person: ProfessionalID? = nil
    ) -> Bool {
        let now = question.context.now
        let leaves = question.policy.authorisations
        // By their places: a leave is not taken out to be looked at.
        return leaves.indices.contains {
            leaves[$0].subject == subject && leaves[$0].since <= now && leaves[$0].isValid(at: now)
                && leaves[$0].serves(person)
        }
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

    private static func missing(_ party: CareParty, _ question: Question) -> Refusal {
        if party.column != .occupational, team(of: party, question) != nil {
            return .told(.teamConsentMissing, .deemed, .consentRequired, .stateConsent)
        }
        let had =
            question.policy.authorisation(of: party.subject) != nil
            || (party.column != .occupational && question.switches.structureLeave
                && question.policy.authorisation(of: .structure(party.actor.structure.id))?
                    .serves(party.actor.person) == true)
        return .told(
            had ? .authorisationExpired : .authorisationMissing,
            .team,
            .authorisationRequired,
            .askHolderForLeave
        )
    }
}
