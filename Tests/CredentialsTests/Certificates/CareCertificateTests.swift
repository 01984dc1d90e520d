import FuzzSeeds
import HealthRecord
import SwiftASN1
import Testing
import X509

@testable import Credentials

@Suite struct CareCertificateTests {
    let world: World

    init() throws { world = try World.fast.get() }

    @Test func readsACardOfAProfessional() throws {
        let certificate = try CareCertificate(der: world.physician.authentication.der)
        let person = try #require(certificate.person)
        #expect(person.id.text == World.physicianID)
        #expect(person.name == PersonName(family: "ESSAI", given: "MAX"))
        #expect(person.kind == .professional)
        #expect(person.naming == .nominative)
        #expect(person.profession == Code("10", CodeSystem.profession))
        #expect(person.specialties == [Code("SM26", CodeSystem.specialty)])
        #expect(certificate.use == .personAuthentication)
        #expect(certificate.category == ProductCategory(.card, domain: .rehearsal))
        #expect(certificate.structure == nil)
        #expect(certificate.notBefore == World.start)
    }

    @Test func thePairOfACardBearsOneNumberAndTwoUses() throws {
        let authentication = try CareCertificate(der: world.physician.authentication.der)
        let signature = try CareCertificate(der: world.physician.signature.der)
        #expect(signature.use == .personSignature)
        #expect(authentication.cardNumber != nil)
        #expect(authentication.cardNumber == signature.cardNumber)
        #expect(authentication.holder == signature.holder)
    }

    @Test func readsACardOfSomebodyInTraining() throws {
        let person = try #require(CareCertificate(der: world.trainee.signature.der).person)
        #expect(person.kind == .trainee)
        #expect(person.profession == Code("10", "1.2.250.1.71.1.2.8"))
    }

    @Test func readsAnEmployeesCardWithItsStructure() throws {
        let certificate = try CareCertificate(der: world.secretary.authentication.der)
        let person = try #require(certificate.person)
        #expect(person.kind == .employee)
        #expect(person.naming == .nominative)
        #expect(certificate.structure?.text == World.hospitalID)
    }

    @Test func namesAServiceCardAsMessageAuthorsDo() throws {
        let person = try #require(CareCertificate(der: world.serviceCard.authentication.der).person)
        #expect(person.naming == .service)
        #expect(person.name == PersonName(family: "HOPITAL D'ESSAI", given: "30B0057881/000000018"))
    }

    @Test func readsTheCertificatesOfAStructure() throws {
        let authentication = try CareCertificate(der: world.hospital.authentication.der)
        let seal = try CareCertificate(der: world.hospital.signature.der)
        #expect(authentication.use == .structureAuthentication)
        #expect(seal.use == .structureSeal)
        #expect(seal.structure?.text == World.hospitalID)
        #expect(seal.holder.kind == .structure)
        #expect(try CareCertificate(der: world.server.der).use == .server)
    }

    @Test func theOrderOfTheLastNameDoesNotMatter() throws {
        var pki = world.pki
        var profile = pki.professionalProfile(try World.professional(World.physicianID), use: .personSignature)
        profile.subject[2].reverse()
        let other = try CareCertificate(der: try pki.issue(profile).der)
        let first = try CareCertificate(der: world.physician.signature.der)
        #expect(other.subject == first.subject)
        #expect(other.person?.id == first.person?.id)
    }

    /// One field changed at a time, and what it is refused for.
    static let changes: [(String, @Sendable (inout SampleProfile) -> Void, CareCertificateError)] = [
        ("no category", { $0.category = nil }, .missingExtension(.productCategory)),
        ("category 1", { $0.category = 0x81 }, .unknownValue(.productCategory)),
        ("category 4", { $0.category = 0x04 }, .unknownValue(.productCategory)),
        ("card type 4", { $0.cardType = 4 }, .unknownValue(.cardType)),
        ("negative card type", { $0.cardType = -1 }, .malformedExtension(.cardType)),
        ("no profession", { $0.profession = nil }, .missingExtension(.profession)),
        ("profession too large", { $0.profession = 10_000 }, .malformedExtension(.profession)),
        ("specialty with a space", { $0.specialties = ["SM 26"] }, .malformedExtension(.specialties)),
        ("no CN", { $0.subject[2].removeLast() }, .missing(.commonName)),
        ("no SN", { $0.subject[2].remove(at: 1) }, .missing(.surname)),
        ("no GN", { $0.subject[2].remove(at: 0) }, .missing(.givenName)),
        ("two CN", { $0.subject.append([(AttributeType.commonName, "899700000021")]) }, .repeated(.commonName)),
        ("wrong check digit", { $0.subject[2][2].value = "899700000014" }, .invalid(.commonName)),
        ("unknown register", { $0.subject[2][2].value = "999700000013" }, .invalid(.commonName)),
        ("control in SN", { $0.subject[2][1].value = "ES\u{7}SAI" }, .invalid(.surname)),
        ("employee without OU", { $0.cardType = 2 }, .missing(.unit)),
        ("OU of no structure", { $0.subject.insert([(AttributeType.unit, "IGC")], at: 1) }, .invalid(.unit)),
        ("no usage", { $0.keyUsage = KeyUsage() }, .unknownUse),
        ("both usages", { $0.keyUsage = KeyUsage(digitalSignature: true, nonRepudiation: true) }, .unknownUse),
        ("authority usage", { $0.keyUsage = KeyUsage(digitalSignature: true, keyCertSign: true) }, .authority),
        ("authentication without purpose", { $0.purposes = [.emailProtection] }, .unknownUse),
    ]

    @Test(arguments: changes.indices)
    func oneChangedFieldIsRefusedByName(_ index: Int) throws {
        let (label, change, expected) = Self.changes[index]
        var pki = world.pki
        var profile = pki.professionalProfile(try World.professional(World.physicianID), use: .personAuthentication)
        change(&profile)
        let der = try pki.issue(profile).der
        #expect(throws: expected, "\(label)") { try CareCertificate(der: der) }
    }

    static let structureChanges: [(String, @Sendable (inout SampleProfile) -> Void, CareCertificateError)] = [
        ("no OU", { $0.subject.remove(at: 3) }, .missing(.unit)),
        ("OU of no structure", { $0.subject[3][0].value = "HOPITAL" }, .invalid(.unit)),
        ("no O", { $0.subject.remove(at: 2) }, .missing(.organisation)),
        ("no CN", { $0.subject.remove(at: 4) }, .missing(.commonName)),
        ("person usage", { $0.keyUsage = KeyUsage(nonRepudiation: true) }, .unknownUse),
        ("spoofed card", { $0.cardType = 0 }, .invalid(.commonName)),
    ]

    @Test(arguments: structureChanges.indices)
    func oneChangedFieldOfAStructureIsRefusedByName(_ index: Int) throws {
        let (label, change, expected) = Self.structureChanges[index]
        var pki = world.pki
        var profile = pki.structureProfile(try World.structure(World.hospitalID), use: .structureSeal)
        change(&profile)
        let der = try pki.issue(profile).der
        #expect(throws: expected, "\(label)") { try CareCertificate(der: der) }
    }

    @Test func extensionsOfAnotherEncodingAreRefused() throws {
        var pki = world.pki
        var profile = pki.professionalProfile(try World.professional(World.physicianID), use: .personSignature)
        profile.category = nil
        profile.extra = [try SampleProfile.make(.productCategory, 0x80)]
        let der = try pki.issue(profile).der
        #expect(throws: CareCertificateError.malformedExtension(.productCategory)) { try CareCertificate(der: der) }
    }

    @Test func anAuthorityIsNobody() throws {
        for file in world.pki.anchorsPEM {
            let der = try PEMDocument(pemString: file).derBytes
            #expect(throws: CareCertificateError.authority) { try CareCertificate(der: der) }
        }
    }

    @Test func emptyTruncatedAndLongInputsAreUnreadable() throws {
        let der = world.physician.signature.der
        for bytes in [[], Array(der.dropLast()), der + [0], [UInt8](repeating: 0x30, count: 20_000)] {
            #expect(throws: CareCertificateError.unreadable) { try CareCertificate(der: bytes) }
        }
    }

    @Test(arguments: 0..<400 as Range<UInt64>)
    func mutatedCertificatesNeverTrapAndNeverVerify(_ seed: UInt64) async throws {
        var random = SplitMix64(seed: FuzzSeed.of(seed))
        let original = [world.physician.signature, world.secretary.authentication, world.hospital.signature][
            Int(seed % 3)
        ]
        let der = random.mutated(original.der)
        guard der != original.der else { return }
        let verifier = try world.verifier()
        let refusal = await error { () async throws(CertificateRefusal) in
            try await verifier.verify(der: der, for: Set(CertificateUse.allCases), at: World.now)
        }
        #expect(refusal != nil, "seed \(seed)")
    }
}
