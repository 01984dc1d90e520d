/// One `ds:Transform`.
public struct SignatureTransform: Sendable, Hashable {
    /// The URI of the enveloped-signature transform.
    public static let envelopedURI = "http://www.w3.org/2000/09/xmldsig#enveloped-signature"

    /// Its algorithm, as written.
    public let algorithm: String
    /// The prefixes of `InclusiveNamespaces`, when present.
    public let inclusivePrefixes: [String]

    /// Makes a transform.
    public init(algorithm: String, inclusivePrefixes: [String] = []) {
        self.algorithm = algorithm
        self.inclusivePrefixes = inclusivePrefixes
    }

    /// The enveloped-signature transform.
    public static let enveloped = SignatureTransform(algorithm: envelopedURI)

    /// A canonical form as a transform.
    public static func canonical(
        _ method: CanonicalizationMethod,
        inclusivePrefixes: [String] = []
    ) -> SignatureTransform {
        SignatureTransform(algorithm: method.rawValue, inclusivePrefixes: inclusivePrefixes)
    }

    /// The canonical form it stands for, `nil` for any other transform.
    public var canonicalization: CanonicalizationMethod? { CanonicalizationMethod(rawValue: algorithm) }
}

/// One `ds:Reference`, of a SignedInfo or of a manifest, read but not judged.
public struct SignatureReference: Sendable {
    /// The element it was read from.
    public let element: XMLElement
    /// `URI`, `nil` when the attribute is absent.
    public let uri: String?
    /// `Type`, `nil` when absent.
    public let type: String?
    /// The transforms in order.
    public let transforms: [SignatureTransform]
    /// The URI of the digest method.
    public let digestMethod: String
    /// The digest announced.
    public let digestValue: [UInt8]

    /// The digest method, when it is one this house knows.
    public var digestAlgorithm: DigestAlgorithm? { DigestAlgorithm(rawValue: digestMethod) }
}
