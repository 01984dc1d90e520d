import HealthRecord

/// Part of step 6: what a professional does to a record as such, with the patient (TD1.1 to TD1.5; interop § 2.7).
enum AdministrationRule {
    /// Since records belong to *Mon espace santé*, their holders alone administer them; before, the patient was there.
    static func judge(_ party: CareParty, _ question: Question) -> Refusal? {
        guard question.act.administers else { return nil }
        guard question.switches.professionalsAdminister, question.mode == .normal,
            question.context.secrecy == .ordinary,
            party.actor.holder == .professional || party.actor.holder == .employee
        else { return .told(.administrationOff, question.set.source(.openingMode), .roleRefused) }
        // The patient's own access is made and changed before his eyes; the rest too where the set has consent confirmed.
        guard question.act == .administerAccess || question.switches.consentMustBeConfirmed,
            question.context.presence != .confirmed
        else { return nil }
        return .told(.presenceMissing, .administration, .consentRequired, .stateConsent)
    }

    /// Whether the patient's proven presence stands for a leave.
    static func isCarriedByPresence(_ question: Question) -> Bool {
        question.act.administers && question.context.presence == .confirmed
    }
}

extension Act {
    fileprivate var administers: Bool { self == .administer || self == .administerAccess }
}
