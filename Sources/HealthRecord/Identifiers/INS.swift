/// The authority under which a matricule is a national health identifier (liste des OID des autorités d'affectation des INS).
public enum INSRoot: String, CaseIterable, Hashable, Sendable, Codable {
    /// INS-NIR, the ordinary case.
    case nir = "1.2.250.1.213.1.4.8"
    /// INS-NIA, for a person whose registration has not ended.
    case nia = "1.2.250.1.213.1.4.9"
    /// INS-NIR of test people.
    case test = "1.2.250.1.213.1.4.10"
    /// INS-NIR of demonstration people.
    case demonstration = "1.2.250.1.213.1.4.11"

    /// The same as an object identifier.
    public var oid: OID {
        switch self {
        case .nir: OID(literal: "1.2.250.1.213.1.4.8")
        case .nia: OID(literal: "1.2.250.1.213.1.4.9")
        case .test: OID(literal: "1.2.250.1.213.1.4.10")
        case .demonstration: OID(literal: "1.2.250.1.213.1.4.11")
        }
    }

    /// Whether the root names real people.
    public var isProduction: Bool { self == .nir || self == .nia }
}

/// The national health identifier as somebody states it: a matricule whose key is right, and its root.
///
/// It says nothing of whether this deployment may hold it: that is `QualifiedINS`.
public struct INS: Hashable, Sendable, Codable {
    /// The matricule.
    public let matricule: NIR
    /// The authority that gave it.
    public let root: INSRoot

    /// Joins a checked matricule and a root.
    public init(_ matricule: NIR, root: INSRoot) {
        self.matricule = matricule
        self.root = root
    }

    /// Reads both from text.
    public init?(_ matricule: some StringProtocol, root: some StringProtocol) {
        guard let nir = NIR(matricule), let root = INSRoot(rawValue: String(root)) else { return nil }
        self.init(nir, root: root)
    }

    private enum CodingKeys: String, CodingKey { case matricule, root }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        guard let nir = NIR(try container.decode(String.self, forKey: .matricule)) else {
            throw DecodingError.dataCorruptedError(
                forKey: .matricule,
                in: container,
                debugDescription: "not a matricule"
            )
        }
        self.init(nir, root: try container.decode(INSRoot.self, forKey: .root))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(matricule.text, forKey: .matricule)
        try container.encode(root, forKey: .root)
    }
}

/// Which people a deployment serves; production refuses test and demonstration roots (design § 5).
public enum IdentityDomain: String, CaseIterable, Sendable, Codable {
    /// Real people only.
    case production
    /// Test and demonstration people only.
    case rehearsal
}

/// An INS that this deployment may hold: the only kind that reaches a record.
public struct QualifiedINS: Hashable, Sendable {
    /// The identifier.
    public let ins: INS

    /// Fails when the root belongs to the other domain.
    public init?(_ ins: INS, in domain: IdentityDomain) {
        guard ins.root.isProduction == (domain == .production) else { return nil }
        self.ins = ins
    }
}
