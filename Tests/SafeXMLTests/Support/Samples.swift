import SafeXML

/// Documents used by several suites; the persons are invented.
enum Samples {
    static let saml = "urn:oasis:names:tc:SAML:2.0:assertion"

    /// An assertion in an envelope, signed in place.
    static func assertion(
        key: TestKey = .rsa,
        algorithm: SignatureAlgorithm = .rsaSHA256,
        digest: DigestAlgorithm = .sha256,
        subject: String = "899900000001",
        extra: String = "",
        prefixes: [String] = [],
        id: String = "_a1"
    ) throws -> [UInt8] {
        var writer = XMLWriter()
        writer.start("soap:Envelope", ["xmlns:soap": "urn:test:soap"])
        writer.start("soap:Header")
        writer.start("soap:Security")
        writer.start("saml2:Assertion", ["xmlns:saml2": saml, "ID": id, "Version": "2.0"])
        writer.element("saml2:Issuer", text: "CN=9900000000,O=STRUCTURE FICTIVE,C=FR")
        SignatureTemplate.samlAssertion(
            id: id,
            algorithm: algorithm,
            digest: digest,
            certificate: key.certificate,
            inclusivePrefixes: prefixes
        ).write(to: &writer)
        writer.element("saml2:Subject", text: subject)
        writer.raw(Array(extra.utf8))
        writer.end()
        writer.end()
        writer.end()
        writer.element("soap:Body", text: "corps")
        return try key.signer().sign(writer.finish(), limits: .soapEnvelope)
    }

    /// What a receiver does: the one assertion of the one header, its own signature, nothing else.
    @discardableResult
    static func receive(
        _ bytes: [UInt8],
        key: TestKey = .rsa,
        legacy: SignaturePolicy.Legacy = .refused
    ) throws -> (assertion: XMLElement, verified: VerifiedSignature) {
        let document = try XMLDocument(parsing: bytes, limits: .soapEnvelope)
        let security = try document.root.only("Header").only("Security")
        let assertion = try security.only("Assertion", in: saml)
        let signature = try XMLSignature(onlyIn: document, childOf: assertion)
        let verified = try signature.verifyBothWays(
            .samlAssertion(legacy: legacy),
            expecting: [ExpectedReference(assertion)],
            key: .certificate(key.certificate)
        )
        return (assertion, verified)
    }

    static let etsi = "http://uri.etsi.org/01903/v1.1.1#"

    /// A lot signature in the way of the field: two references, a manifest, XAdES 1.1.1.
    static func lot(
        key: TestKey = .rsa,
        algorithm: SignatureAlgorithm = .rsaSHA256,
        digest: DigestAlgorithm = .sha256,
        coversProperties: Bool = true
    ) throws -> [UInt8] {
        var references = [
            SignatureTemplate.Reference(
                id: "IHEManifest",
                type: ExpectedReference.manifestType,
                transforms: [],
                digest: digest
            )
        ]
        if coversProperties {
            references.append(
                SignatureTemplate.Reference(
                    id: "S0-SignedProperties",
                    type: etsi + "SignedProperties",
                    transforms: [.canonical(.inclusiveWithComments)],
                    digest: digest
                )
            )
        }
        let template = SignatureTemplate(
            algorithm: algorithm,
            canonicalization: .inclusiveWithComments,
            references: references,
            certificate: key.certificate,
            id: "S0"
        )
        var writer = XMLWriter()
        template.write(to: &writer) { writer in
            writer.raw(
                Array(
                    """
                    <ds:Object><ds:Manifest Id="IHEManifest"><ds:Reference URI="urn:oid:1.2.3.4">\
                    <ds:DigestMethod Algorithm="\(DigestAlgorithm.sha1.rawValue)"/><ds:DigestValue>AA==</ds:DigestValue>\
                    </ds:Reference><ds:Reference URI="urn:oid:1.2.3.5"><ds:Transforms>\
                    <ds:Transform Algorithm="\(CanonicalizationMethod.inclusive.rawValue)"/></ds:Transforms>\
                    <ds:DigestMethod Algorithm="\(DigestAlgorithm.sha256.rawValue)"/><ds:DigestValue>AQID</ds:DigestValue>\
                    </ds:Reference></ds:Manifest><ds:SignatureProperties>\
                    <ds:SignatureProperty Id="purposeOfSignature" Target="#S0">1.2.840.10065.1.12.1.14\
                    </ds:SignatureProperty></ds:SignatureProperties></ds:Object>\
                    <ds:Object><QualifyingProperties xmlns="\(etsi)" Target="#S0">\
                    <SignedProperties Id="S0-SignedProperties"><SignedSignatureProperties>\
                    <SigningTime>2026-03-01T10:00:00Z</SigningTime><SigningCertificate><Cert><CertDigest>\
                    <DigestMethod Algorithm="\(DigestAlgorithm.sha256.rawValue)"/><DigestValue>BAUG</DigestValue></CertDigest>\
                    </Cert></SigningCertificate><SignaturePolicyIdentifier><SignaturePolicyImplied/>\
                    </SignaturePolicyIdentifier></SignedSignatureProperties></SignedProperties></QualifyingProperties>\
                    </ds:Object>
                    """.utf8
                )
            )
        }
        return try key.signer().sign(writer.finish(), limits: .signature)
    }

    static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    static func replacing(_ bytes: [UInt8], _ old: String, _ new: String) -> [UInt8] {
        let whole = text(bytes)
        guard let at = whole.firstRange(of: old) else { return [] }
        return Array(whole.replacingCharacters(at, new).utf8)
    }
}

extension String {
    func replacingCharacters(_ range: Range<Index>, _ new: String) -> String {
        String(self[..<range.lowerBound]) + new + String(self[range.upperBound...])
    }

    /// From the first `start` to just past the next `end`.
    func slice(from start: String, through end: String) -> String {
        guard let from = firstRange(of: start), let to = self[from.upperBound...].firstRange(of: end) else { return "" }
        return String(self[from.lowerBound..<to.upperBound])
    }
}
