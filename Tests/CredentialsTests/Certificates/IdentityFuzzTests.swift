import FuzzSeeds
import HealthRecord
import Testing
import X509

@testable import Credentials

/// Identities drawn at random: what is read is what was written, or nothing is read.
@Suite struct IdentityFuzzTests {
    private static let pieces = [
        "899700000013", "0", "8", "/", "10B0057881", "30B0057881/X", "É", "e\u{301}", "\u{202E}", ",CN=", "+", "\\",
        "\u{0}",
        " ", "ESSAI", "'", "-", "\n", "\u{1F600}", "", "3", "A",
    ]

    private func text(_ random: inout SplitMix64) -> String {
        (0..<Int.random(in: 1...3, using: &random)).map { _ in Self.pieces.randomElement(using: &random) ?? "" }
            .joined()
    }

    @Test(arguments: 0..<300 as Range<UInt64>)
    func whatIsReadIsWhatWasWritten(_ seed: UInt64) throws {
        var random = SplitMix64(seed: FuzzSeed.of(seed))
        var pki = try World.fast.get().pki
        let (family, given, common) = (text(&random), text(&random), text(&random))
        var profile = pki.professionalProfile(try World.professional(World.physicianID), use: .personSignature)
        profile.subject[2] = [
            (AttributeType.givenName, given), (AttributeType.surname, family),
            (AttributeType.commonName, Bool.random(using: &random) ? common : World.physicianID),
        ]
        profile.category = UInt8.random(in: 0...255, using: &random) | 0x80
        if Bool.random(using: &random) { profile.category = 0x80 }
        if Bool.random(using: &random) { profile.cardType = Int.random(in: -1...5, using: &random) }
        if Bool.random(using: &random) { profile.profession = Int.random(in: -5...12_000, using: &random) }
        if Bool.random(using: &random) { profile.specialties = [text(&random)] }
        if Bool.random(using: &random) { profile.subject.insert([(AttributeType.unit, text(&random))], at: 1) }
        guard let der = try? pki.issue(profile).der, let certificate = try? CareCertificate(der: der) else { return }
        let person = try #require(certificate.person, "seed \(seed)")
        #expect(person.name == PersonName(family: family, given: given), "seed \(seed)")
        #expect(ProfessionalID(person.id.text) == person.id)
        #expect(certificate.category.domain == .rehearsal)
        // The text form of the subject, as toolkits write it, names the same.
        let written = try #require(DecodedName(text: "\(certificate.x509.subject)"), "seed \(seed)")
        #expect(written.matches(certificate.subject), "seed \(seed)")
    }
}
