/// How well an identity is established (RNIV; the labels are UNVERIFIED in what is published).
public enum IdentityStatus: String, Hashable, Sendable, Codable, CaseIterable {
    /// Said by somebody, and checked by nobody.
    case provisional
    /// Brought from the national service, without a paper.
    case recovered
    /// By a paper of high trust, without the national service.
    case validated
    /// By both.
    case qualified
}

/// What is wrong with an identity; each forbids that it be qualified.
public enum IdentityAttribute: String, Hashable, Sendable, Codable, CaseIterable {
    /// Somebody doubts it.
    case doubtful
    /// Somebody else bears the same traits.
    case homonymous
    /// Nobody is behind it.
    case fictitious
}

/// An identity's status with its attributes.
public struct IdentityStanding: Hashable, Sendable, Codable {
    /// How well it is established.
    public let status: IdentityStatus
    /// What is wrong with it.
    public let attributes: Set<IdentityAttribute>

    /// Joins both; nil for what the RNIV excludes: a qualified identity with something wrong.
    public init?(status: IdentityStatus, attributes: Set<IdentityAttribute> = []) {
        guard status != .qualified || attributes.isEmpty else { return nil }
        self.status = status
        self.attributes = attributes
    }

    private init(qualified: Void) {
        status = .qualified
        attributes = []
    }

    /// That of whoever opened a record: those who invite or open vouch for the identity.
    public static let qualified = IdentityStanding(qualified: ())

    /// Whether the matricule may be carried to others.
    public var carriesMatricule: Bool { status == .qualified }

    private enum CodingKeys: String, CodingKey { case status, attributes }

    /// Reads one; what the RNIV excludes is no standing.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        let status = try values.decode(IdentityStatus.self, forKey: .status)
        let attributes = try values.decode(Set<IdentityAttribute>.self, forKey: .attributes)
        guard let standing = IdentityStanding(status: status, attributes: attributes) else {
            throw DecodingError.dataCorruptedError(forKey: .attributes, in: values, debugDescription: "excluded")
        }
        self = standing
    }
}
