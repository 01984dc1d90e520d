public import HealthRecord

/// Whom a certificate names.
public enum CertificateHolder: Hashable, Sendable {
    /// A person, by a card or a software certificate of persons.
    case person(CertifiedPerson)
    /// A structure, by an organisation or server certificate.
    case structure(CertifiedStructure)

    /// What the certificate makes of its holder.
    public var kind: HolderKind {
        switch self {
        case .person(let person): person.kind
        case .structure: .structure
        }
    }
}

/// A person as a card states him.
public struct CertifiedPerson: Hashable, Sendable {
    /// Whether the card bears a person's name, or serves whoever holds it in the structure.
    public enum Naming: Hashable, Sendable {
        /// `SN` and `GN` are there.
        case nominative
        /// A service card, *CPE non nominative*.
        case service
    }

    /// National identifier, from `CN`.
    public let id: ProfessionalID
    /// Name; of a service card the structure's name and the card's identifier, as message authors write it.
    public let name: PersonName
    /// Whether it is a person's name.
    public let naming: Naming
    /// Professional, in training or employee.
    public let kind: HolderKind
    /// Profession, or profession in training, where the card says one.
    public let profession: Code?
    /// Specialties that the card lists, TRE_R01.
    public let specialties: [Code]
    /// The structure of an employee's card, from `OU`.
    public let structure: StructureID?
    /// The name of that structure, from `O`.
    public let organisation: String?
}

/// A structure as its certificate states it.
public struct CertifiedStructure: Hashable, Sendable {
    /// National identifier, from `OU`.
    public let id: StructureID
    /// Name, from `O`.
    public let organisation: String
    /// Name of the service or host, from `CN`.
    public let service: String
}
