public import HealthRecord
public import SafeXML

/// Writes and signs the signature document of a lot: the client's side.
///
/// Digests come in: this module computes none.
public struct LotSignatureBuilder: Sendable {
    /// The vocabulary and algorithms.
    public enum Profile: Sendable, CaseIterable {
        /// XAdES 1.3.2 and SHA-256, what new software should write.
        case modern
        /// The shape of CI-SIS (XAdES 1.1.1) with SHA-256.
        case transitional
        /// The shape of CI-SIS with SHA-1: only to rehearse what old software sends.
        case legacy

        var version: XAdESProperties.Version { self == .modern ? .v132 : .v111 }
        /// The digest of everything.
        public var digest: DigestAlgorithm { self == .legacy ? .sha1 : .sha256 }
    }

    /// The profile.
    public var profile: Profile
    /// OID of the submission set.
    public var submissionSet: OID
    /// The documents, each with its digest.
    public var documents: [LotReference]
    /// When it is signed.
    public var signingTime: Instant
    /// The certificate of the signer in DER.
    public var certificate: [UInt8]
    /// The digest of that certificate, by the profile's algorithm.
    public var certificateDigest: [UInt8]
    /// Issuer and serial number of that certificate (decimal), as XAdES repeats them.
    public var issuer: (name: String, serial: String)

    /// Joins the parts.
    public init(
        profile: Profile,
        submissionSet: OID,
        documents: [LotReference],
        signingTime: Instant,
        certificate: [UInt8],
        certificateDigest: [UInt8],
        issuer: (name: String, serial: String)
    ) {
        self.profile = profile
        self.submissionSet = submissionSet
        self.documents = documents
        self.signingTime = signingTime
        self.certificate = certificate
        self.certificateDigest = certificateDigest
        self.issuer = issuer
    }

    /// Signs; the algorithm must fit the key (RSA with the profile's digest unless said otherwise).
    public func signed(
        by signer: XMLSigner,
        algorithm: SignatureAlgorithm? = nil
    ) throws(XMLSignatureError) -> [UInt8] {
        let rsa: SignatureAlgorithm = profile == .legacy ? .rsaSHA1 : .rsaSHA256
        return try signer.sign(written(algorithm: algorithm ?? rsa), limits: .signature, declaration: .written)
    }

    /// The document to be signed.
    public func written(algorithm: SignatureAlgorithm) -> [UInt8] {
        let form: CanonicalizationMethod = profile == .modern ? .exclusive : .inclusiveWithComments
        let template = SignatureTemplate(
            algorithm: algorithm,
            canonicalization: form,
            references: [
                SignatureTemplate.Reference(
                    id: LotSignature.manifestID,
                    type: ExpectedReference.manifestType,
                    transforms: [.canonical(form)],
                    digest: profile.digest
                ),
                SignatureTemplate.Reference(
                    id: Self.propertiesID,
                    type: profile.version.signedPropertiesTypes.first,
                    transforms: [.canonical(form)],
                    digest: profile.digest
                ),
            ],
            certificate: certificate,
            id: "S0"
        )
        var writer = XMLWriter()
        template.write(to: &writer) { writer in
            writer.start("ds:Object")
            writeManifest(&writer)
            writer.end()
            writer.start("ds:Object")
            writer.start("ds:SignatureProperties")
            writer.element(
                "ds:SignatureProperty",
                ["Id": LotSignature.purposeID, "Target": "#S0"],
                text: LotSignature.sourcePurpose
            )
            writer.end()
            writer.end()
            writer.start("ds:Object")
            writeProperties(&writer)
            writer.end()
        }
        return writer.finish()
    }

    private static let propertiesID = "S0-SignedProperties"

    private func writeManifest(_ writer: inout XMLWriter) {
        writer.start("ds:Manifest", ["Id": LotSignature.manifestID])
        let set = LotReference(uniqueID: submissionSet, algorithm: profile.digest, digest: LotSignature.dummyDigest)
        for reference in [set] + documents {
            writer.start("ds:Reference", ["URI": "urn:oid:" + reference.uniqueID.text])
            if let form = reference.canonicalization {
                writer.start("ds:Transforms")
                writer.element("ds:Transform", ["Algorithm": form.rawValue])
                writer.end()
            }
            Self.write(reference.algorithm, reference.digest, to: &writer)
            writer.end()
        }
        writer.end()
    }

    private func writeProperties(_ writer: inout XMLWriter) {
        writer.start(
            "xades:QualifyingProperties",
            ["xmlns:xades": profile.version.rawValue, "Target": "#S0"]
        )
        writer.start("xades:SignedProperties", ["Id": Self.propertiesID])
        writer.start("xades:SignedSignatureProperties")
        writer.element("xades:SigningTime", text: signingTime.iso8601)
        writer.start("xades:SigningCertificate")
        writer.start("xades:Cert")
        writer.start("xades:CertDigest")
        if profile == .modern {
            Self.write(profile.digest, certificateDigest, to: &writer)
        } else {
            Self.write(profile.digest, certificateDigest, prefix: "xades", to: &writer)
        }
        writer.end()
        writer.start("xades:IssuerSerial")
        writer.element("ds:X509IssuerName", text: issuer.name)
        writer.element("ds:X509SerialNumber", text: issuer.serial)
        for _ in 0..<3 { writer.end() }
        writer.start("xades:SignaturePolicyIdentifier")
        writer.element("xades:SignaturePolicyImplied")
        for _ in 0..<4 { writer.end() }
    }

    private static func write(
        _ algorithm: DigestAlgorithm,
        _ digest: [UInt8],
        prefix: String = "ds",
        to writer: inout XMLWriter
    ) {
        writer.element(prefix + ":DigestMethod", ["Algorithm": algorithm.rawValue])
        writer.start(prefix + ":DigestValue")
        writer.base64(digest)
        writer.end()
    }
}
