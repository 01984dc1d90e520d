public import HealthRecord

/// A reference to an order, an accession, a study: CXi, `id^^^&authority&ISO^type` (ITI TF-3 § 4.2.3.2.28).
public struct ReferenceIdentifier: Hashable, Sendable {
    /// CXi.1.
    public let id: String
    /// CXi.4, absent for identifiers that are unique by themselves.
    public let authority: OID?
    /// CXi.5, a URN such as `urn:ihe:iti:xds:2013:order`.
    public let type: String

    /// Joins the parts.
    public init(id: String, authority: OID?, type: String) {
        self.id = id
        self.authority = authority
        self.type = type
    }

    /// Reads a CXi; the type must be there.
    public init(cxi text: String) throws(ValueFault) {
        let fields = try HL7Fields(text)
        guard let id = fields.component(1) else { throw .missingComponent(1) }
        if fields.has(4), fields.authority(4) == nil { throw .badComponent(4) }
        guard let type = fields.component(5) else { throw .missingComponent(5) }
        self.init(id: id, authority: fields.authority(4), type: type)
    }

    /// The text.
    public var cxi: String {
        "\(HL7Fields.escape(id))^^^\(authority.map { "&\($0.text)&ISO" } ?? "")^\(HL7Fields.escape(type))"
    }
}
