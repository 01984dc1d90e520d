import HealthRecord

/// 2. The evidence must bind the actor to a profession and a structure, or to the holder.
enum ActorStep: Step {
    static func judge(_ question: Question, _ findings: inout Findings) -> Refusal? {
        switch question.party {
        case .care(let party): careActor(party, question)
        case .portal(let capacity): person(capacity, question)
        }
    }

    private static func careActor(_ party: CareParty, _ question: Question) -> Refusal? {
        guard party.column != nil, !party.actor.profession.role.value.isEmpty else {
            return .told(.actorUnbound, .actorEvidence, .actorUnbound, .useProfessionalCredentials)
        }
        // A sector that nobody can read could be a banned one.
        guard Sector.isKnown(party.actor.structure.sector) else {
            return .told(.actorSectorUnknown, .actorEvidence, .actorUnbound, .useProfessionalCredentials)
        }
        guard question.switches.evidence.contains(party.actor.authentication) else {
            return .told(.actorEvidenceRefused, question.set.source(.careEvidence), .actorUnbound)
        }
        return nil
    }

    private static func person(_ capacity: Capacity, _ question: Question) -> Refusal? {
        switch capacity {
        case .holder, .system, .insurerFeed, .support, .host: nil
        // Shut by the next step, in silence.
        case .foreignContactPoint, .digitalService: nil
        case .minor:
            question.switches.minorOwnAccess
                ? nil : .told(.minorWithoutAccess, question.set.source(.minorOwnAccess), .refused)
        case .legalRepresentative:
            // At majority representations end (CSP R1111-28).
            question.isMinor ? mandate(question) : .told(.representationEnded, .representative, .refused)
        case .guardian:
            // Protection is provided for adults; for a minor nothing defines it.
            question.isMinor ? .told(.representationUndefined, .undefined, .refused) : mandate(question)
        case .carer:
            if question.isMinor {
                .told(.representationUndefined, .undefined, .refused)
            } else if question.switches.carers {
                mandate(question)
            } else {
                .told(.delegationNotOffered, question.set.source(.carerDelegation), .refused)
            }
        case .hostPhysician: hostPhysician(question)
        }
    }

    /// A mandate that assists does not represent; one that has ended does nothing.
    private static func mandate(_ question: Question) -> Refusal? {
        guard let mandate = question.context.circumstances.mandate else { return nil }
        if mandate.basis == .assistance { return .told(.assistanceOnly, .protection, .refused) }
        return mandate.isInForce(at: question.context.now)
            ? nil : .told(.mandateEnded, .representative, .refused)
    }

    private static func hostPhysician(_ question: Question) -> Refusal? {
        if question.switches.hostProcedure,
            question.context.circumstances.hostProcedure?.isInForce(at: question.context.now) == true
        {
            return nil
        }
        return .told(.hostProcedureMissing, question.set.source(.hostPhysician), .refused)
    }
}

/// Sectors of activity (TRE_R02).
enum Sector {
    /// `SA` and two digits.
    static func isKnown(_ sector: Code) -> Bool {
        let code = sector.value.utf8
        return sector.system == CodeSystem.sector && code.count == 4 && code.starts(with: "SA".utf8)
            && code.dropFirst(2).allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
}
