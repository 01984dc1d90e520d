/// A holder's leave for somebody to read the record.
public struct Authorisation: Hashable, Sendable, Codable {
    /// Whom it names.
    public let subject: CareSubject
    /// The name to show.
    public var name: PersonName
    /// Profession at the time.
    public var profession: Profession
    /// Structure at the time.
    public var structure: Structure
    /// What the card or certificate made of whom it names, at the time.
    public var holder: HolderKind
    /// Since when.
    public let since: Instant
    /// When it ends by itself.
    public var until: Instant?
    /// How it was given.
    public let origin: AuthorisationOrigin
    /// When the leave was written down; how the subject acted since, the record's traces tell.
    public var lastAct: Instant
    /// The care team whose initial consent it comes from.
    public var team: UniqueID?
    /// The professional who stated the holder's consent for this one (CSP L1111-17 II).
    public var givenBy: CareSubject?
    /// Whether it was given in a minor's secret connection, which representatives do not learn of.
    public var isSecret: Bool
    /// Whether the end of its term has been traced.
    public var isExpiryTraced: Bool
    /// The people of a structure from whom it was taken back, each by name: they are to ask for themselves.
    public private(set) var exceptions: [ProfessionalID]

    /// Joins the parts.
    public init(
        subject: CareSubject,
        name: PersonName,
        profession: Profession,
        structure: Structure,
        since: Instant,
        until: Instant?,
        origin: AuthorisationOrigin,
        lastAct: Instant,
        team: UniqueID? = nil,
        givenBy: CareSubject? = nil,
        isSecret: Bool = false,
        holder: HolderKind = .professional
    ) {
        self.subject = subject
        self.name = name
        self.profession = profession
        self.structure = structure
        self.holder = holder
        self.since = since
        self.until = until
        self.origin = origin
        self.lastAct = lastAct
        self.team = team
        self.givenBy = givenBy
        self.isSecret = isSecret
        isExpiryTraced = false
        exceptions = []
    }

    /// Reads one; the later members are absent from files of before them.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        subject = try values.decode(CareSubject.self, forKey: .subject)
        name = try values.decode(PersonName.self, forKey: .name)
        let stated = try values.decode(Profession.self, forKey: .profession)
        structure = try values.decode(Structure.self, forKey: .structure)
        // Files of before the member wrote of a trainee the code of the training.
        let training = ProfessionInTraining(stated.role)
        profession = training.map { Profession(role: $0.learnt, specialty: stated.specialty) } ?? stated
        holder =
            try values.decodeIfPresent(HolderKind.self, forKey: .holder) ?? (training == nil ? .professional : .trainee)
        since = try values.decode(Instant.self, forKey: .since)
        until = try values.decodeIfPresent(Instant.self, forKey: .until)
        origin = try values.decode(AuthorisationOrigin.self, forKey: .origin)
        lastAct = try values.decode(Instant.self, forKey: .lastAct)
        team = try values.decodeIfPresent(UniqueID.self, forKey: .team)
        givenBy = try values.decodeIfPresent(CareSubject.self, forKey: .givenBy)
        isSecret = try values.decodeIfPresent(Bool.self, forKey: .isSecret) ?? false
        isExpiryTraced = try values.decodeIfPresent(Bool.self, forKey: .isExpiryTraced) ?? false
        exceptions = try values.decodeIfPresent([ProfessionalID].self, forKey: .exceptions) ?? []
    }

    /// As whom the rules know whoever comes with it: in training, or a professional, such as those of a structure that it names.
    public var bearer: HolderKind { holder == .trainee ? .trainee : .professional }

    /// Whether it holds at a moment.
    public func isValid(at now: Instant) -> Bool { until.map { now < $0 } ?? true }

    /// Whether it serves one person of those whom it lets in.
    public func serves(_ person: ProfessionalID?) -> Bool { person.map { !exceptions.contains($0) } ?? true }

    /// Takes a structure's leave back from one person who works there.
    public mutating func except(_ person: ProfessionalID) {
        guard case .structure = subject, !exceptions.contains(person) else { return }
        exceptions.append(person)
    }

    /// The same without the names of others from whom it was taken back.
    public func excepting(only person: ProfessionalID?) -> Authorisation {
        var leave = self
        leave.exceptions = exceptions.filter { $0 == person }
        return leave
    }
}

/// How an authorisation came to be.
public enum AuthorisationOrigin: String, Hashable, Sendable, Codable {
    /// The professional declared the holder's consent, given in the consultation.
    case declaredInConsultation
    /// The holder gave it on the portal.
    case givenByHolder
    /// Given when the record was opened.
    case givenAtOpening
    /// A care team's one initial consent covers its members (CSP R1111-46).
    case careTeam
    /// Nobody gave it: the set of the record deems a declared team authorised.
    ///
    /// No file holds one; lists of who may read show such a member so.
    case deemedOfTeam
    /// A professional stated it for another to whom part of the care is entrusted (CSP L1111-17 II).
    case delegatedConsent
}

/// A holder's refusal to let somebody read the record, by name.
public struct Block: Hashable, Sendable, Codable {
    /// Whom it names.
    public let subject: CareSubject
    /// The name to show.
    public let name: PersonName
    /// Profession, where known.
    public let profession: Profession?
    /// Since when.
    public let since: Instant
    /// The treating physician who recorded it at the holder's request; nil for what the holder recorded.
    public let recordedBy: CareSubject?

    /// Joins the parts.
    public init(
        subject: CareSubject,
        name: PersonName,
        profession: Profession?,
        since: Instant,
        recordedBy: CareSubject? = nil
    ) {
        self.subject = subject
        self.name = name
        self.profession = profession
        self.since = since
        self.recordedBy = recordedBy
    }
}

/// What a professional learns of his own standing (TD0.2 attention line `AUTORISATION`).
public enum AuthorisationStatus: String, Hashable, Sendable, Codable, CaseIterable {
    /// In force.
    case valid = "VALIDE"
    /// Ended by time.
    case expired = "EXPIRE"
    /// Blocked by the holder.
    case blocked = "INTERDIT"
    /// Never given, or removed.
    case none = "NON_EXISTE"
}

extension [Block] {
    /// Whether one of them names somebody, the person or the structure.
    public func cover(_ actor: CareActor) -> Bool {
        contains { $0.subject == actor.subject || $0.subject == .structure(actor.structure.id) }
    }
}
