/// One reference that SignedInfo must (or may) hold: the very element the caller reads, not a name.
public struct ExpectedReference: Sendable {
    /// Whether the reference may be left out.
    public enum Presence: Sendable, Equatable {
        /// Its absence refuses the signature.
        case required
        /// Its absence is told by the verified result.
        case optional
    }

    /// The element that must be covered.
    public let element: XMLElement
    /// The values of `Type` accepted; empty accepts any, and none.
    public let types: [String]
    /// Whether it may be left out.
    public let presence: Presence

    /// Expects a reference to an element by its identifier attribute (`Id`, `ID`, `id`, `xml:id` or `wsu:Id`).
    public init(_ element: XMLElement, types: [String] = [], presence: Presence = .required) {
        self.element = element
        self.types = types
        self.presence = presence
    }

    /// The `Type` of a reference to a manifest.
    public static let manifestType = "http://www.w3.org/2000/09/xmldsig#Manifest"
}

/// The answer of a verification that succeeded; it cannot be made otherwise.
public struct VerifiedSignature: Sendable {
    /// One element that the signature covers.
    public struct Covered: Sendable {
        /// The element: read this very one, in this very tree (X7).
        public let element: XMLElement
        /// The `Type` of its reference.
        public let type: String?
        /// The digest used.
        public let digest: DigestAlgorithm
    }

    /// The elements covered, in the order of the references.
    public let covered: [Covered]
    /// The signature algorithm used.
    public let algorithm: SignatureAlgorithm

    /// True when SHA-1 was used anywhere: count it, show it.
    public var isLegacy: Bool { algorithm.isLegacy || covered.contains { $0.digest.isLegacy } }

    init(covered: [Covered], algorithm: SignatureAlgorithm) {
        self.covered = covered
        self.algorithm = algorithm
    }

    /// True when that very element was digested whole; an element around or inside it does not count.
    public func covers(_ element: XMLElement) -> Bool { covered.contains { $0.element == element } }
}
