public import HealthRecord

/// What other rooms read of a set, each under its type; every set that loaded has every key.
extension PolicySet {
    /// Ways to open a record (C1).
    public var openingModes: Set<OpeningMode> { words(.openingMode) }
    /// Consent to the record's existence (C2).
    ///
    /// Describes an era: which consent is asked follows from the ways of opening.
    public var openingConsent: OpeningConsent { word(.openingConsent) ?? .optIn }
    /// How long silence must last before a record opens by itself; nil where consent is asked.
    public var objectionDelay: Period? { period(.objectionDelay) }
    /// Who keeps the records (C7).
    ///
    /// Describes an era: where the program runs settles it.
    public var tenancy: Tenancy { word(.tenancy) ?? .single }
    /// The number by which people are known (C8).
    ///
    /// Describes an era: a record opens under the matricule that it is given.
    public var identityKind: IdentityKind { word(.identityKind) ?? .insNIR }

    /// How the holder may sign in (C12).
    ///
    /// Describes an era: secret and code serve in each, and what a holder adds of his own makes no set weaker.
    public var loginMethods: Set<LoginMethod> { words(.loginMethods) }
    /// What the holder may type as a name.
    ///
    /// Describes an era: the matricule always serves, and a name beside it for whoever has chosen one.
    public var loginIdentifiers: Set<LoginIdentifier> { words(.loginIdentifier) }
    /// How long a one-time code holds.
    public var codeLifetime: Period? { period(.codeLifetime) }
    /// Where one-time codes may go.
    public var codeChannels: Set<CodeChannel> { words(.codeChannels) }
    /// What is thought of a code by e-mail.
    public var codeByMail: CodeByMail { word(.codeByMail) ?? .forbidden }
    /// How a professional's identity may have been established (C13).
    public var careEvidence: Set<AuthenticationMode> { words(.careEvidence) }
    /// With what a professional may sign in (C13).
    ///
    /// Describes an era: what a certificate proves is `careEvidence`'s to weigh.
    public var careCredentials: Set<CareCredential> { words(.careCredentials) }

    /// What proves a consent given in the consultation (C14).
    public var consentProof: ConsentProof { word(.consentProof) ?? .holderConfirmed }
    /// How long a leave of the care team lasts.
    public var teamLeaveTerm: LeaveTerm { word(.teamLeaveTerm) ?? .session }
    /// How long another leave lasts.
    public var otherLeaveTerm: LeaveTerm { word(.otherLeaveTerm) ?? .session }
    /// How long a leave for one consultation lasts.
    public var sessionTerm: Period? { period(.sessionTerm) }
    /// The name of the matrix of professions.
    public var professionMatrix: String { name(.professionMatrix) }
    /// Whether a consent of the team's must have been recorded once.
    public var teamNeedsInitialConsent: Bool { flag(.consentInitial) }
    /// Whether one consent covers the care team at all.
    public var teamIsDeemedAuthorised: Bool { flag(.consentTeam) }
    /// Whether a professional may collect consent for another.
    public var consentMayBeDelegated: Bool { flag(.consentDelegation) }

    /// How long a closed record is kept (C15).
    public var retentionClosed: Period? { period(.retentionClosed) }
    /// Within what time an express request of erasure is met (C15).
    public var retentionExpress: Period? { period(.retentionExpress) }
    /// When a suspended record closes for want of an objection; nil where nothing says so.
    public var suspensionTerm: Period? { period(.suspensionTerm) }
    /// In what forms a copy is given (C17).
    public var exportFormats: Set<ExportFormat> { words(.exportFormats) }
    /// Who reads the history (C18).
    public var traceReaders: Set<TraceReader> { words(.traceReaders) }
    /// Whether the holder is told of a professional's first access.
    public var notifiesFirstAccess: Bool { flag(.notifyFirstAccess) }

    /// Whether several treating physicians may stand side by side.
    public var allowsSeveralTreatingPhysicians: Bool { flag(.treatingSeveral) }
    /// Whether a treating physician reads by the role, without a leave in force.
    public var letsTreatingPhysicianReadWithoutLeave: Bool { flag(.treatingImplicitLeave) }
    /// Whether the holder may end the role of a treating physician.
    public var letsHolderRemoveTreatingPhysician: Bool { flag(.treatingRemovable) }
    /// Whether the holder may name administrators beside the treating physician.
    public var allowsAdministrators: Bool { flag(.administrators) }
    /// Whether the boxes of emergency access are agreed to when a record opens.
    public var agreesToEmergencyByDefault: Bool { flag(.emergencyAgreedByDefault) }
    /// How long an emergency session lasts.
    public var emergencyTimeBox: Period? { period(.emergencyTimeBox) }
    /// Whether a written justification is asked after breaking the glass.
    public var asksJustificationAfterwards: Bool { flag(.emergencyJustification) }

    /// Whether the holder may file documents (C6).
    public var holderMayFile: Bool { flag(.holderFiles) }
    /// Whether advance directives may be in the record.
    public var keepsDirectives: Bool { flag(.directives) }
    /// After how long the author of directives is reminded of them, again and again; nil where nobody is (CSP R1111-19).
    public var directivesReminder: Period? { period(.directivesReminder) }
    /// Whether the holder may choose the visibility of what comes in.
    public var holderChoosesDefaultVisibility: Bool { flag(.holderDefault) }
    /// Whether the health insurance feeds the history of care (C10).
    public var insurerFeeds: Bool { flag(.insurerFeeds) }
    /// How far back that history goes.
    public var insurerHistory: Period? { period(.insurerHistory) }
    /// Whether the host's physician may reach content, by the procedure (C11).
    public var hostPhysicianAccess: HostPhysicianAccess { word(.hostPhysician) ?? .none }

    /// Whether access may be delegated to carers.
    public var allowsCarers: Bool { flag(.carerDelegation) }
    /// How many carers a holder may have.
    public var carerMaximum: Int { number(.carerMaximum) }
    /// How many persons a carer may help.
    public var carerMaximumHelped: Int { number(.carerMaximumHelped) }
    /// How many legal representatives may have access.
    public var representativesMaximum: Int { number(.representativesMaximum) }
    /// Age of majority, in years.
    public var majorityAge: Int { number(.majority) }
    /// Whether somebody of an age reads his own record on the portal: an adult does, a minor where the set says so.
    public func givesOwnAccess(at age: Int) -> Bool { age >= majorityAge || flag(.minorOwnAccess) }
    /// Age from which a secret connection is offered to a minor; nil where none is.
    public var secretConnectionAge: Int? { flag(.minorSecret) ? number(.minorSecretAge) : nil }
    /// When the patient is told that something waits to be announced; nil where nothing says so.
    public var announceAfter: Period? { period(.announceAfter) }
    /// When what was hidden from the patient becomes visible; nil where nothing says so.
    public var releaseAfter: Period? { period(.releaseAfter) }
    /// Whether a document may be hidden from the patient and masked at once.
    public var letsHiddenBeMasked: Bool { flag(.hiddenAndMasked) }
}

extension PolicySet {
    private func flag(_ key: PolicyKey) -> Bool { entries.flag(key) }

    private func number(_ key: PolicyKey) -> Int { entries.number(key) }

    private func name(_ key: PolicyKey) -> String { entries.words(key).first ?? "" }

    private func period(_ key: PolicyKey) -> Period? { entries.period(key) }

    private func word<Word: RawRepresentable>(_ key: PolicyKey) -> Word? where Word.RawValue == String {
        Word(rawValue: name(key))
    }

    private func words<Word: RawRepresentable & Hashable>(_ key: PolicyKey) -> Set<Word> where Word.RawValue == String {
        Set(entries.words(key).compactMap(Word.init(rawValue:)))
    }
}
