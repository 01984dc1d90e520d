import DMPWire
import Foundation
import FuzzSeeds
import HealthRecord
import SafeXML
import Testing

@testable import Credentials

@Suite struct LotVerifierTests {
    let world: World
    let field: World

    init() throws {
        world = try World.fast.get()
        field = try World.field.get()
    }

    private func verify(
        _ bytes: [UInt8],
        in world: World? = nil,
        documents: [LotDocument] = LotDraft.documents,
        actor: CareActor? = nil,
        legacy: LegacySignatures = .refused,
        lists: RevocationLists? = nil,
        signatures: any SignatureVerifying = SignaturesInProcess(),
        at now: Instant = World.now
    ) async throws -> Result<VerifiedLot, LotRefusal> {
        let world = world ?? self.world
        let verifier = LotVerifier(
            certificates: try world.verifier(lists: lists),
            legacy: legacy,
            signatures: signatures
        )
        let actor = try actor ?? LotDraft.actor()
        do throws(LotRefusal) {
            return .success(
                try await verifier.verify(
                    bytes,
                    submissionSet: LotDraft.set,
                    documents: documents,
                    actor: actor,
                    at: now
                )
            )
        } catch {
            return .failure(error)
        }
    }

    /// Access and life cycle § 6.
    @Test(arguments: [LotSignatureBuilder.Profile.modern, .transitional])
    func aCardSignsALot(_ profile: LotSignatureBuilder.Profile) async throws {
        let lot = try await verify(LotDraft(profile, world.physician.signature).signed()).get()
        #expect(lot.standing == .advanced)
        #expect(!lot.isOld)
        #expect(lot.signer.certificate.use == .personSignature)
        let rsa = try await verify(LotDraft(profile, field.physician.signature).signed(), in: field).get()
        #expect(rsa.algorithms == [SignatureAlgorithm.rsaSHA256.rawValue, DigestAlgorithm.sha256.rawValue])
    }

    /// Whoever is to compute signatures is asked, and nobody else: without an answer there is no lot.
    @Test func withoutAVerdictNoLotIsVerified() async throws {
        let bytes = try LotDraft(.modern, world.physician.signature).signed()
        for verdict in Verdicts.negative {
            let refusal = try await verify(bytes, signatures: Verdicts(verdict: verdict.said)).refusal
            #expect(refusal == .signature(verdict.told))
        }
        #expect(try await verify(bytes, signatures: Verdicts(verdict: .valid)).refusal == nil)
    }

    @Test func aSealSignsForTheStructuresPeople() async throws {
        let bytes = try LotDraft(.modern, world.hospital.signature).signed()
        #expect(try await verify(bytes, actor: LotDraft.actor(.indirect)).get().standing == .advanced)
        #expect(try await verify(bytes, actor: LotDraft.actor(.direct)).refusal == .wrongSigner)
        let other = try LotDraft.actor(.indirect, structure: "10B0099999")
        #expect(try await verify(bytes, actor: other).refusal == .wrongSigner)
    }

    @Test func anotherPersonsSignatureIsRefused() async throws {
        let bytes = try LotDraft(.modern, world.otherPhysician.signature).signed()
        #expect(try await verify(bytes).refusal == .wrongSigner)
    }

    @Test(arguments: [(-1, true), (0, false), (1, false)] as [(Int64, Bool)])
    func sha1EndsOnItsDay(_ seconds: Int64, _ isAccepted: Bool) async throws {
        let bytes = try LotDraft(.legacy, field.physician.signature).signed()
        let end = World.now.advanced(bySeconds: -seconds)
        let result = try await verify(bytes, in: field, legacy: .until(end))
        if isAccepted {
            #expect(try result.get().standing == .legacy)
        } else {
            #expect(result.refusal == .legacySignature)
        }
    }

    @Test func sha1InTheModernShapeIsNeverAccepted() async throws {
        let until = LegacySignatures.until(World.now.advanced(bySeconds: 86_400))
        var draft = try LotDraft(.modern, field.physician.signature)
        draft.algorithm = .rsaSHA1
        #expect(try await verify(try draft.signed(), in: field, legacy: until).refusal == .legacySignature)
        draft = try LotDraft(.modern, field.physician.signature)
        draft.references[1] = LotReference(
            uniqueID: draft.references[1].uniqueID,
            algorithm: .sha1,
            digest: LotDigest.compute(.sha1, over: LotDraft.pdf)
        )
        #expect(try await verify(try draft.signed(), in: field, legacy: until).refusal == .legacySignature)
    }

    @Test func swappedKeysOfACardAreRefused() async throws {
        let bytes = try LotDraft(.modern, world.physician.authentication).signed()
        #expect(try await verify(bytes).refusal == .certificate(.wrongUse(.personAuthentication)))
    }

    @Test func aRevokedSignerIsRefused() async throws {
        let bytes = try LotDraft(.modern, world.physician.signature).signed()
        let lists = try world.lists(revoked: [world.physician.signature])
        #expect(try await verify(bytes, lists: lists).refusal == .certificate(.revoked))
    }

    @Test func aWrongDigestIsRefused() async throws {
        let bytes = try LotDraft(.modern, world.physician.signature).signed()
        var documents = LotDraft.documents
        documents[1] = LotDocument(uniqueID: documents[1].uniqueID, bytes: LotDraft.pdf + [0])
        #expect(try await verify(bytes, documents: documents).refusal == .digestMismatch(position: 2))
        documents = LotDraft.documents
        let other = Array(String(decoding: LotDraft.cda, as: UTF8.self).replacing("title", with: "text").utf8)
        documents[0] = LotDocument(uniqueID: documents[0].uniqueID, bytes: other)
        #expect(try await verify(bytes, documents: documents).refusal == .digestMismatch(position: 1))
    }

    @Test func theCanonicalFormIsWhatIsDigested() async throws {
        let bytes = try LotDraft(.modern, world.physician.signature).signed()
        var documents = LotDraft.documents
        let same = Array(
            String(decoding: LotDraft.cda, as: UTF8.self).replacing("<title/>", with: "<title></title>").utf8
        )
        documents[0] = LotDocument(uniqueID: documents[0].uniqueID, bytes: same)
        #expect(try await verify(bytes, documents: documents).refusal == nil)
        documents[0] = LotDocument(uniqueID: documents[0].uniqueID, bytes: LotDraft.pdf)
        #expect(try await verify(bytes, documents: documents).refusal == .notCanonicalizable(position: 1))
    }

    @Test func missingAndExtraReferencesAreRefused() async throws {
        var draft = try LotDraft(.modern, world.physician.signature)
        draft.references.removeLast()
        #expect(try await verify(try draft.signed()).refusal == .missingDocument)
        draft = try LotDraft(.modern, world.physician.signature)
        draft.references.append(
            LotReference(uniqueID: OID(literal: "1.2.250.1.99.4"), algorithm: .sha256, digest: [0])
        )
        #expect(try await verify(try draft.signed()).refusal == .unexpectedReference(position: 3))
        draft = try LotDraft(.modern, world.physician.signature)
        draft.references.append(draft.references[1])
        #expect(try await verify(try draft.signed()).refusal == .malformed(.repeatedReference(position: 3)))
    }

    @Test func twoDocumentsOfOneIdentifierAreRefused() async throws {
        let bytes = try LotDraft(.modern, world.physician.signature).signed()
        let twins = LotDraft.documents + [LotDraft.documents[1]]
        #expect(try await verify(bytes, documents: twins).refusal == .missingDocument)
    }

    @Test func theSubmissionSetMustBeNamedAndItsDigestIsADummy() async throws {
        let good = try LotDraft(.modern, world.physician.signature).signed()
        #expect(String(decoding: good, as: UTF8.self).contains(">AA==</ds:DigestValue>"))
        var draft = try LotDraft(.modern, world.physician.signature)
        draft.submissionSet = OID(literal: "1.2.250.1.99.9")
        #expect(try await verify(try draft.signed()).refusal == .unexpectedReference(position: 0))
        draft.submissionSet = draft.references[0].uniqueID
        draft.references.removeFirst()
        #expect(try await verify(try draft.signed()).refusal != nil)
    }

    @Test func aDummyDigestVouchesForNoDocument() async throws {
        var draft = try LotDraft(.modern, world.physician.signature)
        draft.references[1] = LotReference(
            uniqueID: draft.references[1].uniqueID,
            algorithm: .sha256,
            digest: LotSignature.dummyDigest
        )
        #expect(try await verify(try draft.signed()).refusal == .digestMismatch(position: 2))
    }

    @Test func theCertificatesDigestMustFit() async throws {
        var draft = try LotDraft(.modern, world.physician.signature)
        draft.certificateDigest[0] ^= 1
        #expect(try await verify(try draft.signed()).refusal == .certificateDigest)
    }

    /// Changed after signing: properties, manifest, the reference that covers them.
    @Test(arguments: [
        ("2026-04-01T07:59:00.000Z", "2026-04-01T07:59:01.000Z"), ("1.2.250.1.99.3", "1.2.250.1.99.4"),
        ("SignaturePolicyImplied", "SignaturePolicyimplied"),
    ])
    func whatIsChangedAfterSigningIsRefused(_ from: String, _ to: String) async throws {
        let text = String(decoding: try LotDraft(.modern, world.physician.signature).signed(), as: UTF8.self)
        #expect(text.contains(from))
        let refusal = try await verify(Array(text.replacing(from, with: to).utf8)).refusal
        guard case .signature(.referenceAltered) = refusal else {
            Issue.record("\(String(describing: refusal))")
            return
        }
    }

    /// The published detached example leaves its properties uncovered: its time may be changed at will.
    @Test func uncoveredPropertiesAreRefused() async throws {
        let draft = try LotDraft(.modern, world.physician.signature)
        let text = String(decoding: try draft.signed(), as: UTF8.self)
        let start = try #require(text.range(of: "<ds:Reference URI=\"#S0-SignedProperties\""))
        let end = try #require(text[start.lowerBound...].range(of: "</ds:Reference>"))
        let template = text.replacing(text[start.lowerBound..<end.upperBound], with: "")
        guard case .signature(.referencesUnexpected) = try await verify(Array(template.utf8)).refusal else {
            Issue.record("uncovered properties passed")
            return
        }
    }

    @Test(
        arguments: [
            (299, nil), (300, nil), (301, .signingTime), (-86_400, nil), (-91 * 86_400, .signingTime),
        ] as [(Int64, LotRefusal?)]
    )
    func theSigningTimeHasLimits(_ seconds: Int64, _ expected: LotRefusal?) async throws {
        var draft = try LotDraft(.modern, world.physician.signature)
        draft.signingTime = World.now.advanced(bySeconds: seconds)
        #expect(try await verify(try draft.signed()).refusal == expected)
    }

    @Test(arguments: [(-86_400, false), (-86_401, true)] as [(Int64, Bool)])
    func anOldSignatureIsRemarkedUpon(_ seconds: Int64, _ isOld: Bool) async throws {
        var draft = try LotDraft(.modern, world.physician.signature)
        draft.signingTime = World.now.advanced(bySeconds: seconds)
        #expect(try await verify(try draft.signed()).get().isOld == isOld)
    }

    @Test func whatIsNoSignatureIsMalformed() async throws {
        #expect(try await verify([]).refusal == .malformed(.unreadable(.empty)))
        #expect(
            try await verify(Array("<x/>".utf8)).refusal == .malformed(.signature(.signatureMisplaced(found: 0)))
        )
        let text = String(decoding: try LotDraft(.modern, world.physician.signature).signed(), as: UTF8.self)
        let purpose = text.replacing(LotSignature.sourcePurpose, with: "1.2.840.10065.1.12.1.1")
        #expect(try await verify(Array(purpose.utf8)).refusal == .malformed(.purpose))
    }

    @Test(arguments: 0..<300 as Range<UInt64>)
    func mutatedSignaturesNeverTrap(_ seed: UInt64) async throws {
        let draft = try LotDraft(.modern, world.physician.signature)
        var random = SplitMix64(seed: FuzzSeed.of(seed))
        _ = try await verify(random.mutated(try draft.signed()))
    }
}
