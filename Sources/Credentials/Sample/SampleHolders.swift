public import HealthRecord

/// A professional for whom a sample card is made; the identifier must be a test one.
public struct SampleProfessional: Sendable {
    /// National identifier.
    public var id: ProfessionalID
    /// Name.
    public var name: PersonName
    /// Title on the card, such as `Médecin`.
    public var title: String
    /// TRE_G15 number, such as 10.
    public var profession: Int
    /// TRE_R01 codes.
    public var specialties: [String]
    /// Whether the card is a professional's or one of somebody in training.
    public var kind: Kind

    /// The two cards that professionals have.
    public enum Kind: Sendable {
        /// *CPS*.
        case registered
        /// *CPF*.
        case inTraining
    }

    /// Joins the parts.
    public init(
        id: ProfessionalID,
        name: PersonName,
        title: String,
        profession: Int,
        specialties: [String] = [],
        kind: Kind = .registered
    ) {
        self.id = id
        self.name = name
        self.title = title
        self.profession = profession
        self.specialties = specialties
        self.kind = kind
    }
}

/// An employee of an establishment, or a service card of it where no name is given.
public struct SampleEmployee: Sendable {
    /// National identifier: the establishment's and an internal number.
    public var id: ProfessionalID
    /// Name; nil makes a service card.
    public var name: PersonName?
    /// The establishment.
    public var structure: StructureID
    /// Its name.
    public var organisation: String

    /// Joins the parts.
    public init(id: ProfessionalID, name: PersonName?, structure: StructureID, organisation: String) {
        self.id = id
        self.name = name
        self.structure = structure
        self.organisation = organisation
    }
}

/// A structure for which sample certificates are made.
public struct SampleStructure: Sendable {
    /// National identifier.
    public var id: StructureID
    /// Name.
    public var organisation: String
    /// Name of the service.
    public var service: String

    /// Joins the parts.
    public init(id: StructureID, organisation: String, service: String) {
        self.id = id
        self.organisation = organisation
        self.service = service
    }
}
