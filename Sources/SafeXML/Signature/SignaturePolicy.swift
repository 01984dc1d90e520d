/// What a verification accepts; anything not listed is refused.
public struct SignaturePolicy: Sendable, Equatable {
    /// Whether SHA-1 may appear.
    public enum Legacy: Sendable, Equatable {
        /// SHA-1 refuses the signature.
        case refused
        /// SHA-1 is tolerated: date-limited lot signatures and VIHF of old software only (X12, V2).
        case sha1Tolerated
    }

    /// Whether comments and processing instructions may lie inside the covered elements (X16).
    public enum Comments: Sendable, Equatable {
        /// They refuse the signature.
        case refused
        /// They are left alone.
        case allowed
    }

    /// Where an identifier may not appear twice (X9).
    public enum Identifiers: Sendable, Equatable {
        /// Any value repeated anywhere in the document refuses the signature.
        case uniqueInDocument
        /// Only the values that the signature refers to: for bodies such as ebRIM, where an `ObjectRef` repeats the `id`
        /// of the object it points at.
        case uniqueWhereReferenced
    }

    /// Signature algorithms accepted; SHA-1 needs `legacy` besides.
    public var algorithms: Set<SignatureAlgorithm>
    /// Digest algorithms accepted; SHA-1 needs `legacy` besides.
    public var digests: Set<DigestAlgorithm>
    /// Canonical forms accepted, for SignedInfo and as transforms.
    public var canonicalizations: Set<CanonicalizationMethod>
    /// Whether the enveloped-signature transform is accepted.
    public var acceptsEnveloped: Bool
    /// Whether SHA-1 is tolerated.
    public var legacy: Legacy
    /// Fate of comments inside the covered elements.
    public var comments: Comments
    /// Where identifiers must be unique.
    public var identifiers: Identifiers

    /// Makes a policy.
    public init(
        algorithms: Set<SignatureAlgorithm> = Set(SignatureAlgorithm.allCases),
        digests: Set<DigestAlgorithm> = Set(DigestAlgorithm.allCases),
        canonicalizations: Set<CanonicalizationMethod>,
        acceptsEnveloped: Bool,
        legacy: Legacy,
        comments: Comments,
        identifiers: Identifiers = .uniqueInDocument
    ) {
        self.algorithms = algorithms
        self.digests = digests
        self.canonicalizations = canonicalizations
        self.acceptsEnveloped = acceptsEnveloped
        self.legacy = legacy
        self.comments = comments
        self.identifiers = identifiers
    }

    /// A SAML assertion: enveloped, exclusive form, no comment inside.
    public static func samlAssertion(legacy: Legacy) -> SignaturePolicy {
        SignaturePolicy(
            canonicalizations: [.exclusive],
            acceptsEnveloped: true,
            legacy: legacy,
            comments: .refused
        )
    }

    /// The signature of a lot: detached document, any canonical form, no comment in what is covered.
    public static func lotSignature(legacy: Legacy) -> SignaturePolicy {
        SignaturePolicy(
            canonicalizations: Set(CanonicalizationMethod.allCases),
            acceptsEnveloped: false,
            legacy: legacy,
            comments: .refused
        )
    }

    func check(_ algorithm: SignatureAlgorithm, _ element: XMLElement) throws(XMLSignatureError) {
        if algorithm.isLegacy, legacy == .refused { throw .legacyAlgorithmRefused(element: element.path) }
        guard algorithms.contains(algorithm) else { throw .algorithmRefused(element: element.path) }
    }

    func check(_ reference: SignatureReference) throws(XMLSignatureError) -> DigestAlgorithm {
        guard let digest = reference.digestAlgorithm else { throw .algorithmRefused(element: reference.element.path) }
        if digest.isLegacy, legacy == .refused { throw .legacyAlgorithmRefused(element: reference.element.path) }
        guard digests.contains(digest) else { throw .algorithmRefused(element: reference.element.path) }
        return digest
    }
}
