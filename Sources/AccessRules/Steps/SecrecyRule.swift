import HealthRecord

/// Part of step 9: a secret connection changes nothing that the representatives see.
///
/// Its traces are kept from them and nobody is told of it: to them, what is theirs to see would change by nobody's hand.
enum SecrecyRule {
    static func judge(_ question: Question) -> Refusal? {
        guard question.context.secrecy == .secret, case .care(let party) = question.party,
            showsItsEffect(question, by: party)
        else { return nil }
        return .toldIfVisible(.secretConnection, .minors, .modeRefused, .leaveSecretConnection)
    }

    private static func showsItsEffect(_ question: Question, by party: CareParty) -> Bool {
        switch question.act {
        case .mask, .unmask, .archive, .restore, .delete: !isClosed(question)
        // What comes out in one way must stay closed in the other.
        case .reveal: !isClosed(question) || !isStillHidden(question)
        // A refusal by name stands in everybody's sight.
        case .block, .unblock: true
        // What he has in secret is given back alone, and leaves the rest as it stands.
        case .removeOwnAuthorisation:
            standsOpenly(party, question) && !question.policy.knowsInSecret([party.subject])
        case .resignTreatingPhysician: isTreatingOpenly(party, question) && !isTreatingInSecret(party, question)
        default: false
        }
    }

    private static func isClosed(_ question: Question) -> Bool {
        question.document?.visibility.isDisjoint(with: [.hiddenFromRepresentatives, .secretConnection]) == false
    }

    private static func isStillHidden(_ question: Question) -> Bool {
        question.document?.visibility.contains(.hiddenFromPatient) == true && !question.isReleased
    }

    /// Whether representatives see that he has something to do with the record: a leave, a role, a place in a team.
    private static func standsOpenly(_ party: CareParty, _ question: Question) -> Bool {
        question.policy.openAuthorisation(of: party.subject) != nil || isTreatingOpenly(party, question)
            || question.context.circumstances.team?.members.contains(party.subject) == true
    }

    /// Whether they see him as treating physician, or as administrator.
    private static func isTreatingOpenly(_ party: CareParty, _ question: Question) -> Bool {
        guard case .person(let person) = party.subject else { return false }
        let policy = question.policy
        if policy.administrators.contains(person) { return true }
        return policy.treatingPhysicians.contains(person) && !policy.isSecretlyTreating(person)
    }

    private static func isTreatingInSecret(_ party: CareParty, _ question: Question) -> Bool {
        guard case .person(let person) = party.subject else { return false }
        return question.policy.isSecretlyTreating(person)
    }
}
