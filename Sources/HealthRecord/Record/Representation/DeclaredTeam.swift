/// A *équipe de soins*: those who take part in one care of the holder (CSP L1110-12, R1111-46).
public struct DeclaredTeam: Hashable, Sendable, Codable {
    /// Its identity, which the members' leaves name.
    public let id: UniqueID
    /// What people call it.
    public let name: String
    /// The professional who declared it.
    public let declaredBy: CareSubject
    /// Whether the holder's one initial consent was stated for it.
    public let consent: TeamConsent
    /// The professionals and structures that it is made of.
    public var members: [CareSubject]
    /// Those of them for whom no consent was stated: without a leave, they stand by the team alone.
    public var deemed: [DeemedMember]
    /// The people from whom what they had by it was taken back, each by name: they stand by no structure in it.
    public private(set) var exceptions: [ProfessionalID]
    /// Since when.
    public let since: Instant
    /// When it ends by itself.
    public let until: Instant?

    /// Joins the parts.
    public init(
        id: UniqueID,
        name: String,
        declaredBy: CareSubject,
        consent: TeamConsent = .stated,
        members: [CareSubject],
        deemed: [DeemedMember] = [],
        since: Instant,
        until: Instant?
    ) {
        self.id = id
        self.name = name
        self.declaredBy = declaredBy
        self.consent = consent
        self.members = members
        self.deemed = deemed
        exceptions = []
        self.since = since
        self.until = until
    }

    /// Reads one; the later members are absent from files of before them, when every team was consented to.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        id = try values.decode(UniqueID.self, forKey: .id)
        name = try values.decode(String.self, forKey: .name)
        declaredBy = try values.decode(CareSubject.self, forKey: .declaredBy)
        consent = try values.decodeIfPresent(TeamConsent.self, forKey: .consent) ?? .stated
        members = try values.decode([CareSubject].self, forKey: .members)
        deemed = try values.decodeIfPresent([DeemedMember].self, forKey: .deemed) ?? []
        exceptions = try values.decodeIfPresent([ProfessionalID].self, forKey: .exceptions) ?? []
        since = try values.decode(Instant.self, forKey: .since)
        until = try values.decodeIfPresent(Instant.self, forKey: .until)
    }

    /// The names by which somebody stands in it without a leave: his own, his structure's, both or none.
    public func deems(_ actor: CareActor) -> [CareSubject] {
        let structure = CareSubject.structure(actor.structure.id)
        let isExcepted = actor.person.map(exceptions.contains) ?? false
        let names = isExcepted ? [actor.subject] : [actor.subject, structure]
        return names.filter { name in deemed.contains { $0.subject == name } }
    }

    /// Takes from somebody what he has by it without a leave, by his own name and by his structure's.
    public mutating func unsay(_ subject: CareSubject) {
        deemed.removeAll { $0.subject == subject }
        if case .person(let person) = subject, !exceptions.contains(person) { exceptions.append(person) }
    }

    /// The same without the names of others from whom something was taken back.
    public func excepting(only person: ProfessionalID?) -> DeclaredTeam {
        var team = self
        team.exceptions = exceptions.filter { $0 == person }
        return team
    }

    /// Whether it has not ended.
    public func isInForce(at now: Instant) -> Bool { since <= now && until.map { now < $0 } ?? true }
}

/// Whether a team's declaration states the holder's consent.
public enum TeamConsent: String, Hashable, Sendable, Codable {
    /// The professional asked the holder, who agreed.
    case stated
    /// Nobody asked: the set of the record deems the team authorised.
    case notAsked
}

/// A member of a team whom no stated consent covers.
public struct DeemedMember: Hashable, Sendable, Codable {
    /// Whom it names.
    public let subject: CareSubject
    /// The name to show.
    public let name: PersonName
    /// Profession at the time.
    public let profession: Profession
    /// Structure at the time.
    public let structure: Structure
    /// Since when.
    public let since: Instant
    /// The professional who named him.
    public let namedBy: CareSubject

    /// Joins the parts.
    public init(
        subject: CareSubject,
        name: PersonName,
        profession: Profession,
        structure: Structure,
        since: Instant,
        namedBy: CareSubject
    ) {
        self.subject = subject
        self.name = name
        self.profession = profession
        self.structure = structure
        self.since = since
        self.namedBy = namedBy
    }
}
