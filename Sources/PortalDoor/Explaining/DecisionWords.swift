import AccessRules
import Wording

/// A decision's reason in plain words; every rule has some.
enum DecisionWords {
    static func reason(_ decision: Decision) -> RightsText {
        switch decision.rule {
        case .authorisationValid: decision.isPermitted ? .whyLeave : .whyDefault
        case .authorisationOfStructure: .whyStructure
        case .authorisationOfTeam, .consentDelegated: .whyTeam
        case .roleAdministrator, .maskedForAdministrator: .whyAdministrator
        case .roleTreatingPhysician, .maskedForTreatingPhysician: .whyTreating
        case .roleAuthor, .maskedForAuthor: .whyAuthor
        case .professionRefused, .professionNotOpened: .whyProfession
        case .closedToProfession: .whyClosedCategory
        case .professionUndefined, .undefined, .unknownPolicySet: .whyUndefined
        case .masked, .maskedInEmergency: .whyMasked
        case .blocked: .whyBlocked
        case .authorisationMissing, .consentMissing: .whyNoLeave
        case .authorisationExpired: .whyExpired
        case .banned, .occupationalBanned: .whyBan
        case .hiddenFromPatient, .hiddenFromRepresentatives, .secretConnection: .whyHidden
        case .functionalRefused, .functionalNotOwn, .actorUnbound: .whyRole
        case .recordClosed, .recordSuspended, .accessNotActivated, .functionalState: .whyState
        default: .whyDefault
        }
    }
}
