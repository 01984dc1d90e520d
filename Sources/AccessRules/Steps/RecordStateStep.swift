import HealthRecord

/// 1. Nothing goes in or out of a record that is not open (CSP R1111-36).
enum RecordStateStep: Step {
    static func judge(_ question: Question, _ findings: inout Findings) -> Refusal? {
        let refusal: Refusal
        switch question.policy.state {
        case .open(internet: .active): return nil
        case .open(internet: .awaitingActivation):
            guard question.party.isPerson, question.act != .activateAccess else { return nil }
            refusal = .told(.accessNotActivated, .activation, .recordUnavailable, .activateAccess)
        case .suspended:
            if isAllowed(question, whileSuspended: true) { return nil }
            refusal = .told(.recordSuspended, .recordLife, .recordUnavailable)
        case .closed(_, let reason):
            let comesAfterDeath = reason == .death && question.party.isPerson
            if !comesAfterDeath, isAllowed(question, whileSuspended: false) { return nil }
            refusal = .told(.recordClosed, .recordLife, .recordUnavailable)
        }
        // Who is banned learns not even that a record is closed.
        if BanStep.covers(question.party) || BanStep.shutOut(question.party) != nil {
            return .silent(refusal.rule, refusal.source)
        }
        return refusal
    }

    private static func isAllowed(_ question: Question, whileSuspended: Bool) -> Bool {
        switch (question.act, question.party) {
        case (.testExistence, _): true
        case (.signIn, .portal): true
        case (.reopen, .portal(let capacity)): !whileSuspended || capacity == .system
        case (.requestErasure, .portal): !whileSuspended
        case (.close, .portal), (.readHistory, .portal): whileSuspended
        // To open it again; of the rest the custodian says that the record is closed.
        case (.administer, .care), (.administerAccess, .care): !whileSuspended
        default: false
        }
    }
}
