import DMPWire
import Foundation
import FuzzSeeds
import HealthRecord
import SafeXML
import Testing

@testable import Credentials

@Suite struct AssertionSignatureTests {
    let world: World
    let field: World

    init() throws {
        world = try World.fast.get()
        field = try World.field.get()
    }

    private func refusal(_ message: [UInt8], _ draft: Draft) async throws -> VIHFRefusal? {
        try await Draft.verify(message, peer: draft.peer.der, patient: draft.patient, with: try world.assertions())
            .refusal
    }

    /// Interop § 3.5.
    @Test(arguments: [
        ("SM26\" ", "SM54\" "), ("DIRECTE", "INDIRECTE"),
        ("899700000013</saml2:NameID>", "899700000021</saml2:NameID>"),
        (">Logiciel<", ">Logiciei<"), ("normal", "centre_15"),
    ])
    func whatIsChangedAfterSigningIsRefused(_ from: String, _ to: String) async throws {
        let draft = try Draft.direct(world)
        let text = String(decoding: try draft.signed(), as: UTF8.self)
        #expect(text.contains(from))
        let refusal = try await refusal(Draft.envelope(text.replacing(from, with: to)), draft)
        guard case .signature(.referenceAltered) = refusal else {
            Issue.record("\(String(describing: refusal))")
            return
        }
        #expect(refusal?.subcode == "DMPInvalidSignature")
    }

    /// Whoever is to compute signatures is asked, and nobody else; what the tree alone tells is not left to him.
    @Test func withoutAVerdictNoAssertionIsVerified() async throws {
        let draft = try Draft.direct(world)
        func refusal(_ verdict: SignatureVerdict, _ text: (String) -> String = { $0 }) async throws -> VIHFRefusal? {
            try await Draft.verify(
                Draft.envelope(text(String(decoding: try draft.signed(), as: UTF8.self))),
                peer: draft.peer.der,
                patient: draft.patient,
                with: try world.assertions(signatures: Verdicts(verdict: verdict))
            ).refusal
        }
        for verdict in Verdicts.negative {
            let found = try await refusal(verdict.said)
            let isOurs = verdict.told == .unanswered(.noWorker)
            #expect(found == .signature(verdict.told) && found?.isSenderFault == !isOurs)
            #expect(found?.subcode == (isOurs ? "DMPUnavailable" : "DMPInvalidSignature"))
        }
        #expect(try await refusal(.valid) == nil)
        let commented = try await refusal(.valid) { $0.replacing(">Logiciel<", with: "><!-- x -->Logiciel<") }
        guard case .signature(.commentRefused) = commented else {
            Issue.record("\(String(describing: commented))")
            return
        }
    }

    @Test func anUnsignedAssertionIsRefused() async throws {
        let draft = try Draft.direct(world)
        let text = String(decoding: draft.vihf.written(signature: nil), as: UTF8.self)
        #expect(try await refusal(Draft.envelope(text), draft) == .signature(.signatureMisplaced(found: 0)))
    }

    @Test func aSignatureOfAnotherKeyIsRefused() async throws {
        let draft = try Draft.direct(world)
        let thief = try XMLSigner(privateKeyPEM: world.otherPhysician.signature.privateKeyPEM)
        let text = String(
            decoding: try draft.vihf.signed(by: thief, certificate: draft.signer.der, algorithm: .ecdsaSHA256),
            as: UTF8.self
        )
        #expect(try await refusal(Draft.envelope(text), draft) == .signature(.signatureInvalid))
    }

    /// Wrapping: a second assertion, a moved one, a copied identifier, another place (Interop § 3.5).
    @Test func wrappedAssertionsAreRefused() async throws {
        let draft = try Draft.direct(world)
        let good = String(decoding: try draft.signed(), as: UTF8.self)
        var evil = draft.vihf
        evil.id = "_evil"
        evil.nameID = "899700000021"
        let forged = String(decoding: evil.written(signature: nil), as: UTF8.self)
        let messages: [[UInt8]] = [
            Draft.envelope(forged + good), Draft.envelope(good + forged), Draft.envelope(good, body: forged),
            Draft.envelope(forged, body: good), Draft.envelope(good, header: good),
            Draft.envelope("<y xmlns='urn:y'>\(good)</y>"), Draft.envelope(good, security: "<y xmlns='urn:y'/>"),
            Draft.envelope(forged.replacing("</saml2:Assertion>", with: good + "</saml2:Assertion>")),
            Draft.envelope(
                good,
                body: "<saml2:EncryptedAssertion xmlns:saml2='urn:oasis:names:tc:SAML:2.0:assertion'/>"
            ),
            Draft.envelope("", body: good), Array("<x>\(good)</x>".utf8),
        ]
        for (position, message) in messages.enumerated() {
            #expect(try await refusal(message, draft) == .misplaced, "message \(position)")
        }
        let twin = Draft.envelope(good, body: "<z Id='\(draft.vihf.id)'/>")
        guard case .signature(.duplicateIdentifier) = try await refusal(twin, draft) else {
            Issue.record("a twin identifier passed")
            return
        }
    }

    @Test func aMovedSignatureIsRefused() async throws {
        let draft = try Draft.direct(world)
        let good = String(decoding: try draft.signed(), as: UTF8.self)
        let start = try #require(good.range(of: "<ds:Signature "))
        let end = try #require(good.range(of: "</ds:Signature>"))
        let signature = String(good[start.lowerBound..<end.upperBound])
        let bare = good.replacing(signature, with: "")
        let inSubject = bare.replacing("</saml2:Subject>", with: signature + "</saml2:Subject>")
        #expect(try await refusal(Draft.envelope(inSubject), draft) == .signature(.signatureMisplaced(found: 1)))
        let twice = good.replacing("</saml2:Subject>", with: signature + "</saml2:Subject>")
        #expect(try await refusal(Draft.envelope(twice), draft) == .signature(.signatureMisplaced(found: 2)))
    }

    @Test func aCommentInsideIsRefused() async throws {
        let draft = try Draft.direct(world)
        let text = String(decoding: try draft.signed(), as: UTF8.self)
        let split = text.replacing("899700000013</saml2:NameID>", with: "899700000013<!-- -->0</saml2:NameID>")
        guard case .signature(.commentRefused) = try await refusal(Draft.envelope(split), draft) else {
            Issue.record("a comment passed")
            return
        }
    }

    /// The dated switch: before its end, at it, after it.
    @Test(arguments: [(-1, true), (0, false), (1, false)] as [(Int64, Bool)])
    func sha1EndsOnItsDay(_ seconds: Int64, _ isAccepted: Bool) async throws {
        var draft = try Draft.direct(field)
        draft.algorithm = .rsaSHA1
        draft.digest = .sha1
        let end = World.now.advanced(bySeconds: -seconds)
        let verifier = try field.assertions(legacy: .until(end))
        let result = try await draft.verify(field, verifier)
        if isAccepted {
            #expect(try result.get().strength == .legacy)
        } else {
            #expect(result.refusal == .legacySignature)
        }
    }

    @Test(arguments: [(SignatureAlgorithm.rsaSHA1, DigestAlgorithm.sha256), (.rsaSHA256, .sha1)])
    func sha1AnywhereIsRefusedWithoutTheSwitch(_ algorithm: SignatureAlgorithm, _ digest: DigestAlgorithm) async throws
    {
        var draft = try Draft.direct(field)
        draft.algorithm = algorithm
        draft.digest = digest
        #expect(try await draft.verify(field, try field.assertions()).refusal == .legacySignature)
    }

    /// Production never takes SHA-1 in an assertion, whatever the switch says (design § 5).
    @Test func productionRefusesSHA1InAssertions() async throws {
        var field = try self.field.underRealNames()
        let holder = try World.professional(World.physicianID)
        var profiles = [
            field.pki.professionalProfile(holder, use: .personAuthentication),
            field.pki.professionalProfile(holder, use: .personSignature),
        ]
        for index in profiles.indices { profiles[index].category = ProductCategory(.card, domain: .production).byte }
        let card = SamplePair(
            authentication: try field.pki.issue(profiles[0]),
            signature: try field.pki.issue(profiles[1])
        )
        var draft = try Draft.direct(field, card)
        draft.vihf.patient = draft.patient.map { INS($0.matricule, root: .nir) }
        draft.patient = draft.vihf.patient
        let verifier = try field.assertions(legacy: .until(World.now.advanced(bySeconds: 60)), domain: .production)
        #expect(try await draft.verify(field, verifier).refusal == nil)
        draft.digest = .sha1
        #expect(try await draft.verify(field, verifier).refusal == .legacySignature)
    }

    @Test(arguments: 0..<300 as Range<UInt64>)
    func mutatedAssertionsAreNeverAcceptedAsAnotherActor(_ seed: UInt64) async throws {
        let draft = try Draft.direct(world)
        let original = Draft.envelope(String(decoding: try draft.signed(), as: UTF8.self))
        var random = SplitMix64(seed: FuzzSeed.of(seed))
        guard let document = try? XMLDocument(parsing: random.mutated(original), limits: .soapEnvelope) else { return }
        let verified = try? await world.assertions().verify(
            document,
            peer: draft.peer.der,
            patient: draft.patient,
            at: World.now
        )
        // What lies outside the assertion may change; what it says may not.
        guard let verified else { return }
        #expect(verified.actor.person?.text == World.physicianID && verified.assertionID == draft.vihf.id)
        #expect(verified.actor.profession.matrixKey == "G15_10/SM26")
    }
}
