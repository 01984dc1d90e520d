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
    /// Since when.
    public let since: Instant
    /// When it ends by itself.
    public var until: Instant?
    /// How it was given.
    public let origin: AuthorisationOrigin
    /// The subject's last act on the record.
    public var lastAct: Instant

    /// Joins the parts.
    public init(
        subject: CareSubject,
        name: PersonName,
        profession: Profession,
        structure: Structure,
        since: Instant,
        until: Instant?,
        origin: AuthorisationOrigin,
        lastAct: Instant
    ) {
        self.subject = subject
        self.name = name
        self.profession = profession
        self.structure = structure
        self.since = since
        self.until = until
        self.origin = origin
        self.lastAct = lastAct
    }

    /// Whether it holds at a moment.
    public func isValid(at now: Instant) -> Bool { until.map { now < $0 } ?? true }
}

/// How an authorisation came to be.
public enum AuthorisationOrigin: String, Hashable, Sendable, Codable {
    /// The professional declared the holder's consent, given in the consultation.
    case declaredInConsultation
    /// The holder gave it on the portal.
    case givenByHolder
    /// Given when the record was opened.
    case givenAtOpening
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

    /// Joins the parts.
    public init(subject: CareSubject, name: PersonName, profession: Profession?, since: Instant) {
        self.subject = subject
        self.name = name
        self.profession = profession
        self.since = since
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
