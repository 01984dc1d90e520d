public import HealthRecord

/// A patient's identifier as metadata write it: CX, `id^^^&authority&ISO^type` (ITI TF-3 § 4.2.3.1.7).
///
/// What follows the type (official samples append a date) is cut: two values that agree up to CX.5 are the same.
public struct PatientIdentifier: Hashable, Sendable {
    /// CX.1.
    public let id: String
    /// CX.4, an OID.
    public let authority: OID
    /// CX.5: `NH` for a national identifier, `PI` for a local one.
    public let type: String?

    /// Joins the parts.
    public init(id: String, authority: OID, type: String?) {
        self.id = id
        self.authority = authority
        self.type = type
    }

    /// A national identifier.
    public init(_ ins: INS) {
        self.init(id: ins.matricule.text, authority: ins.root.oid, type: "NH")
    }

    /// Reads a CX; the authority must be an OID.
    public init(cx text: String) throws(ValueFault) {
        let fields = try HL7Fields(text)
        guard let id = fields.component(1) else { throw .missingComponent(1) }
        guard fields.has(4) else { throw .missingComponent(4) }
        guard let authority = fields.authority(4) else { throw .badComponent(4) }
        self.init(id: id, authority: authority, type: fields.component(5))
    }

    /// The text.
    public var cx: String {
        let start = "\(HL7Fields.escape(id))^^^&\(authority.text)&ISO"
        return type.map { start + "^" + HL7Fields.escape($0) } ?? start
    }

    /// The national identifier, where it is one whose key is right.
    public var ins: INS? { INS(id, root: authority.text) }

    /// Whether both name the same patient: the type plays no part, some senders leave it out.
    public func namesSamePatient(as other: PatientIdentifier) -> Bool {
        id == other.id && authority == other.authority
    }
}
