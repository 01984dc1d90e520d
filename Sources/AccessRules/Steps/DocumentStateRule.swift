import HealthRecord

/// Part of step 7: the document must be in a state that the act can change.
enum DocumentStateRule {
    static func judge(_ question: Question) -> Refusal? {
        guard let document = question.document, !allows(question.act, document, question) else { return nil }
        return .toldIfVisible(.functionalState, .statuses, .documentState)
    }

    private static func allows(_ act: Act, _ document: DocumentFacts, _ question: Question) -> Bool {
        switch act {
        case .mask: document.status != .deleted
        case .unmask: document.status != .deleted && document.visibility.contains(.maskedToProfessionals)
        case .reveal: isRevealable(document, question)
        case .hideFromRepresentatives:
            document.status != .deleted && !document.visibility.contains(.hiddenFromRepresentatives)
                && document.visibility.mayBecome(.hiddenFromRepresentatives)
        case .archive: document.status == .approved || document.status == .deprecated
        case .restore: document.status == .archived
        case .delete: document.status != .deleted
        case .replace: document.status == .approved
        case .feed, .feedBySecretary: document.status == .approved
        default: true
        }
    }

    private static func isRevealable(_ document: DocumentFacts, _ question: Question) -> Bool {
        guard document.status != .deleted,
            !document.visibility.isDisjoint(with: [.hiddenFromPatient, .hiddenFromRepresentatives])
        else { return false }
        // The service reveals what is hidden from the patient, and only at the term (CSP R1111-53).
        guard case .portal(.system) = question.party else { return true }
        return document.visibility.contains(.hiddenFromPatient) && question.isReleased
    }
}
