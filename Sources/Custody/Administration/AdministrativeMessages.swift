public import HealthRecord
public import Sealing

/// A record that a professional opens with the person's consent (TD1.1).
public struct ProfessionalOpening: Sendable, Hashable, Codable {
    /// Traits of the person.
    public let traits: PatientTraits
    /// Whether the person consents to the record (`CONSENTEMENT_OUVERTURE_DMP`).
    public let consent: Bool
    /// Whether the person also authorises the one who opens.
    public let authorises: Bool
    /// Wishes for emergencies; what was not said, the set of the record says.
    public let emergency: StatedWishes
    /// Mobile number.
    public let phone: String?
    /// E-mail address.
    public let email: String?

    /// Joins the parts; the postal address is among the traits.
    public init(
        traits: PatientTraits,
        consent: Bool,
        authorises: Bool = true,
        emergency: StatedWishes = StatedWishes(),
        phone: String? = nil,
        email: String? = nil
    ) {
        self.traits = traits
        self.consent = consent
        self.authorises = authorises
        self.emergency = emergency
        self.phone = phone
        self.email = email
    }
}

/// Administrative data of a record (TD1.3a).
public struct AdministrativeData: Sendable, Hashable {
    /// Where the record stands in its life.
    public let state: RecordState
    /// Matricules, the present one first.
    public let identifiers: [INS]
    /// Traits.
    public let traits: PatientTraits
    /// Mobile number.
    public let phone: String?
    /// E-mail address.
    public let email: String?
    /// Wishes for emergencies.
    public let emergency: EmergencyWishes
    /// Whether the holder has an Internet account (`COMPTE_INTERNET_OUVERT`).
    public let isInternetOpen: Bool
    /// Whether the record belongs to Mon espace santé (`RATTACHEMENT_ENS`).
    public let isAttachedToENS: Bool
    /// Whether the holder has died.
    public let isDeceased: Bool
    /// Legal representatives, by name and quality.
    public let representatives: [RepresentativeLine]

    /// One representative as administrative data show him.
    public struct RepresentativeLine: Sendable, Hashable, Codable {
        /// Name.
        public let name: PersonName
        /// In what quality.
        public let kind: RepresentativeKind
        /// The sex that the matricule tells, by which a parent is a father or a mother.
        public let sex: Sex
    }
}

/// A change of administrative data (TD1.3b); nil leaves as it is.
public struct AdministrativeChange: Sendable, Hashable, Codable {
    /// Traits, whole.
    public let traits: PatientTraits?
    /// Ways to reach the person.
    public let channels: ChannelChange
    /// Wishes for emergencies.
    public let emergency: EmergencyWishes?

    /// Joins the parts.
    public init(
        traits: PatientTraits? = nil,
        channels: ChannelChange = ChannelChange(),
        emergency: EmergencyWishes? = nil
    ) {
        self.traits = traits
        self.channels = channels
        self.emergency = emergency
    }
}

/// The identity row for the host, after a change of traits.
public struct ChangedIdentity: Sendable, Hashable, Codable {
    /// The record.
    public let record: RecordID
    /// The sealed traits; nil when they did not change.
    public let row: [UInt8]?
}

/// The first secret of an account that a professional makes for the holder (TD1.5); printed, told once, kept nowhere.
public struct InitialSecret: Sendable, Hashable {
    /// Under what the holder signs in.
    public let login: INS
    /// The secret.
    public let secret: String
}

/// A person looked for without a matricule (TD0.5).
public struct PersonQuery: Sendable, Hashable, Codable {
    /// Family name, of birth or in use.
    public let family: String
    /// A given name.
    public let given: String?
    /// Whether the names are the beginnings of the real ones; of the family name three letters at least.
    public let isPartial: Bool
    /// Sex.
    public let sex: Sex?
    /// Day of birth.
    public let birthDate: CalendarDate?
    /// City, as the address has it; it weighs, and keeps nobody out.
    public let city: String?
    /// Postal code; it keeps out whoever is known to live under another.
    public let postalCode: String?

    /// Joins the parts.
    public init(
        family: String,
        given: String? = nil,
        isPartial: Bool = false,
        sex: Sex? = nil,
        birthDate: CalendarDate? = nil,
        city: String? = nil,
        postalCode: String? = nil
    ) {
        self.family = family
        self.given = given
        self.isPartial = isPartial
        self.sex = sex
        self.birthDate = birthDate
        self.city = city
        self.postalCode = postalCode
    }
}

/// Somebody found.
public struct FoundPerson: Sendable, Hashable, Codable {
    /// The record, whatever matricules lead to it; shown to nobody.
    public let record: UniqueID
    /// Matricules, the present one first.
    public let identifiers: [INS]
    /// Traits.
    public let traits: PatientTraits
    /// How much of what was asked fits, 0 to 100 (`POURCENTAGE`).
    public let percentage: Int
    /// Whether the holder objects to regulation centres (`OPPOSITION_ACCES_URGENCE`).
    public let refusesRegulation: Bool
    /// The dated set of rules under which the record lives.
    public let policySet: String
}
