/// A `ds:Signature` to be filled: the caller writes it where it belongs, then `XMLSigner` computes the values.
public struct SignatureTemplate: Sendable {
    /// One reference to be digested.
    public struct Reference: Sendable {
        /// Identifier of the element, without `#`.
        public var id: String
        /// The `Type` of the reference.
        public var type: String?
        /// The transforms in order.
        public var transforms: [SignatureTransform]
        /// The digest.
        public var digest: DigestAlgorithm

        /// Makes a reference.
        public init(id: String, type: String? = nil, transforms: [SignatureTransform], digest: DigestAlgorithm) {
            self.id = id
            self.type = type
            self.transforms = transforms
            self.digest = digest
        }
    }

    /// The signature algorithm.
    public var algorithm: SignatureAlgorithm
    /// The canonical form of SignedInfo.
    public var canonicalization: CanonicalizationMethod
    /// The references.
    public var references: [Reference]
    /// The certificate for KeyInfo, DER; without it no KeyInfo is written.
    public var certificate: [UInt8]?
    /// The `Id` of the signature.
    public var id: String?

    /// Makes a template.
    public init(
        algorithm: SignatureAlgorithm,
        canonicalization: CanonicalizationMethod = .exclusive,
        references: [Reference],
        certificate: [UInt8]?,
        id: String? = nil
    ) {
        self.algorithm = algorithm
        self.canonicalization = canonicalization
        self.references = references
        self.certificate = certificate
        self.id = id
    }

    /// The template of an enveloped SAML assertion: one reference, exclusive form.
    public static func samlAssertion(
        id: String,
        algorithm: SignatureAlgorithm,
        digest: DigestAlgorithm,
        certificate: [UInt8],
        inclusivePrefixes: [String] = []
    ) -> SignatureTemplate {
        SignatureTemplate(
            algorithm: algorithm,
            references: [
                Reference(
                    id: id,
                    transforms: [.enveloped, .canonical(.exclusive, inclusivePrefixes: inclusivePrefixes)],
                    digest: digest
                )
            ],
            certificate: certificate
        )
    }

    /// Writes the template with prefix `ds`; `objects` writes the `ds:Object` elements.
    public func write(to writer: inout XMLWriter, objects: (inout XMLWriter) -> Void = { _ in }) {
        writer.start("ds:Signature", ["xmlns:ds": XMLSignature.namespace, "Id": id])
        writer.start("ds:SignedInfo")
        writer.element("ds:CanonicalizationMethod", ["Algorithm": canonicalization.rawValue])
        writer.element("ds:SignatureMethod", ["Algorithm": algorithm.rawValue])
        for reference in references { Self.write(reference, to: &writer) }
        writer.end()
        writer.element("ds:SignatureValue")
        if let certificate {
            writer.start("ds:KeyInfo")
            writer.start("ds:X509Data")
            writer.start("ds:X509Certificate")
            writer.base64(certificate)
            for _ in 0..<3 { writer.end() }
        }
        objects(&writer)
        writer.end()
    }

    private static func write(_ reference: Reference, to writer: inout XMLWriter) {
        writer.start("ds:Reference", ["URI": "#" + reference.id, "Type": reference.type])
        if !reference.transforms.isEmpty {
            writer.start("ds:Transforms")
            for transform in reference.transforms {
                writer.start("ds:Transform", ["Algorithm": transform.algorithm])
                if !transform.inclusivePrefixes.isEmpty {
                    writer.element(
                        "ec:InclusiveNamespaces",
                        [
                            "xmlns:ec": CanonicalizationMethod.exclusive.rawValue,
                            "PrefixList": transform.inclusivePrefixes.joined(separator: " "),
                        ]
                    )
                }
                writer.end()
            }
            writer.end()
        }
        writer.element("ds:DigestMethod", ["Algorithm": reference.digest.rawValue])
        writer.element("ds:DigestValue")
        writer.end()
    }
}
