import HealthRecord
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
}
