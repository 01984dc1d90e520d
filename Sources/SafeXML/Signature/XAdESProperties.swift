/// What a XAdES signature says about itself; believe it only if `element` is among the covered ones (X15).
public struct XAdESProperties: Sendable {
    /// The two XAdES vocabularies met in the field.
    public enum Version: String, Sendable, CaseIterable {
        /// Version 1.1.1, the CI-SIS lot signature.
        case v111 = "http://uri.etsi.org/01903/v1.1.1#"
        /// Version 1.3.2, EN 319 132 and the IHE DSG profile.
        case v132 = "http://uri.etsi.org/01903/v1.3.2#"

        /// The `Type` of the reference that covers the signed properties (1.3.2 keeps the version-less name).
        public var signedPropertiesTypes: [String] {
            switch self {
            case .v111: [rawValue + "SignedProperties"]
            case .v132: ["http://uri.etsi.org/01903#SignedProperties", rawValue + "SignedProperties"]
            }
        }
    }

    /// What the signature says of its policy.
    public enum Policy: Sendable, Equatable {
        /// No policy identifier at all.
        case absent
        /// `SignaturePolicyImplied`.
        case implied
        /// A policy by its identifier.
        case identified(String)
    }

    /// One certificate digest.
    public struct CertificateDigest: Sendable, Equatable {
        /// The URI of the digest method.
        public let method: String
        /// The digest.
        public let value: [UInt8]

        /// The digest method, when it is one this house knows.
        public var algorithm: DigestAlgorithm? { DigestAlgorithm(rawValue: method) }
    }

    /// The vocabulary used.
    public let version: Version
    /// The `SignedProperties` element, to be required among the covered ones.
    public let element: XMLElement
    /// `SigningTime` as written.
    public let signingTime: String?
    /// The certificate digests in order, the signer's first.
    public let certificateDigests: [CertificateDigest]
    /// The signature policy.
    public let policy: Policy
}

extension XMLSignature {
    /// The single `SignedProperties` of the signature's objects; `nil` when there is none.
    public func xadesProperties() throws(XMLSignatureError) -> XAdESProperties? {
        var found: [(XAdESProperties.Version, XMLElement)] = []
        for object in objects {
            for version in XAdESProperties.Version.allCases {
                for qualifying in object.children("QualifyingProperties", in: version.rawValue) {
                    found += qualifying.children("SignedProperties").map { (version, $0) }
                }
            }
        }
        guard let (version, element) = found.first else { return nil }
        guard found.count == 1 else { throw .malformed(element: element.path) }
        guard !element.holdsCommentOrInstruction else { throw .commentRefused(element: element.path) }
        let signed = element.child("SignedSignatureProperties")
        var digests: [XAdESProperties.CertificateDigest] = []
        let lists = [signed?.child("SigningCertificate"), signed?.child("SigningCertificateV2")]
        for case let list? in lists {
            for certificate in list.children("Cert") { digests.append(try Self.digest(of: certificate)) }
        }
        return XAdESProperties(
            version: version,
            element: element,
            signingTime: signed?.child("SigningTime")?.trimmedText,
            certificateDigests: digests,
            policy: Self.policy(in: signed)
        )
    }

    private static func digest(
        of certificate: XMLElement
    ) throws(XMLSignatureError) -> XAdESProperties.CertificateDigest {
        // Version 1.1.1 puts DigestMethod and DigestValue in its own namespace, 1.3.2 in that of XML-DSig.
        guard let pair = certificate.child("CertDigest"),
            let method = pair.child("DigestMethod") ?? pair.child("DigestMethod", in: namespace),
            let value = pair.child("DigestValue") ?? pair.child("DigestValue", in: namespace),
            let bytes = Base64.decode(value.text)
        else { throw .malformed(element: certificate.path) }
        return XAdESProperties.CertificateDigest(method: method.attribute("Algorithm") ?? "", value: bytes)
    }

    private static func policy(in signed: XMLElement?) -> XAdESProperties.Policy {
        guard let identifier = signed?.child("SignaturePolicyIdentifier") else { return .absent }
        if identifier.child("SignaturePolicyImplied") != nil { return .implied }
        let named = identifier.first("SignaturePolicyId", "SigPolicyId", "Identifier")
        return named.map { .identified($0.trimmedText) } ?? .absent
    }
}
