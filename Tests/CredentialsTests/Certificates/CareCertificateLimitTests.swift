import HealthRecord
import Testing
import X509

@testable import Credentials

/// Parts of a certificate one below, at, and one above what is read.
@Suite struct CareCertificateLimitTests {
    let world: World

    init() throws { world = try World.fast.get() }

    /// A physician's certificate with one thing changed.
    private func certificate(_ change: (inout SampleProfile) -> Void) throws -> [UInt8] {
        var pki = world.pki
        var profile = pki.professionalProfile(try World.professional(World.physicianID), use: .personSignature)
        change(&profile)
        return try pki.issue(profile).der
    }

    private static func text(_ length: Int) -> String { String(repeating: "X", count: length) }

    @Test(arguments: [-1, 0, 1]) func theNumberOfACard(step: Int) throws {
        let number = Self.text(CareExtension.maximumCardNumber + step)
        let der = try certificate { $0.cardNumber = number }
        if step > 0 {
            #expect(throws: CareCertificateError.malformedExtension(.cardNumber)) { try CareCertificate(der: der) }
        } else {
            #expect(try CareCertificate(der: der).cardNumber == number)
        }
    }

    @Test(arguments: [-1, 0, 1]) func theNumberOfSpecialties(step: Int) throws {
        let codes = (0..<CareExtension.maximumSpecialties + step).map { "SM\($0)" }
        let der = try certificate { $0.specialties = codes }
        if step > 0 {
            #expect(throws: CareCertificateError.malformedExtension(.specialties)) { try CareCertificate(der: der) }
        } else {
            #expect(try CareCertificate(der: der).person?.specialties.map(\.value) == codes)
        }
    }

    @Test(arguments: [-1, 0, 1]) func theLengthOfASpecialty(step: Int) throws {
        let code = Self.text(CareExtension.maximumSpecialty + step)
        let der = try certificate { $0.specialties = [code] }
        if step > 0 {
            #expect(throws: CareCertificateError.malformedExtension(.specialties)) { try CareCertificate(der: der) }
        } else {
            #expect(try CareCertificate(der: der).person?.specialties.map(\.value) == [code])
        }
    }

    @Test(arguments: [-1, 0, 1]) func theNumberOfAProfession(step: Int) throws {
        let number = CareExtension.maximumNumber + step
        let der = try certificate { $0.profession = number }
        if step > 0 {
            #expect(throws: CareCertificateError.malformedExtension(.profession)) { try CareCertificate(der: der) }
        } else {
            #expect(try CareCertificate(der: der).person?.profession?.value == "\(number)")
        }
    }

    @Test(arguments: [-1, 0, 1]) func theLengthOfAnAttribute(step: Int) throws {
        let name = Self.text(SubjectReader.maximumLength + step)
        let der = try certificate { $0.subject[2][1].value = name }
        if step > 0 {
            #expect(throws: CareCertificateError.invalid(.surname)) { try CareCertificate(der: der) }
        } else {
            #expect(try CareCertificate(der: der).person?.name == PersonName(family: name, given: "MAX"))
        }
    }
}
