import HealthRecord

/// What a set of rules decides, key by key (reference: access-and-lifecycle § 10).
public enum PolicyKey: String, Hashable, Sendable, CaseIterable {
    // C1, C2: who opens, and with what consent.
    case openingMode = "opening.mode"
    case openingConsent = "opening.consent"
    case objectionDelay = "opening.objectionDelay"
    // C3: the treating physician.
    case treatingSeesMasked = "mt.seesMasked"
    case treatingRemovable = "mt.removableByHolder"
    case treatingImplicitLeave = "mt.readsWithoutLeave"
    case treatingSeveral = "mt.several"
    case administrators = "mt.administrators"
    // C4: emergencies.
    case emergencyRegulation = "emergency.samu"
    case emergencyBreakGlass = "emergency.btg"
    case emergencyMasked = "emergency.masked"
    case emergencyAgreedByDefault = "emergency.agreedByDefault"
    case emergencyReason = "emergency.reasonRequired"
    case emergencyTimeBox = "emergency.timeBox"
    case emergencyJustification = "emergency.justificationAfter"
    case blockDefeatsBreakGlass = "block.defeatsBreakGlass"
    case blockDefeatsRegulation = "block.defeatsRegulation"
    // C5, C6: what the holder does with documents.
    case holderDeletesCareDocuments = "patient.deletePsDocuments"
    case holderFiles = "patient.canFile"
    case directives = "directives.inRecord"
    case directivesReminder = "directives.remindAfter"
    case holderDefault = "visibility.holderDefault"
    // C7, C8: hosting and identity.
    case tenancy = "hosting.tenancy"
    case identityKind = "identity.kind"
    // C9, C10, C11: those near the door.
    case occupationalRead = "occupational.read"
    case occupationalFeeds = "occupational.feeds"
    case insurerFeeds = "insurer.feeds"
    case insurerHistory = "insurer.historyTerm"
    case hostPhysician = "host.physicianAccess"
    // C12, C13: signing in.
    case loginMethods = "login.methods"
    case loginIdentifier = "login.identifier"
    case codeLifetime = "otp.ttl"
    case codeChannels = "otp.channels"
    case codeByMail = "otp.email"
    case careEvidence = "pro.auth"
    case careCredentials = "pro.credentials"
    // C14: consent in the consultation, and how long it lasts.
    case consentProof = "consent.proof"
    case consentInitial = "consent.initial"
    case consentTeam = "consent.team"
    case consentDelegation = "consent.delegation"
    case teamLeaveTerm = "authorisation.ttl.team"
    case otherLeaveTerm = "authorisation.ttl.other"
    case sessionTerm = "authorisation.sessionTerm"
    case structureLeave = "authorisation.structureLeave"
    case professionMatrix = "matrix.professions"
    case nonProfessionalsRead = "team.nonProfessionals.read"
    // C15: keeping.
    case retentionClosed = "retention.closed"
    case retentionExpress = "retention.expressDelete"
    case suspensionTerm = "suspension.closeAfter"
    // C17, C18: copies and traces.
    case exportFormats = "export.formats"
    case traceReaders = "trace.readers"
    case notifyFirstAccess = "notify.firstAccess"
    // Those who act for the holder.
    case carerDelegation = "carer.delegation"
    case carerMaximum = "carer.maximum"
    case carerMaximumHelped = "carer.maximumHelped"
    case representativesMaximum = "representatives.maximum"
    // Minors, announcements, statuses.
    case minorOwnAccess = "minor.ownAccess"
    case minorSecret = "minor.secretConnection"
    case minorSecretAge = "minor.secretMinimumAge"
    case majority = "majority.age"
    case announceAfter = "hidden.announceAfter"
    case releaseAfter = "hidden.releaseAfter"
    case hiddenAndMasked = "hidden.cumulatesWithMask"
    case holderReadsDeleted = "deleted.readableByHolder"

    /// What values the key admits.
    var admitted: AdmittedValue {
        switch self {
        case .openingMode: .choices(of: OpeningMode.self)
        case .openingConsent: .choice(of: OpeningConsent.self)
        case .tenancy: .choice(of: Tenancy.self)
        case .identityKind: .choice(of: IdentityKind.self)
        case .occupationalRead: .choice(of: OccupationalReading.self)
        case .hostPhysician: .choice(of: HostPhysicianAccess.self)
        case .loginMethods: .choices(of: LoginMethod.self)
        case .loginIdentifier: .choices(of: LoginIdentifier.self)
        case .codeChannels: .choices(of: CodeChannel.self)
        case .codeByMail: .choice(of: CodeByMail.self)
        case .careEvidence: .choices(of: AuthenticationMode.self)
        case .careCredentials: .choices(of: CareCredential.self)
        case .consentProof: .choice(of: ConsentProof.self)
        case .teamLeaveTerm, .otherLeaveTerm: .choice(of: LeaveTerm.self)
        case .exportFormats: .choices(of: ExportFormat.self)
        case .traceReaders: .choices(of: TraceReader.self)
        case .objectionDelay, .codeLifetime, .retentionClosed, .retentionExpress, .suspensionTerm, .announceAfter,
            .releaseAfter, .emergencyTimeBox, .insurerHistory, .sessionTerm, .directivesReminder:
            .period
        case .professionMatrix: .name
        case .majority: .number(1...30)
        case .carerMaximum, .carerMaximumHelped: .number(0...20)
        case .representativesMaximum: .number(1...2)
        case .minorSecretAge: .number(0...17)
        case .treatingSeesMasked, .treatingRemovable, .treatingImplicitLeave, .treatingSeveral, .administrators,
            .emergencyRegulation, .emergencyBreakGlass, .emergencyMasked, .emergencyAgreedByDefault, .emergencyReason,
            .emergencyJustification, .blockDefeatsBreakGlass, .blockDefeatsRegulation, .holderDeletesCareDocuments,
            .holderFiles, .directives, .holderDefault, .occupationalFeeds, .insurerFeeds, .consentInitial,
            .consentTeam, .consentDelegation, .structureLeave, .nonProfessionalsRead, .notifyFirstAccess,
            .carerDelegation, .minorOwnAccess, .minorSecret, .hiddenAndMasked, .holderReadsDeleted:
            .flag
        }
    }
}

/// The values that a key admits.
enum AdmittedValue {
    case flag, period, name
    case choice([String])
    case choices([String])
    case number(ClosedRange<Int>)

    static func choice<Word: CaseIterable & RawRepresentable>(of words: Word.Type) -> AdmittedValue
    where Word.RawValue == String {
        .choice(words.allCases.map(\.rawValue))
    }

    static func choices<Word: CaseIterable & RawRepresentable>(of words: Word.Type) -> AdmittedValue
    where Word.RawValue == String {
        .choices(words.allCases.map(\.rawValue))
    }
}
