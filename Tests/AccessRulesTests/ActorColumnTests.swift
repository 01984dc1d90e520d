import Foundation
import HealthRecord
import Testing

@testable import AccessRules

/// In which column of the functional matrix somebody stands, by card, authentication, person and work.
@Suite struct ActorColumnTests {
    private func column(
        _ holder: HolderKind,
        _ authentication: AuthenticationMode,
        hasPerson: Bool = true,
        role: String = "10",
        specialty: String? = "SM26",
        system: String = CodeSystem.profession,
        sector: String = "SA07",
        standing: Standing = .any
    ) throws -> ActorColumn? {
        ActorColumn.of(
            CareActor(
                person: hasPerson ? try House.person(1) : nil,
                name: PersonName(family: "Essai", given: "Camille"),
                profession: Profession(
                    role: Code(role, system),
                    specialty: specialty.map { Code($0, CodeSystem.specialty) }
                ),
                structure: try House.structure(1, sector: sector),
                holder: holder,
                authentication: authentication
            ),
            standing
        )
    }

    /// Each card with each authentication, with a person named and without.
    @Test func cardAndAuthenticationGoTogether() throws {
        let expected: [(HolderKind, AuthenticationMode, ActorColumn?, ActorColumn?)] = [
            (.professional, .direct, .physician, nil), (.professional, .reinforcedIndirect, .physician, nil),
            (.professional, .indirect, nil, nil),
            (.trainee, .direct, .physician, nil), (.trainee, .reinforcedIndirect, .physician, nil),
            (.trainee, .indirect, nil, nil),
            (.employee, .direct, .employee, .employee), (.employee, .reinforcedIndirect, .employee, .employee),
            (.employee, .indirect, nil, nil),
            (.structure, .direct, nil, nil), (.structure, .reinforcedIndirect, .physician, nil),
            (.structure, .indirect, .structure, .structure),
        ]
        #expect(expected.count == HolderKind.allCases.count * AuthenticationMode.allCases.count)
        for (holder, authentication, withPerson, without) in expected {
            #expect(try column(holder, authentication) == withPerson, "\(holder) \(authentication)")
            #expect(try column(holder, authentication, hasPerson: false) == without, "\(holder) \(authentication)")
        }
    }

    /// Behind an establishment's certificate stands a professional, or somebody who is none.
    @Test func aPersonBehindACertificateIsWhatHisRoleSays() throws {
        #expect(try column(.structure, .reinforcedIndirect, role: "60", specialty: nil) == .nonPhysician)
        #expect(try column(.structure, .reinforcedIndirect, system: "1.2.250.1.213.1.6.1.107") == .employee)
    }

    /// CSP L1111-17 IV: by three qualifications of a physician, or by two sectors whatever the profession.
    @Test func occupationalHealthIsKnownByItsQualificationsAndSectors() throws {
        for specialty in ["SM25", "C41", "CAPA11"] {
            #expect(try column(.professional, .direct, specialty: specialty) == .occupational)
            #expect(try column(.professional, .direct, role: "60", specialty: specialty) == .nonPhysician)
        }
        for sector in ["SA13", "SA66"] {
            #expect(try column(.professional, .direct, sector: sector) == .occupational)
            #expect(try column(.professional, .direct, role: "60", sector: sector) == .occupational)
        }
        #expect(try column(.professional, .direct, specialty: nil) == .physician)
    }

    @Test func aStandingRaisesThoseItIsMeantFor() throws {
        #expect(try column(.professional, .direct, standing: .treating) == .treating)
        #expect(try column(.professional, .direct, role: "60", standing: .treating) == .nonPhysician)
        #expect(try column(.professional, .direct, role: "60", standing: .administrator) == .treating)
        #expect(try column(.professional, .direct, sector: "SA13", standing: .administrator) == .occupational)
    }

    /// CSP L1111-17 IV, L1111-18: consent is stated for nobody who is banned, watches over workers, or cannot be placed.
    @Test func consentIsStatedForThoseWhoCareAlone() throws {
        #expect(try House.care("60").mayBeEntrusted)
        #expect(try House.care("10", specialty: "SM26").mayBeEntrusted)
        for (who, actor) in [
            ("no column", try House.care("10", authentication: .indirect)), ("no role", try House.care("")),
            ("no sector known", try House.care("10", sector: "XX")), ("insurer", try House.care("ASSUR")),
            ("an employer's sector", try House.care("10", sector: "SA48")),
            ("occupational physician", try House.care("10", specialty: "SM25")),
            ("occupational sector", try House.care("60", sector: "SA13")),
        ] {
            #expect(!actor.mayBeEntrusted, "\(who)")
        }
    }

    /// Facts of before the regulation centres were registered say nothing of one: then there was none.
    @Test func circumstancesOfBeforeNameNoCentre() throws {
        var text = String(decoding: try JSONEncoder().encode(Circumstances(isRegulationCentre: true)), as: UTF8.self)
        let read = try JSONDecoder().decode(Circumstances.self, from: Data(text.utf8))
        #expect(read.isRegulationCentre)
        text = text.replacing(",\"isRegulationCentre\":true", with: "")
            .replacing("\"isRegulationCentre\":true,", with: "")
        #expect(!text.contains("isRegulationCentre"))
        #expect(try !JSONDecoder().decode(Circumstances.self, from: Data(text.utf8)).isRegulationCentre)
    }
}
