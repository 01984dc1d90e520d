import DMPWire
import HealthRecord
import SafeXML
import Testing
import X509

@testable import Credentials

@Suite struct SamplePKITests {
    @Test func theHierarchyIsReadBackFromItsFiles() async throws {
        let world = try World.fast.get()
        let files = world.pki.pemFiles
        #expect(files.count == 12)
        var again = try SamplePKI(
            pemFiles: files,
            keys: .p256,
            validFrom: World.start,
            nextSerial: world.pki.nextSerial
        )
        #expect(again.anchorsPEM == world.pki.anchorsPEM)
        let pair = try again.issueProfessional(try World.professional(World.physicianID))
        _ = try await world.verifier().verify(der: pair.signature.der, for: [.personSignature], at: World.now)
        var broken = files
        broken["ca-fort-personnes.key"] = files["root-fort.key"]
        #expect(throws: SamplePKIError.unreadable(file: "ca-fort-personnes")) {
            try SamplePKI(pemFiles: broken, keys: .p256, validFrom: World.start, nextSerial: 1)
        }
    }

    @Test func credentialsAreReadBackFromPEM() throws {
        for world in [try World.fast.get(), try World.field.get()] {
            let card = world.physician.signature
            let again = SampleCredential(certificatePEM: card.certificatePEM, privateKeyPEM: card.privateKeyPEM)
            #expect(again?.der == card.der)
            #expect(
                SampleCredential(
                    certificatePEM: card.certificatePEM,
                    privateKeyPEM: world.physician.authentication.privateKeyPEM
                )
                    == nil
            )
        }
    }

    @Test func serialNumbersRise() throws {
        let world = try World.fast.get()
        let serials = [world.physician.authentication, world.physician.signature, world.nurse.authentication]
            .map(\.serialNumber)
        #expect(Set(serials).count == serials.count)
    }

    @Test func theServerAnswersForThisMachine() throws {
        let names = try #require(try World.fast.get().server.certificate.extensions.subjectAlternativeNames)
        #expect(names.count == 2)
    }

    @Test func serialNumbersAreWrittenInBaseTen() {
        #expect(SampleCredential.decimal([]) == "0")
        #expect(SampleCredential.decimal([0xFF]) == "255")
        #expect(SampleCredential.decimal([1, 0]) == "256")
        #expect(SampleCredential.decimal([UInt8](repeating: 0xFF, count: 8)) == "18446744073709551615")
        #expect(SampleCredential.decimal([1] + [UInt8](repeating: 0, count: 8)) == "18446744073709551616")
    }

    @Test func aCredentialSignsAssertionsAndLots() async throws {
        for (world, profile) in [
            (try World.fast.get(), LotSignatureBuilder.Profile.modern), (try World.field.get(), .legacy),
        ] {
            var draft = try Draft.direct(world)
            draft.vihf.issuer = ""
            let assertion = try world.physician.signature.sign(draft.vihf)
            let verified = try await Draft.verify(
                assertion,
                peer: draft.peer.der,
                patient: draft.patient,
                with: try world.assertions()
            ).get()
            let documents = [(uniqueID: OID(literal: "1.2.250.1.99.2"), bytes: LotDraft.pdf)]
            let lot = try world.physician.signature.signLot(
                documents,
                submissionSet: LotDraft.set,
                at: World.now,
                profile: profile
            )
            let verifier = LotVerifier(
                certificates: try world.verifier(),
                legacy: .until(World.now.advanced(bySeconds: 1)),
                signatures: SignaturesInProcess()
            )
            let standing = try await verifier.verify(
                lot,
                submissionSet: LotDraft.set,
                documents: documents.map { LotDocument(uniqueID: $0.uniqueID, bytes: $0.bytes) },
                actor: verified.actor,
                at: World.now
            ).standing
            #expect(standing == (profile == .legacy ? .legacy : .advanced))
        }
    }
}
