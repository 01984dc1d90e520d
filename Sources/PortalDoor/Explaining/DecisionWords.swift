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
        case .masked: .whyMasked
        case .emergencyBreakGlass, .emergencyRegulation: .whyEmergency
        case .maskedInEmergency: .whyEmergencyMasked
        case .modeOpposed: .whyOpposed
        case .modeOff: .whyModeOff
        case .roleHolder: .whyHolder
        case .roleRepresentative, .roleCarer: .whyActing
        case .roleHostPhysician: .whyHost
        case .mandateLimited: .whyCourt
        case .hiddenFromRepresentatives, .secretConnection: .whyClosedToActing
        case .blocked: .whyBlocked
        case .authorisationMissing, .consentMissing, .teamConsentMissing: .whyNoLeave
        case .authorisationExpired: .whyExpired
        case .banned, .occupationalBanned: .whyBan
        case .hiddenFromPatient: .whyHidden
        case .functionalRefused, .functionalNotOwn, .actorUnbound: .whyRole
        case .recordClosed, .recordSuspended, .accessNotActivated, .functionalState: .whyState
        default: .whyDefault
        }
    }
}
