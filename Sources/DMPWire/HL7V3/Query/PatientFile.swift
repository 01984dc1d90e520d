public import HealthRecord

/// What TD0.2 and TD1.3a say of a person's record; software must not show the traits of TD0.2 (RG_0320).
public struct PatientFile: Hashable, Sendable {
    /// The INS under which the record lives, the present one first.
    public var identifiers: [INS]
    /// Calculated identifiers of the past.
    public var calculatedIdentifiers: [INSC]
    /// Open or closed.
    public var status: PatientFileStatus
    /// The asker's authorisation.
    public var authorisation: AuthorisationStatus?
    /// Whether the asker is a declared treating physician.
    public var isTreatingPhysician: Bool?
    /// Names, sex, birth.
    public var traits: PatientTraits?
    /// The form of address, such as `Mme`.
    public var civility: String?
    /// Whether the person has died.
    public var isDeceased: Bool?
    /// Where the person lives; TD1.3a.
    public var address: PostalAddress?
    /// Telephones and addresses.
    public var telecoms: [PatientTelecom]
    /// Legal representatives; TD1.3a.
    public var relationships: [PatientRelationship]
    /// `COMPTE_INTERNET_OUVERT`.
    public var hasInternetAccount: Bool?
    /// `RATTACHEMENT_ENS`: the record is part of *Mon espace santé*.
    public var isAttachedToENS: Bool?
    /// `OPPOSITION_BRIS_DE_GLACE`; TD1.3a.
    public var refusesBreakGlass: Bool?
    /// `OPPOSITION_ACCES_URGENCE`; TD1.3a.
    public var refusesRegulation: Bool?

    /// A file; what is not known is left out of the message.
    public init(
        identifiers: [INS],
        calculatedIdentifiers: [INSC] = [],
        status: PatientFileStatus,
        authorisation: AuthorisationStatus? = nil,
        isTreatingPhysician: Bool? = nil,
        traits: PatientTraits? = nil,
        civility: String? = nil,
        isDeceased: Bool? = nil,
        address: PostalAddress? = nil,
        telecoms: [PatientTelecom] = [],
        relationships: [PatientRelationship] = [],
        hasInternetAccount: Bool? = nil,
        isAttachedToENS: Bool? = nil,
        refusesBreakGlass: Bool? = nil,
        refusesRegulation: Bool? = nil
    ) {
        self.identifiers = identifiers
        self.calculatedIdentifiers = calculatedIdentifiers
        self.status = status
        self.authorisation = authorisation
        self.isTreatingPhysician = isTreatingPhysician
        self.traits = traits
        self.civility = civility
        self.isDeceased = isDeceased
        self.address = address
        self.telecoms = telecoms
        self.relationships = relationships
        self.hasInternetAccount = hasInternetAccount
        self.isAttachedToENS = isAttachedToENS
        self.refusesBreakGlass = refusesBreakGlass
        self.refusesRegulation = refusesRegulation
    }
}
