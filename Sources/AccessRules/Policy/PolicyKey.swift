/// What a set of rules decides, key by key (reference: access-and-lifecycle § 10).
public enum PolicyKey: String, Hashable, Sendable, CaseIterable {
    // C1, C2: who opens, and with what consent.
    case openingMode = "opening.mode"
    case openingConsent = "opening.consent"
    case objectionDelay = "opening.objectionDelay"
    // C3: the treating physician.
    case treatingSeesMasked = "mt.seesMasked"
    case treatingRemovable = "mt.removableByHolder"
    // C4: emergencies.
    case emergencyRegulation = "emergency.samu"
    case emergencyBreakGlass = "emergency.btg"
    case emergencyMasked = "emergency.masked"
    case emergencyReason = "emergency.reasonRequired"
    case blockDefeatsBreakGlass = "block.defeatsBreakGlass"
    case blockDefeatsRegulation = "block.defeatsRegulation"
    // C5, C6: what the holder does with documents.
    case holderDeletesCareDocuments = "patient.deletePsDocuments"
    case holderFiles = "patient.canFile"
    // C7, C8: hosting and identity.
    case tenancy = "hosting.tenancy"
    case identityKind = "identity.kind"
    // C9, C10, C11: those near the door.
    case occupationalRead = "occupational.read"
    case insurerFeeds = "insurer.feeds"
    case hostPhysician = "host.physicianAccess"
    // C12, C13: signing in.
    case loginMethods = "login.methods"
    case codeLifetime = "otp.ttl"
    case codeChannels = "otp.channels"
    case codeByMail = "otp.email"
    case careEvidence = "pro.auth"
    // C14: consent in the consultation, and how long it lasts.
    case consentProof = "consent.proof"
    case consentInitial = "consent.initial"
    case teamLeaveTerm = "authorisation.ttl.team"
    case otherLeaveTerm = "authorisation.ttl.other"
    case structureLeave = "authorisation.structureLeave"
    case nonProfessionalsRead = "team.nonProfessionals.read"
    // C15: keeping.
    case retentionClosed = "retention.closed"
    case retentionExpress = "retention.expressDelete"
    case suspensionTerm = "suspension.closeAfter"
    // C17, C18: copies and traces.
    case exportFormats = "export.formats"
    case traceReaders = "trace.readers"
    case notifyFirstAccess = "notify.firstAccess"
    // Minors, announcements, statuses.
    case minorOwnAccess = "minor.ownAccess"
    case minorSecret = "minor.secretConnection"
    case majority = "majority.age"
    case announceAfter = "hidden.announceAfter"
    case releaseAfter = "hidden.releaseAfter"
    case hiddenAndMasked = "hidden.cumulatesWithMask"
    case holderReadsDeleted = "deleted.readableByHolder"

    /// What values the key admits.
    var admitted: AdmittedValue {
        switch self {
        case .openingMode: .choices(["postedCodes", "professional", "selfOnline", "automatic"])
        case .openingConsent: .choice(["optIn", "optOut"])
        case .tenancy: .choice(["single", "perHolder"])
        case .identityKind: .choice(["INS_C", "INS_NIR"])
        case .occupationalRead: .choice(["never", "expressConsent"])
        case .hostPhysician: .choice(["never", "procedure"])
        case .loginMethods: .choices(["password", "franceConnect", "insurerEID", "passkey", "totp"])
        case .codeChannels: .choices(["sms", "email"])
        case .codeByMail: .choice(["allowed", "discouraged", "forbidden"])
        case .careEvidence: .choices(["DIRECTE", "INDIRECTE", "INDIRECTE_RENFORCEE"])
        case .consentProof: .choice(["declaration", "holderConfirmed"])
        case .teamLeaveTerm: .choice(["care", "year"])
        case .otherLeaveTerm: .choice(["session", "care"])
        case .exportFormats: .choices(["paper", "disc", "download"])
        case .traceReaders: .choices(["holder", "treatingPhysician", "own"])
        case .objectionDelay, .codeLifetime, .retentionClosed, .retentionExpress, .suspensionTerm, .announceAfter,
            .releaseAfter:
            .period
        case .majority: .number(1...30)
        case .treatingSeesMasked, .treatingRemovable, .emergencyRegulation, .emergencyBreakGlass, .emergencyMasked,
            .emergencyReason, .blockDefeatsBreakGlass, .blockDefeatsRegulation, .holderDeletesCareDocuments,
            .holderFiles, .insurerFeeds, .consentInitial, .structureLeave, .nonProfessionalsRead, .notifyFirstAccess,
            .minorOwnAccess, .minorSecret, .hiddenAndMasked, .holderReadsDeleted:
            .flag
        }
    }
}

/// The values that a key admits.
enum AdmittedValue {
    case flag, period
    case choice([String])
    case choices([String])
    case number(ClosedRange<Int>)
}

/// A value of a key.
public enum PolicyValue: Hashable, Sendable {
    /// Yes or no.
    case flag(Bool)
    /// One of the words that the key admits.
    case choice(String)
    /// Some of them, at least one, none twice.
    case choices([String])
    /// A span of time; nil where nothing ends by itself.
    case period(Period?)
    /// A whole number.
    case number(Int)
}
