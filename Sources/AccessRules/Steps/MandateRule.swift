import HealthRecord

/// Part of step 7: what a court, or the holder, has kept out of a mandate; how many may be invited.
enum MandateRule {
    static func judge(_ capacity: Capacity, _ question: Question) -> Refusal? {
        let facts = question.context.circumstances
        if let mandate = facts.mandate, !mandate.limits.isEmpty, capacity != .holder, capacity != .minor,
            capacity.isPerson
        {
            if question.act.isKeptOut(by: mandate.limits) { return .told(.mandateLimited, .protection, .roleRefused) }
            // What a document states, or is masked for, is no answer to whoever must not know that it is there.
            if question.act.isKeptOut(by: mandate.limits, on: question.resource) {
                return .toldIfVisible(.mandateLimited, .protection, .roleRefused)
            }
        }
        switch question.act {
        case .delegate: return delegation(facts, question)
        case .inviteRepresentative:
            return facts.representatives < question.switches.representativesMaximum
                ? nil : .told(.representativesLimit, question.set.source(.representativesMaximum), .roleRefused)
        default: return nil
        }
    }

    private static func delegation(_ facts: Circumstances, _ question: Question) -> Refusal? {
        guard question.switches.carers else {
            return .told(.delegationNotOffered, question.set.source(.carerDelegation), .roleRefused)
        }
        guard facts.carers < question.switches.carerMaximum else {
            return .told(.delegationLimit, question.set.source(.carerMaximum), .roleRefused)
        }
        return facts.helped < question.switches.carerMaximumHelped
            ? nil : .told(.helpedLimit, question.set.source(.carerMaximumHelped), .roleRefused)
    }
}

extension Act {
    /// Whether limits keep the act out of a mandate, whatever it is about.
    fileprivate func isKeptOut(by limits: Set<Mandate.Limit>) -> Bool {
        limits.contains { limit in
            switch limit {
            case .content: showsContent
            case .decisions: governs
            case .documents: showsContent || changesContent
            case .sharing: shares
            case .wishes: wishes
            }
        }
    }

    /// Whether limits keep the act out of a mandate for the document that it is about.
    fileprivate func isKeptOut(by limits: Set<Mandate.Limit>, on resource: Resource) -> Bool {
        // Whoever lifts a mask says who reads.
        if self == .unmask, limits.contains(.sharing) { return true }
        return !limits.isDisjoint(with: [.wishes, .decisions]) && changesWishes(on: resource)
    }

    /// Whether the act files documents or changes how they stand.
    private var changesContent: Bool {
        switch self {
        case .feed, .feedBySecretary, .replace, .mask, .unmask, .reveal, .archive, .restore, .delete,
            .hideFromRepresentatives:
            true
        default: false
        }
    }

    /// Whether the act says who else may see the record, or act on it.
    private var shares: Bool {
        switch self {
        case .authorise, .revoke, .block, .unblock, .declareTreatingPhysician, .removeTreatingPhysician, .delegate,
            .nameAdministrator, .withdrawAdministrator, .endDelegation, .changeSharing:
            true
        default: false
        }
    }

    /// Whether the act states a wish, a way to the holder, or a turn in the life of the record.
    private var wishes: Bool {
        switch self {
        case .changeWishes, .changeSharing, .changeContact, .close, .reopen, .requestErasure: true
        default: false
        }
    }

    /// Whether the act shows documents.
    private var showsContent: Bool {
        switch self {
        case .read, .search, .findReference, .export: true
        default: false
        }
    }

    /// Whether the act decides for the holder.
    private var governs: Bool {
        switch self {
        case .mask, .unmask, .archive, .restore, .delete, .authorise, .revoke, .block, .unblock,
            .declareTreatingPhysician, .removeTreatingPhysician, .changeWishes, .changeSharing, .changeContact,
            .delegate,
            .inviteRepresentative, .close, .reopen, .requestErasure, .nameAdministrator, .withdrawAdministrator,
            .endDelegation:
            true
        default: false
        }
    }
}
