import HealthRecord

/// The values that deciding reads, out of their dictionary so that a decision looks nothing up, and behind one reference.
final class Switches: Sendable {
    let professionalsAdminister: Bool
    let treatingSeesMasked: Bool
    let treatingRemovable: Bool
    let treatingImplicitLeave: Bool
    let treatingSeveral: Bool
    let administrators: Bool
    let breakGlass: Bool
    let regulation: Bool
    let emergencyMasked: Bool
    let reasonRequired: Bool
    let emergencyTimeBox: Period?
    let justification: Bool
    let blockDefeatsBreakGlass: Bool
    let blockDefeatsRegulation: Bool
    let holderDeletesCareDocuments: Bool
    let holderFiles: Bool
    let directives: Bool
    let holderDefault: Bool
    let occupationalMayRead: Bool
    let occupationalFeeds: Bool
    let hostProcedure: Bool
    let insurerFeeds: Bool
    let evidence: Set<AuthenticationMode>
    let consentMustBeConfirmed: Bool
    let consentInitial: Bool
    let consentTeam: Bool
    let consentDelegation: Bool
    let structureLeave: Bool
    let nonProfessionalsRead: Bool
    let holderReadsTraces: Bool
    let treatingReadsTraces: Bool
    let actorReadsOwnTraces: Bool
    let notifyFirstAccess: Bool
    let minorOwnAccess: Bool
    let minorSecret: Bool
    let minorSecretAge: Int
    let carers: Bool
    let carerMaximum: Int
    let carerMaximumHelped: Int
    let representativesMaximum: Int
    let majority: Int
    let announceAfter: Period?
    let releaseAfter: Period?
    let hiddenAndMasked: Bool
    let holderReadsDeleted: Bool

    init(_ entries: [PolicyKey: PolicySet.Entry], file: String) throws(RuleBookError) {
        func flag(_ key: PolicyKey) -> Bool { entries[key]?.value == .flag(true) }
        func word(_ key: PolicyKey, _ word: String) -> Bool {
            switch entries[key]?.value {
            case .choice(let chosen): chosen == word
            case .choices(let chosen): chosen.contains(word)
            default: false
            }
        }
        func period(_ key: PolicyKey) -> Period? {
            if case .period(let period) = entries[key]?.value { period } else { nil }
        }
        func number(_ key: PolicyKey) -> Int { if case .number(let number) = entries[key]?.value { number } else { 0 } }
        professionalsAdminister = word(.openingMode, OpeningMode.professional.rawValue)
        treatingSeesMasked = flag(.treatingSeesMasked)
        treatingRemovable = flag(.treatingRemovable)
        treatingImplicitLeave = flag(.treatingImplicitLeave)
        treatingSeveral = flag(.treatingSeveral)
        administrators = flag(.administrators)
        breakGlass = flag(.emergencyBreakGlass)
        regulation = flag(.emergencyRegulation)
        emergencyMasked = flag(.emergencyMasked)
        reasonRequired = flag(.emergencyReason)
        emergencyTimeBox = period(.emergencyTimeBox)
        justification = flag(.emergencyJustification)
        blockDefeatsBreakGlass = flag(.blockDefeatsBreakGlass)
        blockDefeatsRegulation = flag(.blockDefeatsRegulation)
        holderDeletesCareDocuments = flag(.holderDeletesCareDocuments)
        holderFiles = flag(.holderFiles)
        directives = flag(.directives)
        holderDefault = flag(.holderDefault)
        occupationalMayRead = word(.occupationalRead, "expressConsent")
        occupationalFeeds = flag(.occupationalFeeds)
        hostProcedure = word(.hostPhysician, HostPhysicianAccess.procedure.rawValue)
        insurerFeeds = flag(.insurerFeeds)
        evidence = Set(AuthenticationMode.allCases.filter { word(.careEvidence, $0.rawValue) })
        consentMustBeConfirmed = word(.consentProof, "holderConfirmed")
        consentInitial = flag(.consentInitial)
        consentTeam = flag(.consentTeam)
        consentDelegation = flag(.consentDelegation)
        structureLeave = flag(.structureLeave)
        nonProfessionalsRead = flag(.nonProfessionalsRead)
        holderReadsTraces = word(.traceReaders, "holder")
        treatingReadsTraces = word(.traceReaders, "treatingPhysician")
        actorReadsOwnTraces = word(.traceReaders, "own")
        notifyFirstAccess = flag(.notifyFirstAccess)
        minorOwnAccess = flag(.minorOwnAccess)
        minorSecret = flag(.minorSecret)
        minorSecretAge = number(.minorSecretAge)
        carers = flag(.carerDelegation)
        carerMaximum = number(.carerMaximum)
        carerMaximumHelped = number(.carerMaximumHelped)
        representativesMaximum = number(.representativesMaximum)
        majority = number(.majority)
        announceAfter = period(.announceAfter)
        releaseAfter = period(.releaseAfter)
        hiddenAndMasked = flag(.hiddenAndMasked)
        holderReadsDeleted = flag(.holderReadsDeleted)

        try Coherence.check(entries, file: file)
    }
}
