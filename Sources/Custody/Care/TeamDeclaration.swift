public import HealthRecord

/// A professional or structure that a consent covers.
public struct TeamMember: Sendable, Hashable, Codable {
    /// Whom it names.
    public let subject: CareSubject
    /// The name to show.
    public let name: PersonName
    /// Profession.
    public let profession: Profession
    /// Structure.
    public let structure: Structure

    /// Joins the parts.
    public init(subject: CareSubject, name: PersonName, profession: Profession, structure: Structure) {
        self.subject = subject
        self.name = name
        self.profession = profession
        self.structure = structure
    }
}

/// A care team, and whether the holder's one consent to it is stated, as a professional declares them.
public struct TeamDeclaration: Sendable, Hashable, Codable {
    /// What people call it.
    public let name: String
    /// Whom it is made of, beside who declares it.
    public let members: [TeamMember]
    /// When it ends by itself; nil for the term that the rules give, which nothing exceeds.
    public let until: Instant?
    /// Whether the holder's consent is stated; only some sets let a team stand without.
    public let consent: TeamConsent

    /// Joins the parts.
    public init(name: String, members: [TeamMember], until: Instant? = nil, consent: TeamConsent = .stated) {
        self.name = name
        self.members = members
        self.consent = consent
        self.until = until
    }
}

extension TeamMember {
    /// The one who is named, as he would come with his own card or certificate.
    var reader: CareActor {
        var person: ProfessionalID?
        if case .person(let id) = subject { person = id }
        return CareActor(
            person: person,
            name: name,
            profession: profession,
            structure: structure,
            holder: person == nil ? .structure : .professional,
            authentication: person == nil ? .indirect : .direct
        )
    }
}
