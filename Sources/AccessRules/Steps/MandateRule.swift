import HealthRecord

/// Part of step 7: what a court, or the holder, has kept out of a mandate; how many may be invited.
enum MandateRule {
    static func judge(_ capacity: Capacity, _ question: Question) -> Refusal? {
        let facts = question.context.circumstances
        if let mandate = facts.mandate, capacity != .holder, capacity != .minor, capacity.isPerson {
            let isLimited =
                (mandate.limits.contains(.content) && question.act.showsContent)
                || (mandate.limits.contains(.decisions)
                    && (question.act.governs || question.act.changesWishes(on: question.resource)))
            if isLimited { return .told(.mandateLimited, .protection, .roleRefused) }
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
    /// Whether the act shows documents.
    fileprivate var showsContent: Bool {
        switch self {
        case .read, .search, .findReference, .export: true
        default: false
        }
    }

    /// Whether the act decides for the holder.
    fileprivate var governs: Bool {
        switch self {
        case .mask, .unmask, .archive, .restore, .delete, .authorise, .revoke, .block, .unblock,
            .declareTreatingPhysician, .removeTreatingPhysician, .changeWishes, .changeContact, .delegate,
            .inviteRepresentative, .close, .reopen, .requestErasure, .nameAdministrator, .withdrawAdministrator,
            .endDelegation:
            true
        default: false
        }
    }
}
