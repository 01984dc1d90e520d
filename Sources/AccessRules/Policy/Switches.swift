import HealthRecord

/// The values that deciding reads, out of their dictionary so that a decision looks nothing up.
struct Switches: Hashable, Sendable {
    let treatingSeesMasked: Bool
    let treatingRemovable: Bool
    let breakGlass: Bool
    let regulation: Bool
    let emergencyMasked: Bool
    let reasonRequired: Bool
    let blockDefeatsBreakGlass: Bool
    let blockDefeatsRegulation: Bool
    let holderDeletesCareDocuments: Bool
    let holderFiles: Bool
    let occupationalMayRead: Bool
    let insurerFeeds: Bool
    let evidence: Set<AuthenticationMode>
    let consentMustBeConfirmed: Bool
    let structureLeave: Bool
    let nonProfessionalsRead: Bool
    let holderReadsTraces: Bool
    let treatingReadsTraces: Bool
    let actorReadsOwnTraces: Bool
    let notifyFirstAccess: Bool
    let minorOwnAccess: Bool
    let minorSecret: Bool
    let majority: Int
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
        treatingSeesMasked = flag(.treatingSeesMasked)
        treatingRemovable = flag(.treatingRemovable)
        breakGlass = flag(.emergencyBreakGlass)
        regulation = flag(.emergencyRegulation)
        emergencyMasked = flag(.emergencyMasked)
        reasonRequired = flag(.emergencyReason)
        blockDefeatsBreakGlass = flag(.blockDefeatsBreakGlass)
        blockDefeatsRegulation = flag(.blockDefeatsRegulation)
        holderDeletesCareDocuments = flag(.holderDeletesCareDocuments)
        holderFiles = flag(.holderFiles)
        occupationalMayRead = word(.occupationalRead, "expressConsent")
        insurerFeeds = flag(.insurerFeeds)
        evidence = Set(AuthenticationMode.allCases.filter { word(.careEvidence, $0.rawValue) })
        consentMustBeConfirmed = word(.consentProof, "holderConfirmed")
        structureLeave = flag(.structureLeave)
        nonProfessionalsRead = flag(.nonProfessionalsRead)
        holderReadsTraces = word(.traceReaders, "holder")
        treatingReadsTraces = word(.traceReaders, "treatingPhysician")
        actorReadsOwnTraces = word(.traceReaders, "own")
        notifyFirstAccess = flag(.notifyFirstAccess)
        minorOwnAccess = flag(.minorOwnAccess)
        minorSecret = flag(.minorSecret)
        majority = if case .number(let age) = entries[.majority]?.value { age } else { 0 }
        releaseAfter = period(.releaseAfter)
        hiddenAndMasked = flag(.hiddenAndMasked)
        holderReadsDeleted = flag(.holderReadsDeleted)

        func contradiction(_ key: PolicyKey, _ reason: String) -> RuleBookError {
            .contradiction(file: file, key: key.rawValue, reason: reason)
        }
        if word(.openingConsent, "optOut"), period(.objectionDelay) == nil {
            throw contradiction(.openingConsent, "an objection needs a delay")
        }
        if word(.openingConsent, "optIn"), word(.openingMode, "automatic") {
            throw contradiction(.openingMode, "nothing opens by itself where consent is asked")
        }
        if emergencyMasked, !breakGlass, !regulation {
            throw contradiction(.emergencyMasked, "there is no emergency access to open them in")
        }
        if word(.codeChannels, "email"), word(.codeByMail, "forbidden") {
            throw contradiction(.codeChannels, "a code by mail is forbidden")
        }
        if !holderReadsTraces { throw contradiction(.traceReaders, "the holder reads traces by law (CSP L1111-19)") }
    }
}
