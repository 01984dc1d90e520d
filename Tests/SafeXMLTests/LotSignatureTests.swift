import SafeXML
import Testing

@Suite struct LotSignatureTests {
    private func verify(
        _ bytes: [UInt8],
        legacy: SignaturePolicy.Legacy = .refused,
        properties: ExpectedReference.Presence = .required
    ) throws -> (XMLSignature, VerifiedSignature) {
        let document = try XMLDocument(parsing: bytes, limits: .signature)
        let signature = try XMLSignature(onlyIn: document, childOf: nil)
        let manifest = try #require(try signature.manifests().first)
        let xades = try #require(try signature.xadesProperties())
        let verified = try signature.verifyBothWays(
            .lotSignature(legacy: legacy),
            expecting: [
                ExpectedReference(manifest.element, types: [ExpectedReference.manifestType]),
                ExpectedReference(xades.element, types: xades.version.signedPropertiesTypes, presence: properties),
            ],
            key: .certificate(TestKey.rsa.certificate)
        )
        #expect(verified.covers(manifest.element))
        return (signature, verified)
    }

    @Test func readsAndVerifiesTheFieldProfile() throws {
        let (signature, verified) = try verify(
            Samples.lot(algorithm: .rsaSHA1, digest: .sha1),
            legacy: .sha1Tolerated
        )
        #expect(verified.isLegacy && verified.covered.count == 2)
        let references = try #require(try signature.manifests().first).references
        #expect(references.map(\.uri) == ["urn:oid:1.2.3.4", "urn:oid:1.2.3.5"])
        #expect(references.map(\.digestValue) == [[0], [1, 2, 3]])
        #expect(references.map(\.digestAlgorithm) == [.sha1, .sha256])
        #expect(references.last?.transforms == [.canonical(.inclusive)])
        let xades = try #require(try signature.xadesProperties())
        #expect(xades.version == .v111 && xades.signingTime == "2026-03-01T10:00:00Z" && xades.policy == .implied)
        #expect(xades.certificateDigests.map(\.value) == [[4, 5, 6]])
        #expect(signature.signatureProperties["purposeOfSignature"] == "1.2.840.10065.1.12.1.14")
    }

    @Test("X12: the same lot without the legacy flag")
    func refusesSHA1ByDefault() throws {
        let bytes = try Samples.lot(algorithm: .rsaSHA1, digest: .sha1)
        #expect(throws: XMLSignatureError.legacyAlgorithmRefused(element: "/Signature/SignedInfo")) {
            try verify(bytes)
        }
    }

    @Test("X15: uncovered SignedProperties are refused, or told")
    func tellsUncoveredProperties() throws {
        let bytes = try Samples.lot(coversProperties: false)
        #expect(throws: XMLSignatureError.referencesUnexpected(element: "/Signature/SignedInfo")) { try verify(bytes) }
        let (signature, verified) = try verify(bytes, properties: .optional)
        let xades = try #require(try signature.xadesProperties())
        #expect(!verified.covers(xades.element))
    }

    @Test(
        "X10: manifests are ours to check; a change in one is still seen",
        arguments: [
            ("AQID", "AQIE"), ("urn:oid:1.2.3.5", "urn:oid:1.2.3.6"), ("2026-03-01", "2026-03-02"),
        ]
    )
    func seesAlterations(old: String, new: String) throws {
        let bytes = try Samples.lot()
        _ = try verify(bytes)
        #expect {
            try verify(Samples.replacing(bytes, old, new))
        } throws: { error in
            if case XMLSignatureError.referenceAltered = error { true } else { false }
        }
    }

    @Test(
        "X16: comments in the manifest or the properties",
        arguments: ["<ds:Manifest Id=\"IHEManifest\">", "<SigningTime>"]
    )
    func refusesComments(place: String) throws {
        let bytes = Samples.replacing(try Samples.lot(), place, place + "<!-- x -->")
        #expect {
            try verify(bytes)
        } throws: { error in
            if case XMLSignatureError.commentRefused = error { true } else { false }
        }
    }

    @Test("X8: a signature inside another document is not a lot signature")
    func requiresTheRoot() throws {
        let document = try XMLDocument(parsing: Samples.assertion(), limits: .soapEnvelope)
        #expect(throws: XMLSignatureError.signatureMisplaced(found: 1)) {
            try XMLSignature(onlyIn: document, childOf: nil)
        }
    }
}
