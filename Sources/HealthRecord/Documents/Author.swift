/// Who is behind a document or a lot (XCN, XON and coded values of the author block, ITI TF-3 § 4.2.3.1.4).
public struct Author: Hashable, Sendable, Codable {
    /// Identifier of the person, system or patient as written: a professional's national id, an INS, an OID.
    public let identifier: String
    /// Authority of the identifier.
    public let assigningAuthority: OID?
    /// Names.
    public let name: PersonName
    /// Kind of identifier (XCN.13): `IDNPS`, `NH` for a patient, `RI` for a system, `EI` for an internal one.
    public let identifierType: String
    /// Structures on whose behalf the author acts.
    public let institutions: [AuthorInstitution]
    /// Role, text or code (JDV_J47).
    public let role: String?
    /// Specialty (JDV_J01), such as `G15_10/SM26`.
    public let specialty: Code?

    /// Joins the parts of an author block.
    public init(
        identifier: String,
        assigningAuthority: OID?,
        name: PersonName,
        identifierType: String,
        institutions: [AuthorInstitution] = [],
        role: String? = nil,
        specialty: Code? = nil
    ) {
        self.identifier = identifier
        self.assigningAuthority = assigningAuthority
        self.name = name
        self.identifierType = identifierType
        self.institutions = institutions
        self.role = role
        self.specialty = specialty
    }

    /// The service itself, as author of what it files in a record: proofs of acts that were made there.
    ///
    /// Nobody else files under its number.
    public static let service = Author(
        identifier: serviceNumber.text,
        assigningAuthority: nil,
        name: PersonName(family: "Service du DMP", given: ""),
        identifierType: "RI",
        specialty: Code("AUTOMATE", CodeSystem.nonProfession, label: "Automate")
    )
    /// The service as an author and as a source of lots: a UUID of its own under `2.25`.
    public static let serviceNumber = OID(literal: "2.25.98173645091827364518273640918273645091")

    /// Whether the service itself is meant.
    public var isService: Bool { identifier == Self.serviceNumber.text }

    /// Whether the holder's own words are meant, by himself or by somebody for him: nobody with a professional's number writes them.
    public var isPersonalExpression: Bool { professional == nil && specialty == Self.personalExpression }

    /// Whether the health insurance's own feed is meant.
    public var isInsurerFeed: Bool { professional == nil && specialty == Self.insurerFeed }

    /// *Expression personnelle du patient*: the holder's own role (JDV_J01).
    public static let personalExpression = Code(
        "EXP_PATIENT",
        CodeSystem.nonProfession,
        label: "Expression personnelle du patient"
    )
    /// *Alimentation automatique par l'Assurance maladie* (JDV_J01).
    public static let insurerFeed = Code("ALIM_AM", CodeSystem.nonProfession, label: "Assurance maladie")

    /// The professional, where the identifier is a national one.
    public var professional: ProfessionalID? {
        assigningAuthority == ProfessionalID.root ? ProfessionalID(identifier) : nil
    }
}

/// A structure in an author block.
public struct AuthorInstitution: Hashable, Sendable, Codable {
    /// Name.
    public let name: String
    /// Identifier as written.
    public let identifier: String?
    /// Authority of the identifier.
    public let assigningAuthority: OID?

    /// Joins the parts.
    public init(name: String, identifier: String?, assigningAuthority: OID?) {
        self.name = name
        self.identifier = identifier
        self.assigningAuthority = assigningAuthority
    }

    /// The structure, where the identifier is a national one.
    public var structure: StructureID? {
        guard let identifier, assigningAuthority == StructureID.root else { return nil }
        return StructureID(identifier)
    }
}
