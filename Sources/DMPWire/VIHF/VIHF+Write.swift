internal import HealthRecord
public import SafeXML

extension VIHF {
    /// Writes the assertion with room for its signature, and signs it: the client's side.
    ///
    /// - Parameters:
    ///   - signer: the signature key of the card, or the seal of the structure.
    ///   - certificate: its certificate in DER; the issuer's text must be its subject.
    public func signed(
        by signer: XMLSigner,
        certificate: [UInt8],
        algorithm: SignatureAlgorithm = .rsaSHA256,
        digest: DigestAlgorithm = .sha256
    ) throws(XMLSignatureError) -> [UInt8] {
        let template = SignatureTemplate.samlAssertion(
            id: id,
            algorithm: algorithm,
            digest: digest,
            certificate: certificate,
            // `xsi:type` values use this prefix: it is part of what is signed.
            inclusivePrefixes: ["xs"]
        )
        return try signer.sign(written(signature: template), limits: .xmlFragment)
    }

    /// Writes the assertion, `template` in the place of its signature.
    public func written(signature template: SignatureTemplate?) -> [UInt8] {
        var writer = XMLWriter()
        writer.start(
            "saml2:Assertion",
            ["xmlns:saml2": SAML.assertion, "ID": id, "IssueInstant": issueInstant.iso8601, "Version": "2.0"]
        )
        writer.element("saml2:Issuer", ["Format": SAML.x509SubjectName], text: issuer)
        template?.write(to: &writer)
        writer.start("saml2:Subject")
        writer.element("saml2:NameID", text: nameID)
        writer.end()
        writeConditions(&writer)
        writer.start("saml2:AuthnStatement", ["AuthnInstant": authenticatedAt.iso8601])
        writer.start("saml2:AuthnContext")
        writer.element("saml2:AuthnContextClassRef", text: authenticationClass)
        if let authenticationDeclaration { writer.element("saml2:AuthnContextDecl", text: authenticationDeclaration) }
        writer.end()
        writer.end()
        writer.start("saml2:AttributeStatement", ["xmlns:xs": SAML.schema, "xmlns:xsi": SAML.schemaInstance])
        writeAttributes(&writer)
        return writer.finish()
    }

    private func writeConditions(_ writer: inout XMLWriter) {
        guard notBefore != nil || notOnOrAfter != nil || !audiences.isEmpty else { return }
        writer.start(
            "saml2:Conditions",
            ["NotBefore": notBefore?.iso8601, "NotOnOrAfter": notOnOrAfter?.iso8601]
        )
        for restriction in audiences {
            writer.start("saml2:AudienceRestriction")
            for audience in restriction { writer.element("saml2:Audience", text: audience) }
            writer.end()
        }
        writer.end()
    }

    private func writeAttributes(_ writer: inout XMLWriter) {
        Self.write(.version, version.rawValue, to: &writer)
        Self.write(.mode, mode.rawValue, to: &writer)
        Self.write(.structure, structure.text, to: &writer)
        Self.write(.sector, "\(sector.value)^\(sector.system)", to: &writer)
        Self.write(.subject, subject, to: &writer)
        Self.write(.role, named: "Role", roles, systemName: nil, to: &writer)
        if let patient {
            Self.write(.patient, "\(patient.matricule.text)^^^&\(patient.root.rawValue)&ISO^NH", to: &writer)
        }
        Self.write(.resource, resource, to: &writer)
        let label =
            switch purpose {
            case .normal: "Accès normal"
            case .breakGlass: "Accès bris de glace"
            case .regulation: "Accès par le centre de régulation médicale"
            }
        Self.write(
            .purpose,
            named: "PurposeOfUse",
            [Code(purpose.code, AccessModeSystem.wire, label: label)],
            systemName: "mode acces VIHF 2.0",
            to: &writer
        )
        if case .breakGlass(let reason) = purpose, !reason.isEmpty { Self.write(.accessReason, reason, to: &writer) }
        if connection == .secret {
            let code = Visibility.hiddenFromRepresentativesCode
            Self.write(.confidentiality, "\(code.value)^\(code.system)", to: &writer)
        }
        if let id = software.id { Self.write(.softwareID, id, to: &writer) }
        Self.write(.softwareName, software.name, to: &writer)
        if let version = software.version { Self.write(.softwareVersion, version, to: &writer) }
        Self.write(.homologation, software.homologation, to: &writer)
        if let tier { Self.write(.tier, "\(tier.value)^\(tier.system)", to: &writer) }
    }

    private static func write(_ attribute: VIHFAttribute, _ text: String, to writer: inout XMLWriter) {
        writer.start("saml2:Attribute", ["Name": attribute.rawValue])
        writer.element("saml2:AttributeValue", ["xsi:type": "xs:string"], text: text)
        writer.end()
    }

    private static func write(
        _ attribute: VIHFAttribute,
        named name: String,
        _ codes: [Code],
        systemName: String?,
        to writer: inout XMLWriter
    ) {
        writer.start("saml2:Attribute", ["Name": attribute.rawValue])
        for code in codes {
            writer.start("saml2:AttributeValue")
            writer.element(
                name,
                [
                    "xmlns": SAML.hl7, "xsi:type": "CE", "code": code.value, "codeSystem": code.system,
                    "codeSystemName": systemName, "displayName": code.label,
                ]
            )
            writer.end()
        }
        writer.end()
    }
}
