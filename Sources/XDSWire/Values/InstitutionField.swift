public import HealthRecord

/// A structure in an author block: XON, `name^^^^^&authority&ISO^type^^^id` (ITI TF-3 § 4.2.3.1.7).
public struct InstitutionField: Hashable, Sendable {
    /// XON.1.
    public let name: String
    /// XON.6.
    public let authority: OID?
    /// XON.7: `IDNST`, or `SIREN` for a referenced digital service.
    public let type: String?
    /// XON.10.
    public let identifier: String?

    /// Joins the parts.
    public init(name: String, authority: OID?, type: String?, identifier: String?) {
        self.name = name
        self.authority = authority
        self.type = type
        self.identifier = identifier
    }

    /// The structure of an author block; its type follows from its identifier.
    public init(_ institution: AuthorInstitution) {
        self.init(
            name: institution.name,
            authority: institution.assigningAuthority,
            type: Self.type(of: institution),
            identifier: institution.identifier
        )
    }

    /// Reads an XON; the name must be there.
    public init(xon text: String) throws(ValueFault) {
        let fields = try HL7Fields(text)
        guard let name = fields.component(1) else { throw .missingComponent(1) }
        if fields.has(6), fields.authority(6) == nil { throw .badComponent(6) }
        self.init(
            name: name,
            authority: fields.authority(6),
            type: fields.component(7),
            identifier: fields.component(10)
        )
    }

    /// The text; cut after the name when there is no identifier.
    public var xon: String {
        let start = HL7Fields.escape(name)
        guard identifier != nil || authority != nil || type != nil else { return start }
        let holder = authority.map { "^^^^^&\($0.text)&ISO" } ?? "^^^^^"
        return start + holder + "^" + HL7Fields.escape(type ?? "") + "^^^" + HL7Fields.escape(identifier ?? "")
    }

    /// The structure.
    public var institution: AuthorInstitution {
        AuthorInstitution(name: name, identifier: identifier, assigningAuthority: authority)
    }

    private static func type(of institution: AuthorInstitution) -> String? {
        guard institution.assigningAuthority == StructureID.root else { return nil }
        // A SIREN alone has nine digits and no register digit before it.
        let digits = institution.identifier?.utf8 ?? "".utf8
        return digits.count == 9 && digits.allSatisfy(\.isDigit) ? "SIREN" : "IDNST"
    }
}
