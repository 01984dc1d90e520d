/// A point on which the texts of twenty years disagree, and how the house holds it (reference § 10).
public enum Contradiction: String, Hashable, Sendable, CaseIterable {
    case whoOpens = "C1"
    case consentToExist = "C2"
    case treatingPhysician = "C3"
    case emergencyWithoutConsent = "C4"
    case deletionByHolder = "C5"
    case whoWrites = "C6"
    case choiceOfHost = "C7"
    case identifier = "C8"
    case occupationalPhysicianAndInsurers = "C9"
    case healthInsurance = "C10"
    case hostAccess = "C11"
    case holderSignIn = "C12"
    case careSignIn = "C13"
    case consentInConsultation = "C14"
    case retention = "C15"
    case encryption = "C16"
    case copy = "C17"
    case traceReaders = "C18"
    case numbers = "C19"
    case dates = "C20"

    /// The keys that hold it; none where it is no choice.
    public var keys: [PolicyKey] {
        switch self {
        case .whoOpens: [.openingMode]
        case .consentToExist: [.openingConsent, .objectionDelay]
        case .treatingPhysician:
            [.treatingSeesMasked, .treatingRemovable, .treatingImplicitLeave, .treatingSeveral, .administrators]
        case .emergencyWithoutConsent:
            [
                .emergencyRegulation, .emergencyBreakGlass, .emergencyMasked, .emergencyAgreedByDefault,
                .emergencyReason, .emergencyTimeBox, .emergencyJustification, .blockDefeatsBreakGlass,
                .blockDefeatsRegulation,
            ]
        case .deletionByHolder: [.holderDeletesCareDocuments]
        case .whoWrites: [.holderFiles, .directives]
        case .choiceOfHost: [.tenancy]
        case .identifier: [.identityKind]
        case .occupationalPhysicianAndInsurers: [.occupationalRead, .occupationalFeeds]
        case .healthInsurance: [.insurerFeeds, .insurerHistory]
        case .hostAccess: [.hostPhysician]
        case .holderSignIn: [.loginMethods, .loginIdentifier, .codeLifetime, .codeChannels, .codeByMail]
        case .careSignIn: [.careEvidence, .careCredentials]
        case .consentInConsultation:
            [
                .consentProof, .consentInitial, .consentTeam, .consentDelegation, .teamLeaveTerm, .otherLeaveTerm,
                .sessionTerm, .structureLeave,
            ]
        case .retention: [.retentionClosed, .retentionExpress]
        case .copy: [.exportFormats]
        case .traceReaders: [.traceReaders]
        case .encryption, .numbers, .dates: []
        }
    }

    /// What is beside the keys: what no set can change, or what is no rule.
    public var beyondKeys: String? {
        switch self {
        case .occupationalPhysicianAndInsurers: "insurers, mutuals, employers and banks never, in code"
        case .healthInsurance: "a feeder reads nothing, in code"
        case .encryption: "TLS 1.2 at least and a key for each item, in code"
        case .numbers: "counts of records are facts of their day; no rule depends on them"
        case .dates: "each value names its provenance"
        default: nil
        }
    }

    /// The contradiction that a key holds, where there is one.
    public static func held(by key: PolicyKey) -> Contradiction? { allCases.first { $0.keys.contains(key) } }
}
