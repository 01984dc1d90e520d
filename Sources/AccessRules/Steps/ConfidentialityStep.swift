import HealthRecord

/// 9. From whom the document is hidden (JDV_J08); who may not see it does not learn that it is there.
enum ConfidentialityStep: Step {
    static func judge(_ question: Question, _ findings: inout Findings) -> Refusal? {
        guard let document = question.document else { return SecrecyRule.judge(question) }
        if question.act == .feed || question.act == .feedBySecretary || question.act == .replace {
            return filing(document, question)
        }
        if let (rule, source) = Concealment.rule(question) { return .silent(rule, source) }
        if let refusal = SecrecyRule.judge(question) { return refusal }
        if question.act == .mask, document.visibility.contains(.hiddenFromPatient), !question.isReleased,
            !question.switches.hiddenAndMasked
        {
            return .told(.cumulationRefused, .cumulation, .documentState)
        }
        guard case .care = question.party else { return nil }
        if document.visibility.contains(.hiddenFromPatient), !question.isReleased {
            findings.obligations.add(.warnHiddenFromPatient)
        }
        if !document.visibility.isDisjoint(with: [.hiddenFromRepresentatives, .secretConnection]) {
            findings.obligations.add(.warnHiddenFromRepresentatives)
        }
        if document.visibility.contains(.maskedToProfessionals) { findings.ground = throughMask(document, question) }
        return nil
    }

    /// Why the reader sees a masked document, which says more than his leave.
    private static func throughMask(_ document: DocumentFacts, _ question: Question) -> (RuleID, LegalSource) {
        if question.isOwnDocument { return (.maskedForAuthor, .masking) }
        // In ordinary care nobody else sees through a mask.
        if question.mode == .normal {
            return question.standing == .administrator
                ? (.maskedForAdministrator, question.set.source(.administrators))
                : (.maskedForTreatingPhysician, .treating)
        }
        return (.maskedInEmergency, .emergency)
    }

    private static func filing(_ document: DocumentFacts, _ question: Question) -> Refusal? {
        // The signature of a lot carries both masks by its own profile (CI-SIS Partage; interop sheet § 4.9).
        if document.isLotSignature { return nil }
        if document.visibility.isSuperset(of: [.maskedToProfessionals, .hiddenFromPatient]),
            !question.switches.hiddenAndMasked
        {
            return .told(.cumulationRefused, .cumulation, .documentState, .changeVisibility)
        }
        let asksSecrecy = document.visibility.contains(.secretConnection)
        if question.context.secrecy == .secret {
            // Only what stays hidden from the representatives is filed in a secret connection (EX_0.1-1100).
            guard document.visibility.contains(.hiddenFromRepresentatives) else {
                return .told(.secretConnection, .minors, .documentState, .changeVisibility)
            }
        } else if asksSecrecy {
            return .told(.secretConnection, .minors, .documentState, .changeVisibility)
        }
        return nil
    }
}
