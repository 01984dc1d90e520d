public import HealthRecord

/// A person, a patient or a system in an author block: XCN (ITI TF-3 § 4.2.3.1.7; XDS France § author).
public struct PersonField: Hashable, Sendable {
    /// XCN.1.
    public let identifier: String
    /// XCN.2 and XCN.3; for a system, the name of the maker and of the model.
    public let name: PersonName
    /// XCN.9.
    public let authority: OID?
    /// XCN.10: `D` for a person, `U` for a system.
    public let nameType: String
    /// XCN.13: `IDNPS`, `NH`, `RI`, `EI`.
    public let identifierType: String

    /// Joins the parts.
    public init(identifier: String, name: PersonName, authority: OID?, nameType: String, identifierType: String) {
        self.identifier = identifier
        self.name = name
        self.authority = authority
        self.nameType = nameType
        self.identifierType = identifierType
    }

    /// The person of an author; nil when the author is only a structure.
    public init?(_ author: Author) {
        guard !author.identifier.isEmpty || !author.name.family.isEmpty || !author.name.given.isEmpty else {
            return nil
        }
        self.init(
            identifier: author.identifier,
            name: author.name,
            authority: author.assigningAuthority,
            nameType: author.identifierType == "RI" ? "U" : "D",
            identifierType: author.identifierType
        )
    }

    /// Reads an XCN: an identifier or a name must be there, and the authority, where there is one, must be an OID.
    public init(xcn text: String) throws(ValueFault) {
        let fields = try HL7Fields(text)
        let family = fields.component(2)
        let given = fields.component(3)
        guard fields.has(1) || family != nil || given != nil else { throw .missingComponent(1) }
        if fields.has(9), fields.authority(9) == nil { throw .badComponent(9) }
        self.init(
            identifier: fields.component(1) ?? "",
            name: PersonName(family: family ?? "", given: given ?? ""),
            authority: fields.authority(9),
            nameType: fields.component(10) ?? "",
            identifierType: fields.component(13) ?? ""
        )
    }

    /// The text.
    public var xcn: String {
        let person =
            HL7Fields.escape(identifier) + "^" + HL7Fields.escape(name.family) + "^" + HL7Fields.escape(name.given)
        let holder = authority.map { "^^^^^^&\($0.text)&ISO" } ?? "^^^^^^"
        return person + holder + "^" + HL7Fields.escape(nameType) + "^^^" + HL7Fields.escape(identifierType)
    }

    /// The author that this person is, with the rest of the block.
    public func author(institutions: [AuthorInstitution] = [], role: String? = nil, specialty: Code? = nil) -> Author {
        Author(
            identifier: identifier,
            assigningAuthority: authority,
            name: name,
            identifierType: identifierType,
            institutions: institutions,
            role: role,
            specialty: specialty
        )
    }
}
