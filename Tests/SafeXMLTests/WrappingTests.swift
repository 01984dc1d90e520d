import SafeXML
import Testing

/// X8, X19: signature wrapping, in the shapes of Somorovsky and others, "On Breaking SAML" (2012).
@Suite struct WrappingTests {
    enum Shape: CaseIterable, Sendable {
        case originalInObject, originalBeside, originalInside, evilInside, originalInBody, originalInExtension
        case signatureBeside, signatureTwice, sameIdentifier, signatureOnHeader, originalBeforeInBody
    }

    @Test(arguments: Shape.allCases)
    func refuses(shape: Shape) throws {
        let attack = try Self.attack(shape)
        _ = try XMLDocument(parsing: attack, limits: .soapEnvelope)
        #expect(throws: (any Error).self) { try Samples.receive(attack) }
    }

    /// The message as that attack leaves it.
    static func attack(_ shape: Shape) throws -> [UInt8] {
        let bytes = try Samples.assertion()
        let whole = Samples.text(bytes)
        let signed = whole.slice(from: "<saml2:Assertion", through: "</saml2:Assertion>")
        let signature = signed.slice(from: "<ds:Signature ", through: "</ds:Signature>")
        let original = Samples.text(Samples.replacing(Array(signed.utf8), signature, ""))
        let evil = Samples.text(
            Samples.replacing(
                Samples.replacing(Array(original.utf8), "899900000001", "899900009999"),
                "_a1",
                "_evil"
            )
        )
        func evilWith(_ inner: String) -> String {
            Samples.text(Samples.replacing(Array(evil.utf8), "<saml2:Subject>", inner + "<saml2:Subject>"))
        }
        let object = Samples.text(
            Samples.replacing(
                Array(signature.utf8),
                "</ds:Signature>",
                "<ds:Object>\(original)</ds:Object></ds:Signature>"
            )
        )
        let (security, body): (String, String) =
            switch shape {
            case .originalInObject: (evilWith(object), "")
            case .originalBeside: (evil + signed, "")
            case .originalInside: (evilWith(signed), "")
            case .evilInside:
                (Samples.text(Samples.replacing(Array(signed.utf8), "<saml2:Subject>", evil + "<saml2:Subject>")), "")
            case .originalInBody: (evil, signed)
            case .originalInExtension: (evilWith("<x>\(original)</x>" + signature), "")
            case .signatureBeside: (evil + signature, original)
            case .signatureTwice: (signed, signature)
            case .sameIdentifier:
                (Samples.text(Samples.replacing(Array(evilWith(signature).utf8), "_evil", "_a1")), original)
            case .signatureOnHeader: (evilWith(signature), original)
            case .originalBeforeInBody: (evilWith(signature), signed)
            }
        return Samples.replacing(Samples.replacing(bytes, signed, security), "corps", body)
    }

    @Test func acceptsTheUntouchedMessage() throws {
        try Samples.receive(Samples.assertion())
    }

    @Test func refusesAnElementOfAnotherTree() throws {
        let bytes = try Samples.assertion()
        let other = try XMLDocument(parsing: bytes, limits: .soapEnvelope)
        let theirs = try other.root.only("Header").only("Security").only("Assertion", in: Samples.saml)
        let document = try XMLDocument(parsing: bytes, limits: .soapEnvelope)
        let mine = try document.root.only("Header").only("Security").only("Assertion", in: Samples.saml)
        let signature = try XMLSignature(onlyIn: document, childOf: mine)
        #expect(throws: XMLSignatureError.self) {
            try signature.verify(
                .samlAssertion(legacy: .refused),
                expecting: [ExpectedReference(theirs)],
                key: .certificate(TestKey.rsa.certificate)
            )
        }
    }

    @Test("X9: under the narrower rule a repeated identifier of the body passes, a referenced one does not")
    func narrowsTheRuleOnDuplicates() throws {
        var policy = SignaturePolicy.samlAssertion(legacy: .refused)
        func verify(_ body: String) throws {
            let bytes = Samples.replacing(try Samples.assertion(), "corps", body)
            let document = try XMLDocument(parsing: bytes, limits: .soapEnvelope)
            let assertion = try document.root.only("Header").only("Security").only("Assertion", in: Samples.saml)
            _ = try XMLSignature(onlyIn: document, childOf: assertion).verifyBothWays(
                policy,
                expecting: [ExpectedReference(assertion)],
                key: .certificate(TestKey.rsa.certificate)
            )
        }
        let body = "<a id='x'/><b id='x'/>"
        #expect(throws: XMLSignatureError.duplicateIdentifier(element: "/Envelope/Body/b")) { try verify(body) }
        policy.identifiers = .uniqueWhereReferenced
        try verify(body)
        #expect(throws: XMLSignatureError.duplicateIdentifier(element: "/Envelope/Body/b")) {
            try verify("<b id='_a1'/>")
        }
    }

    @Test(
        "X19: huge base64, namespace redefinition, UTF-7 tricks change nothing",
        arguments: [
            ("<ds:SignatureValue>", "<ds:SignatureValue>" + String(repeating: "AAAA", count: 100_000)),
            ("<ds:DigestValue>", "<ds:DigestValue>" + String(repeating: "AAAA", count: 100_000)),
            ("<saml2:Subject>", "<saml2:Subject xmlns:saml2=\"urn:other\">"),
            ("<ds:SignedInfo>", "<ds:SignedInfo xmlns:ds=\"urn:other\">"),
            ("<saml2:Subject>", "<saml2:Subject>+ADw-x/+AD4-"),
            ("<ds:KeyInfo>", "<ds:KeyInfo/><ds:KeyInfo>"),
            ("<ds:SignedInfo>", "<ds:SignedInfo/><ds:SignedInfo>"),
            ("<ds:SignatureValue>", "<ds:SignatureValue>AAAA</ds:SignatureValue><ds:SignatureValue>"),
        ]
    )
    func refusesTricks(old: String, new: String) throws {
        let bytes = Samples.replacing(try Samples.assertion(), old, new)
        #expect(throws: XMLSignatureError.self) { try Samples.receive(bytes) }
    }

    @Test func verifiesTheSameTreeAgain() throws {
        let document = try XMLDocument(parsing: Samples.assertion(), limits: .soapEnvelope)
        let assertion = try document.root.only("Header").only("Security").only("Assertion", in: Samples.saml)
        let signature = try XMLSignature(onlyIn: document, childOf: assertion)
        for _ in 0..<3 {
            _ = try signature.verifyBothWays(
                .samlAssertion(legacy: .refused),
                expecting: [ExpectedReference(assertion)],
                key: .certificate(TestKey.rsa.certificate)
            )
        }
    }
}
