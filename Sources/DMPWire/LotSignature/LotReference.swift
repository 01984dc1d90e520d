public import HealthRecord
public import SafeXML

/// One document as the manifest of a lot names it.
public struct LotReference: Hashable, Sendable {
    /// The document's OID, or that of the submission set.
    public let uniqueID: OID
    /// The digest algorithm.
    public let algorithm: DigestAlgorithm
    /// The digest stated; one zero byte for the submission set.
    public let digest: [UInt8]
    /// The canonical form that is digested; nil for the bytes as they are.
    public let canonicalization: CanonicalizationMethod?
    /// Inclusive prefixes of that form.
    public let inclusivePrefixes: [String]

    /// Joins the parts.
    public init(
        uniqueID: OID,
        algorithm: DigestAlgorithm,
        digest: [UInt8],
        canonicalization: CanonicalizationMethod? = nil,
        inclusivePrefixes: [String] = []
    ) {
        self.uniqueID = uniqueID
        self.algorithm = algorithm
        self.digest = digest
        self.canonicalization = canonicalization
        self.inclusivePrefixes = inclusivePrefixes
    }

    init(_ reference: SignatureReference, position: Int) throws(LotSignatureError) {
        guard let uri = reference.uri, uri.hasPrefix("urn:oid:"), let uniqueID = OID(uri.dropFirst(8)),
            let algorithm = reference.digestAlgorithm, !reference.digestValue.isEmpty
        else { throw .reference(position: position) }
        guard reference.transforms.count <= 1 else { throw .transform(position: position) }
        var form: CanonicalizationMethod?
        if let transform = reference.transforms.first {
            guard let known = transform.canonicalization else { throw .transform(position: position) }
            form = known
        }
        self.init(
            uniqueID: uniqueID,
            algorithm: algorithm,
            digest: reference.digestValue,
            canonicalization: form,
            inclusivePrefixes: reference.transforms.first?.inclusivePrefixes ?? []
        )
    }
}
