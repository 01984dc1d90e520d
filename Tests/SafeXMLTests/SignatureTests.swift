import SafeXML
import Testing

@Suite struct SignatureTests {
    static let pairs: [(String, SignatureAlgorithm, DigestAlgorithm)] = [
        ("rsa", .rsaSHA256, .sha256), ("rsa", .rsaSHA384, .sha384), ("rsa", .rsaSHA512, .sha512),
        ("p256", .ecdsaSHA256, .sha256), ("p384", .ecdsaSHA384, .sha384), ("p384", .ecdsaSHA256, .sha512),
        ("p256", .ecdsaSHA512, .sha512), ("p384", .ecdsaSHA512, .sha512),
    ]

    private func key(_ name: String) -> TestKey {
        switch name {
        case "p256": .p256
        case "p384": .p384
        default: .rsa
        }
    }

    @Test("Round trip of each algorithm", arguments: pairs)
    func roundTrip(name: String, algorithm: SignatureAlgorithm, digest: DigestAlgorithm) throws {
        let key = key(name)
        let bytes = try Samples.assertion(key: key, algorithm: algorithm, digest: digest)
        let (assertion, verified) = try Samples.receive(bytes, key: key)
        #expect(verified.covers(assertion) && verified.algorithm == algorithm && !verified.isLegacy)
        #expect(verified.covered.map(\.digest) == [digest])
        #expect(!verified.covers(try assertion.only("Subject")) && !verified.covers(assertion.document.root))
        #expect(throws: XMLSignatureError.self) {
            try Samples.receive(Samples.replacing(bytes, "899900000001", "899900000002"), key: key)
        }
    }

    /// A key that was decoded before is held against the algorithm like one that was not.
    @Test func aKeyKnownAlreadyStillFitsItsAlgorithmOnly() throws {
        for _ in 0..<2 {
            _ = try Samples.receive(Samples.assertion(key: .p256, algorithm: .ecdsaSHA256), key: .p256)
            #expect(throws: XMLSignatureError.keyUnusable) {
                try Samples.receive(Samples.assertion(key: .rsa, algorithm: .rsaSHA256), key: .p256)
            }
        }
    }

    @Test func acceptsASubjectPublicKeyInfo() throws {
        let bytes = try Samples.assertion()
        let document = try XMLDocument(parsing: bytes, limits: .soapEnvelope)
        let assertion = try document.root.only("Header").only("Security").only("Assertion", in: Samples.saml)
        let spki = try #require(Self.publicKey(in: TestKey.rsa.certificate))
        let signature = try XMLSignature(onlyIn: document, childOf: assertion)
        _ = try signature.verifyBothWays(
            .samlAssertion(legacy: .refused),
            expecting: [ExpectedReference(assertion)],
            key: .subjectPublicKeyInfo(spki)
        )
    }

    /// The SubjectPublicKeyInfo of a 2048-bit RSA certificate, 294 bytes, found by how it starts.
    private static func publicKey(in certificate: [UInt8]) -> [UInt8]? {
        let text = Hex.encode(certificate)
        guard let from = text.firstRange(of: "30820122300d06092a864886f70d010101") else { return nil }
        return Hex.decode(String(text[from.lowerBound...].prefix(2 * 294)))
    }

    @Test func readsBeforeVerifying() throws {
        let document = try XMLDocument(parsing: Samples.assertion(prefixes: ["soap"]), limits: .soapEnvelope)
        let assertion = try document.root.only("Header").only("Security").only("Assertion", in: Samples.saml)
        let signature = try XMLSignature(onlyIn: document, childOf: assertion)
        #expect(try signature.leafCertificate() == TestKey.rsa.certificate)
        #expect(signature.algorithm == .rsaSHA256 && signature.canonicalization == .exclusive)
        #expect(signature.references.map(\.uri) == ["#_a1"])
        #expect(signature.references.first?.transforms.last?.inclusivePrefixes == ["soap"])
    }

    @Test(
        "X9: twins of every identifier spelling",
        arguments: [
            "ID='_a1'", "Id='_a1'", "id='_a1'", "xml:id='_a1'", "xmlns:u='urn:wsu' u:Id='_a1'",
        ]
    )
    func refusesTwins(twin: String) throws {
        let bytes = Samples.replacing(try Samples.assertion(), "</soap:Envelope>", "<x \(twin)/></soap:Envelope>")
        #expect(throws: XMLSignatureError.duplicateIdentifier(element: "/Envelope/x")) { try Samples.receive(bytes) }
    }

    @Test(
        "X10: no reference but the expected one",
        arguments: ["", "#_a2", "http://127.0.0.1/", "file:///etc/passwd", "#xpointer(/)"]
    )
    func refusesOtherReferences(uri: String) throws {
        let bytes = Samples.replacing(try Samples.assertion(), "URI=\"#_a1\"", "URI=\"\(uri)\"")
        #expect {
            try Samples.receive(bytes)
        } throws: { error in
            if case XMLSignatureError.referencesUnexpected = error { true } else { false }
        }
    }

    @Test("X10: the identifier of what is signed ends at its length", arguments: [(-1, true), (0, true), (1, false)])
    func anIdentifierEndsAtItsLength(step: Int, isTaken: Bool) throws {
        let longest = 256
        let id = "_" + String(repeating: "a", count: longest - 1 + step)
        // Signed under another name and given this one: what is too long is no identifier, what fits has another digest.
        let renamed = Samples.text(try Samples.assertion()).replacing("_a1", with: id)
        #expect {
            try Samples.receive(Array(renamed.utf8))
        } throws: { error in
            if case XMLSignatureError.referencesUnexpected = error { !isTaken } else { isTaken }
        }
        guard isTaken else { return }
        let (assertion, verified) = try Samples.receive(Samples.assertion(id: id))
        #expect(verified.covers(assertion))
    }

    @Test("X17: prefixes end at their number", arguments: [(-1, true), (0, true), (1, false)])
    func prefixesEndAtTheirNumber(step: Int, isTaken: Bool) throws {
        let fewer = (0..<XMLLimits.maximumAttributes - 1).map { "p\($0)" }
        let last = (0..<1 + step).map { " q\($0)" }.joined()
        let signed = Samples.text(try Samples.assertion(prefixes: fewer))
        let whole = signed.replacing("p62\"", with: "p62" + last + "\"")
        #expect(step < 0 || whole != signed)
        let document = try XMLDocument(parsing: Array(whole.utf8), limits: .soapEnvelope)
        let assertion = try document.root.only("Header").only("Security").only("Assertion", in: Samples.saml)
        if isTaken {
            let read = try XMLSignature(onlyIn: document, childOf: assertion).references.first?.transforms.last
            #expect(read?.inclusivePrefixes.count == XMLLimits.maximumAttributes + step)
        } else {
            #expect {
                _ = try XMLSignature(onlyIn: document, childOf: assertion)
            } throws: { error in
                if case XMLSignatureError.transformRefused = error { true } else { false }
            }
        }
    }

    @Test(
        "X11: transforms",
        arguments: [
            "http://www.w3.org/TR/1999/REC-xpath-19991116", "http://www.w3.org/2002/06/xmldsig-filter2",
            "http://www.w3.org/TR/1999/REC-xslt-19991116", "http://www.w3.org/2000/09/xmldsig#base64",
            CanonicalizationMethod.inclusive.rawValue, SignatureTransform.envelopedURI, "",
        ]
    )
    func refusesTransforms(algorithm: String) throws {
        let old = "<ds:Transform Algorithm=\"\(CanonicalizationMethod.exclusive.rawValue)\"/>"
        let bytes = Samples.replacing(try Samples.assertion(), old, "<ds:Transform Algorithm=\"\(algorithm)\"/>")
        #expect {
            try Samples.receive(bytes)
        } throws: { error in
            if case XMLSignatureError.transformRefused = error { true } else { false }
        }
    }

    @Test(
        "X12: HMAC, DSA, MD5 and unknown algorithms",
        arguments: [
            "http://www.w3.org/2000/09/xmldsig#hmac-sha1", "http://www.w3.org/2001/04/xmldsig-more#hmac-sha256",
            "http://www.w3.org/2000/09/xmldsig#dsa-sha1", "http://www.w3.org/2001/04/xmldsig-more#rsa-md5", "",
        ]
    )
    func refusesAlgorithms(algorithm: String) throws {
        let bytes = Samples.replacing(try Samples.assertion(), SignatureAlgorithm.rsaSHA256.rawValue, algorithm)
        #expect {
            try Samples.receive(bytes)
        } throws: { error in
            if case XMLSignatureError.algorithmRefused = error { true } else { false }
        }
    }

    @Test("X12: SHA-1 only under the legacy flag")
    func toleratesSHA1OnlyWhenTold() throws {
        let bytes = try Samples.assertion(algorithm: .rsaSHA1, digest: .sha1)
        #expect {
            try Samples.receive(bytes)
        } throws: { error in
            if case XMLSignatureError.legacyAlgorithmRefused = error { true } else { false }
        }
        #expect(try Samples.receive(bytes, legacy: .sha1Tolerated).verified.isLegacy)
        let mixed = try Samples.assertion(digest: .sha1)
        #expect(throws: XMLSignatureError.self) { try Samples.receive(mixed) }
    }

    @Test("X12: short RSA keys and other curves")
    func refusesWeakKeys() throws {
        let short = try Samples.assertion(key: .weakRSA)
        #expect(throws: XMLSignatureError.keyTooWeak) { try Samples.receive(short, key: .weakRSA) }
        let curve = try Samples.assertion(key: .secp256k1, algorithm: .ecdsaSHA256)
        #expect(throws: XMLSignatureError.keyTooWeak) { try Samples.receive(curve, key: .secp256k1) }
    }

    @Test("X13: the key that was validated decides, not the one in the message")
    func ignoresTheKeyOfTheMessage() throws {
        let attacker = try Samples.assertion(key: .otherRSA)
        #expect(throws: XMLSignatureError.signatureInvalid) { try Samples.receive(attacker, key: .rsa) }
        let mine = try Samples.assertion()
        #expect(throws: XMLSignatureError.signatureInvalid) { try Samples.receive(mine, key: .otherRSA) }
        #expect(throws: XMLSignatureError.keyUnusable) { try Samples.receive(mine, key: .p256) }
        let info = Samples.text(attacker).slice(from: "<ds:X509Data>", through: "</ds:X509Data>")
        let value =
            "<ds:KeyValue><ds:RSAKeyValue><ds:Modulus>AQAB</ds:Modulus><ds:Exponent>AQAB</ds:Exponent></ds:RSAKeyValue></ds:KeyValue>"
        #expect(throws: XMLSignatureError.signatureInvalid) {
            try Samples.receive(Samples.replacing(attacker, info, value), key: .rsa)
        }
    }

    @Test("X13: a key that is none", arguments: [[], [0x30, 0x00], Array("MII".utf8)] as [[UInt8]])
    func refusesUnreadableKeys(der: [UInt8]) throws {
        let document = try XMLDocument(parsing: Samples.assertion(), limits: .soapEnvelope)
        let assertion = try document.root.only("Header").only("Security").only("Assertion", in: Samples.saml)
        let signature = try XMLSignature(onlyIn: document, childOf: assertion)
        for key in [VerificationKey.certificate(der), .subjectPublicKeyInfo(der)] {
            #expect(throws: XMLSignatureError.keyUnusable) {
                try signature.verifyBothWays(
                    .samlAssertion(legacy: .refused),
                    expecting: [ExpectedReference(assertion)],
                    key: key
                )
            }
        }
    }

    @Test("X14: altered content, altered digest, altered value")
    func tellsAlterations() throws {
        let bytes = try Samples.assertion()
        let reference = "/Envelope/Header/Security/Assertion/Signature/SignedInfo/Reference"
        #expect(throws: XMLSignatureError.referenceAltered(element: reference)) {
            try Samples.receive(Samples.replacing(bytes, "899900000001", "899900000002"))
        }
        let digest = Samples.text(bytes).slice(from: "<ds:DigestValue>", through: "</ds:DigestValue>")
        let other = "<ds:DigestValue>\(Base64.encode([UInt8](repeating: 7, count: 32)))</ds:DigestValue>"
        #expect(throws: XMLSignatureError.referenceAltered(element: reference)) {
            try Samples.receive(Samples.replacing(bytes, digest, other))
        }
        let value = Samples.text(bytes).slice(from: "<ds:SignatureValue>", through: "</ds:SignatureValue>")
        let wrong = "<ds:SignatureValue>\(Base64.encode([UInt8](repeating: 7, count: 256)))</ds:SignatureValue>"
        #expect(throws: XMLSignatureError.signatureInvalid) {
            try Samples.receive(Samples.replacing(bytes, value, wrong))
        }
    }

    @Test("X16: comments and instructions in what is signed")
    func refusesComments() throws {
        let bytes = try Samples.assertion()
        let split = Samples.replacing(bytes, "899900000001", "8999<!-- x -->00000001")
        #expect(throws: XMLSignatureError.commentRefused(element: "/Envelope/Header/Security/Assertion")) {
            try Samples.receive(split)
        }
        let inside = Samples.replacing(bytes, "<ds:SignedInfo>", "<ds:SignedInfo><!-- x -->")
        #expect(
            throws: XMLSignatureError.commentRefused(
                element: "/Envelope/Header/Security/Assertion/Signature/SignedInfo"
            )
        ) { try Samples.receive(inside) }
    }

    @Test("X17: canonical forms of SignedInfo, and prefixes only for the exclusive ones")
    func checksTheFormOfSignedInfo() throws {
        let bytes = try Samples.assertion()
        let exclusive = "CanonicalizationMethod Algorithm=\"\(CanonicalizationMethod.exclusive.rawValue)\"/>"
        for other in [CanonicalizationMethod.inclusive.rawValue, "urn:other", ""] {
            #expect(throws: XMLSignatureError.self) {
                try Samples.receive(
                    Samples.replacing(bytes, exclusive, "CanonicalizationMethod Algorithm=\"\(other)\"/>")
                )
            }
        }
        let prefixed =
            "CanonicalizationMethod Algorithm=\"\(CanonicalizationMethod.inclusive.rawValue)\">"
            + "<c:InclusiveNamespaces xmlns:c=\"\(CanonicalizationMethod.exclusive.rawValue)\" PrefixList=\"a\"/>"
            + "</ds:CanonicalizationMethod>"
        #expect {
            try Samples.receive(Samples.replacing(bytes, exclusive, prefixed))
        } throws: { error in
            if case XMLSignatureError.transformRefused = error { true } else { false }
        }
    }
}
