public import HealthRecord

/// Somebody to be asked to act for a holder.
public struct NewRepresentative: Sendable, Hashable {
    /// Name to show.
    public let name: PersonName
    /// Day of birth, which the invitation's letter does not print.
    public let birthDate: CalendarDate
    /// His own matricule.
    public let ins: QualifiedINS
    /// In what quality.
    public let kind: RepresentativeKind
    /// What a court has taken from the mandate.
    public let limits: RepresentativeLimits
    /// When it ends by itself; a carer's always has an end.
    public let until: Instant?
    /// Where the letter goes.
    public let address: [String]

    /// Joins the parts.
    public init(
        name: PersonName,
        birthDate: CalendarDate,
        ins: QualifiedINS,
        kind: RepresentativeKind,
        limits: RepresentativeLimits = [],
        until: Instant? = nil,
        address: [String] = []
    ) {
        self.name = name
        self.birthDate = birthDate
        self.ins = ins
        self.kind = kind
        self.limits = limits
        self.until = until
        self.address = address
    }
}

/// What a person without a record of his own gives to take a mandate up.
public struct RepresentationAcceptance: Sendable {
    /// His own matricule.
    public let ins: QualifiedINS
    /// The letter's code.
    public let code: String
    /// His day of birth.
    public let birthDate: CalendarDate
    /// The secret chosen; the one he has, where he acts for somebody else already.
    public let secret: String
    /// Mobile number for codes.
    public let phone: String?
    /// E-mail address for codes.
    public let email: String?

    /// Joins the parts.
    public init(
        ins: QualifiedINS,
        code: String,
        birthDate: CalendarDate,
        secret: String,
        phone: String?,
        email: String?
    ) {
        self.ins = ins
        self.code = code
        self.birthDate = birthDate
        self.secret = secret
        self.phone = phone
        self.email = email
    }
}

/// A person for whom somebody may act.
public struct RepresentedPerson: Sendable, Hashable, Codable {
    /// The mandate.
    public let mandate: UniqueID
    /// The holder of the record.
    public let name: PersonName
    /// In what quality.
    public let kind: RepresentativeKind
    /// Until when.
    public let until: Instant?

    init(_ one: Representative, of file: HolderFile) {
        mandate = one.id
        name = file.name
        kind = one.kind
        until = one.until
    }
}

/// A mandate as the one who is asked sees it before he answers.
public struct OfferedMandate: Sendable, Hashable, Codable {
    /// Whose record.
    public let holder: PersonName
    /// In what quality.
    public let kind: RepresentativeKind
    /// What a court has taken from it.
    public let limits: RepresentativeLimits
    /// When it ends by itself.
    public let until: Instant?

    /// Joins the parts.
    public init(holder: PersonName, kind: RepresentativeKind, limits: RepresentativeLimits, until: Instant?) {
        self.holder = holder
        self.kind = kind
        self.limits = limits
        self.until = until
    }
}
