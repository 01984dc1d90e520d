/// How a professional's identity was established (VIHF `Authentification_mode`).
public enum AuthenticationMode: String, Hashable, Sendable, Codable, CaseIterable {
    /// The person's own card.
    case direct = "DIRECTE"
    /// The structure's certificate; the structure answers for its people.
    case indirect = "INDIRECTE"
    /// The structure's certificate after a strong local sign-in of a named person, *AIR*.
    case reinforcedIndirect = "INDIRECTE_RENFORCEE"
}

/// What a card or certificate makes of its holder (NOS TRE_G02).
public enum HolderKind: String, Hashable, Sendable, Codable, CaseIterable {
    /// *CPS*: a registered professional.
    case professional
    /// *CPF*: a professional in training.
    case trainee
    /// *CPE*: an employee of an establishment.
    case employee
    /// A structure's certificate: no person in particular.
    case structure
}

/// A person or structure of care whose evidence has been verified.
public struct CareActor: Hashable, Sendable, Codable {
    /// The person; nil for a structure that acts by its certificate without naming one.
    public let person: ProfessionalID?
    /// The name to show; that of the software or service where no person is named.
    public let name: PersonName
    /// Profession and specialty, from the certificate where it says so.
    public let profession: Profession
    /// The structure in which the act is done.
    public let structure: Structure
    /// What the card or certificate makes of its holder.
    public let holder: HolderKind
    /// How the identity was established.
    public let authentication: AuthenticationMode

    /// Joins what verification found.
    public init(
        person: ProfessionalID?,
        name: PersonName,
        profession: Profession,
        structure: Structure,
        holder: HolderKind,
        authentication: AuthenticationMode
    ) {
        self.person = person
        self.name = name
        self.profession = profession
        self.structure = structure
        self.holder = holder
        self.authentication = authentication
    }

    /// Who holds an authorisation or a block: the person, or the structure where none is named.
    public var subject: CareSubject { person.map(CareSubject.person) ?? .structure(structure.id) }
}

/// The one to whom an authorisation, a block or an authorship belongs.
public enum CareSubject: Hashable, Sendable, Codable {
    /// A professional.
    case person(ProfessionalID)
    /// A structure.
    case structure(StructureID)

    /// The national identifier, whichever it is.
    public var text: String {
        switch self {
        case .person(let id): id.text
        case .structure(let id): id.text
        }
    }
}

/// Somebody who acts on a record, once his evidence has been verified.
public enum Actor: Hashable, Sendable, Codable {
    /// The holder of the record, signed in to the portal.
    case holder(PersonName)
    /// Somebody who acts for the holder: a legal representative, a guardian, a carer.
    case representative(PersonName, Representation)
    /// A professional or a structure.
    case care(CareActor)
    /// The service itself: what time brings, what the operator orders.
    case system(String)
}

/// In what capacity somebody acts for the holder.
public enum Representation: String, Hashable, Sendable, Codable, CaseIterable {
    /// Parent or guardian of a minor.
    case legalRepresentative
    /// Person in charge of a protected adult, with representation for personal matters.
    case guardian
    /// Carer with delegated access, *proche aidant*.
    case carer
}

/// The mode in which care actors ask (VIHF purpose of use, TRE_R248).
public enum AccessMode: Hashable, Sendable, Codable {
    /// Ordinary care.
    case normal
    /// *Bris de glace*: the person cannot speak and is at risk; the reason is part of the trace.
    case breakGlass(reason: String)
    /// *Centre 15*: a medical regulation centre after a call.
    case regulation

    /// The code on the wire.
    public var code: String {
        switch self {
        case .normal: "normal"
        case .breakGlass: "bris_de_glace"
        case .regulation: "centre_15"
        }
    }
}
