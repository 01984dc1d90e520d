import HealthRecord
import SafeXML
import Testing

@testable import DMPWire

@Suite struct LotSignatureTests {
    /// A signature document that no key has signed: enough to read its shape.
    private static func text(
        _ profile: LotSignatureBuilder.Profile,
        more: [LotReference] = []
    ) throws -> String {
        let builder = LotSignatureBuilder(
            profile: profile,
            submissionSet: OID(literal: "1.2.250.1.99.1"),
            documents: [
                LotReference(
                    uniqueID: OID(literal: "1.2.250.1.99.2"),
                    algorithm: profile.digest,
                    digest: [1, 2, 3],
                    canonicalization: .inclusiveWithComments
                ),
                LotReference(uniqueID: OID(literal: "1.2.250.1.99.3"), algorithm: profile.digest, digest: [4, 5, 6]),
            ] + more,
            signingTime: Instant(milliseconds: 1_775_030_400_000),
            certificate: [0x30, 0x00],
            certificateDigest: [7, 8, 9],
            issuer: ("CN=1", "42")
        )
        return String(decoding: builder.written(algorithm: .rsaSHA256), as: UTF8.self)
            .replacing("<ds:SignatureValue/>", with: "<ds:SignatureValue>AQID</ds:SignatureValue>")
            .replacing("<ds:DigestValue/>", with: "<ds:DigestValue>AQID</ds:DigestValue>")
    }

    /// The set itself and two documents are named in any case.
    @Test(arguments: [(-1, true), (0, true), (1, false)])
    func referencesEndAtTheirNumber(_ beyond: Int, _ isRead: Bool) throws {
        let more = try (0..<LotSignature.maximumReferences - 3 + beyond).map { position in
            LotReference(
                uniqueID: try #require(OID("1.2.250.1.99.4.\(position)")),
                algorithm: LotSignatureBuilder.Profile.modern.digest,
                digest: [1]
            )
        }
        let text = try Self.text(.modern, more: more)
        if isRead {
            #expect(try read(text).references.count == LotSignature.maximumReferences + beyond)
        } else {
            #expect(throws: LotSignatureError.manifest) { try read(text) }
        }
    }

    private func read(_ text: String) throws -> LotSignature { try LotSignature(parsing: Array(text.utf8)) }

    @Test(arguments: LotSignatureBuilder.Profile.allCases)
    func whatIsWrittenIsReadBack(_ profile: LotSignatureBuilder.Profile) throws {
        let lot = try read(Self.text(profile))
        #expect(lot.properties.version == (profile == .modern ? .v132 : .v111))
        #expect(lot.references.map(\.uniqueID.text) == ["1.2.250.1.99.1", "1.2.250.1.99.2", "1.2.250.1.99.3"])
        #expect(lot.references[0].digest == [0])
        #expect(lot.references[1].canonicalization == .inclusiveWithComments)
        #expect(lot.references[2].canonicalization == nil)
        #expect(lot.references.allSatisfy { $0.algorithm == profile.digest })
        #expect(lot.properties.certificateDigests.map(\.value) == [[7, 8, 9]])
        #expect(lot.properties.policy == .implied)
        #expect(lot.signingTime.iso8601 == "2026-04-01T08:00:00.000Z")
        #expect(lot.manifest.attribute("Id") == "IHEManifest")
    }

    static let rejects: [(String, String, LotSignatureError)] = [
        ("urn:oid:1.2.250.1.99.2", "urn:uuid:1", .reference(position: 1)),
        ("urn:oid:1.2.250.1.99.3", "urn:oid:1.02", .reference(position: 2)),
        ("urn:oid:1.2.250.1.99.3", "urn:oid:1.2.250.1.99.2", .repeatedReference(position: 2)),
        ("<ds:DigestValue>BAUG</ds:DigestValue>", "<ds:DigestValue></ds:DigestValue>", .reference(position: 2)),
        (">2026-04-01T08:00:00.000Z<", ">hier<", .signingTime),
        ("<xades:SigningTime>2026-04-01T08:00:00.000Z</xades:SigningTime>", "", .signingTime),
        (">1.2.840.10065.1.12.1.14<", ">1.2.840.10065.1.12.1.15<", .purpose),
        ("Id=\"purposeOfSignature\"", "Id=\"purpose\"", .purpose),
        ("xades:SignedProperties", "xades:OtherProperties", .properties),
        ("<ds:Manifest Id=\"IHEManifest\">", "<ds:Manifest/><ds:Manifest Id=\"IHEManifest\">", .manifest),
    ]

    @Test(arguments: rejects.indices)
    func oneChangedPartIsRefusedByName(_ index: Int) throws {
        let (from, to, expected) = Self.rejects[index]
        let text = try Self.text(.modern)
        #expect(text.contains(from), "\(from)")
        #expect(throws: expected, "\(from) → \(to)") { try read(text.replacing(from, with: to)) }
    }

    @Test func aTransformThatIsNoCanonicalFormIsRefused() throws {
        let form = CanonicalizationMethod.inclusiveWithComments.rawValue
        let text = try Self.text(.modern)
            .replacing("<ds:Transform Algorithm=\"\(form)\"/>", with: "<ds:Transform Algorithm=\"urn:xslt\"/>")
        #expect(throws: LotSignatureError.transform(position: 1)) { try read(text) }
    }
}
