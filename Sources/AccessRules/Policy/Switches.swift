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
        professionalsAdminister = entries.has(.openingMode, OpeningMode.professional.rawValue)
        treatingSeesMasked = entries.flag(.treatingSeesMasked)
        treatingRemovable = entries.flag(.treatingRemovable)
        treatingImplicitLeave = entries.flag(.treatingImplicitLeave)
        treatingSeveral = entries.flag(.treatingSeveral)
        administrators = entries.flag(.administrators)
        breakGlass = entries.flag(.emergencyBreakGlass)
        regulation = entries.flag(.emergencyRegulation)
        emergencyMasked = entries.flag(.emergencyMasked)
        reasonRequired = entries.flag(.emergencyReason)
        emergencyTimeBox = entries.period(.emergencyTimeBox)
        justification = entries.flag(.emergencyJustification)
        blockDefeatsBreakGlass = entries.flag(.blockDefeatsBreakGlass)
        blockDefeatsRegulation = entries.flag(.blockDefeatsRegulation)
        holderDeletesCareDocuments = entries.flag(.holderDeletesCareDocuments)
        holderFiles = entries.flag(.holderFiles)
        directives = entries.flag(.directives)
        holderDefault = entries.flag(.holderDefault)
        occupationalMayRead = entries.has(.occupationalRead, "expressConsent")
        occupationalFeeds = entries.flag(.occupationalFeeds)
        hostProcedure = entries.has(.hostPhysician, HostPhysicianAccess.procedure.rawValue)
        insurerFeeds = entries.flag(.insurerFeeds)
        evidence = Set(AuthenticationMode.allCases.filter { entries.has(.careEvidence, $0.rawValue) })
        consentMustBeConfirmed = entries.has(.consentProof, "holderConfirmed")
        consentInitial = entries.flag(.consentInitial)
        consentTeam = entries.flag(.consentTeam)
        consentDelegation = entries.flag(.consentDelegation)
        structureLeave = entries.flag(.structureLeave)
        nonProfessionalsRead = entries.flag(.nonProfessionalsRead)
        holderReadsTraces = entries.has(.traceReaders, "holder")
        treatingReadsTraces = entries.has(.traceReaders, "treatingPhysician")
        actorReadsOwnTraces = entries.has(.traceReaders, "own")
        notifyFirstAccess = entries.flag(.notifyFirstAccess)
        minorOwnAccess = entries.flag(.minorOwnAccess)
        minorSecret = entries.flag(.minorSecret)
        minorSecretAge = entries.number(.minorSecretAge)
        carers = entries.flag(.carerDelegation)
        carerMaximum = entries.number(.carerMaximum)
        carerMaximumHelped = entries.number(.carerMaximumHelped)
        representativesMaximum = entries.number(.representativesMaximum)
        majority = entries.number(.majority)
        announceAfter = entries.period(.announceAfter)
        releaseAfter = entries.period(.releaseAfter)
        hiddenAndMasked = entries.flag(.hiddenAndMasked)
        holderReadsDeleted = entries.flag(.holderReadsDeleted)

        try Coherence.check(entries, file: file)
    }
}
