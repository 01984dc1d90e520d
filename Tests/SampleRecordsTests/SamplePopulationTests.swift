import HealthRecord
import Testing

@testable import SampleRecords

/// The fictitious people are whole, valid, and clearly not real.
@Suite struct SamplePopulationTests {
    static let now = Instant(milliseconds: 1_795_219_200_000)
    let world = SamplePopulation(seed: 7, now: now)

    @Test func nobodyIsLost() {
        #expect(world.patients.count == 14)
        #expect(world.professionals.count == 14)
        #expect(world.structures.count == 6)
        #expect(Set(world.patients.map(\.key)).count == 14)
        #expect(Set(world.patients.map(\.ins)).count == 14)
        #expect(Set(world.professionals.map(\.id)).count == 14)
        #expect(Set(world.structures.map(\.structure.id)).count == 6)
    }

    @Test func everyMatriculeIsATestOneAndAgreesWithTheTraits() {
        for patient in world.patients {
            #expect(patient.ins.root == .test)
            #expect(NIR(patient.ins.matricule.text) != nil)
            let body = patient.ins.matricule.body
            let year = patient.traits.birthDate.hl7.dropFirst(2).prefix(4)
            #expect(body.dropFirst().prefix(4) == year)
            #expect(body.prefix(1) == (patient.traits.sex == .female ? "2" : "1"))
            #expect(patient.traits.birthPlaceCode.map { body.contains($0) } == true)
        }
    }

    @Test func contactsAreFictitious() {
        let phones = world.patients.map(\.phone) + world.patients.flatMap { $0.representatives.map(\.phone) }
        let mails = world.patients.map(\.email) + world.patients.flatMap { $0.representatives.map(\.email) }
        let codes = world.patients.map(\.secretCode) + world.patients.flatMap { $0.representatives.map(\.secretCode) }
        for phone in phones { #expect(phone.hasPrefix("063998") && phone.count == 10) }
        for mail in mails {
            #expect(mail.hasSuffix(".example") && mail.allSatisfy { $0.isASCII } && !mail.contains(" "))
        }
        for code in codes { #expect(code.count >= 12) }
        #expect(Set(phones).count == phones.count)
        #expect(Set(mails).count == mails.count)
        #expect(Set(codes).count == codes.count)
    }

    @Test func everySituationIsThere() throws {
        let day = Self.now.date
        let child = try #require(world.patient("noe"))
        #expect(child.isMinor(on: day))
        #expect(child.representatives.map(\.kind) == [.parent, .parent])
        #expect(world.patients.filter { $0.isMinor(on: day) }.count == 1)
        #expect(world.patient("henriette")?.representatives.map(\.kind) == [.representation])
        #expect(world.patient("chiara")?.ins.matricule.body.contains("2A004") == true)
        #expect(world.patient("malik")?.formerINS.count == 1)
        #expect(world.patient("sophie")?.standing == .notOpened)
        #expect(world.patient("theo")?.standing == .awaitingActivation)
        #expect(world.patient("gisele")?.standing == .closed)
        #expect(world.patients.filter { $0.traits.sex == .male && !$0.isMinor(on: day) }.count >= 4)
        #expect(world.patients.filter { $0.traits.sex == .female }.count >= 4)
    }

    @Test(arguments: [2021, 2026, 2040])
    func theChildIsAlwaysNineOrSo(year: Int) throws {
        let now = try #require(Instant(year: year, month: 3, day: 1))
        let child = try #require(SamplePopulation(seed: 1, now: now).patient("noe"))
        #expect((8...9).contains(child.traits.birthDate.age(on: now.date)))
    }

    @Test(arguments: [
        ("gp", "G15_10/SM26"), ("cardiologist", "G15_10/SM04"), ("pharmacist", "G15_21/A"), ("nurse", "G15_60"),
        ("midwife", "G15_50"), ("dentist", "G15_40"), ("physiotherapist", "G15_70"), ("regulator", "G15_10/SM59"),
        ("occupational", "G15_10/SM25"), ("secretary", "SECRETARIAT_MEDICAL"),
    ])
    func professionsAreWhatTheyShouldBe(key: String, matrixKey: String) throws {
        let professional = try #require(world.professional(key))
        #expect(professional.profession.matrixKey == matrixKey)
        #expect(professional.actor().subject == .person(professional.id))
        #expect(professional.author().professional == professional.id)
    }

    @Test func registersAreThoseOfTestPeople() throws {
        for professional in world.professionals where professional.holder == .professional {
            #expect(professional.id.register == .rpps)
            #expect(RPPS(professional.id.text.dropFirst())?.isTest == true)
            #expect(professional.id.text.hasPrefix("8999"))
        }
        let secretary = try #require(world.professional("secretary"))
        #expect(secretary.holder == .employee)
        #expect(secretary.id.register == .establishmentEmployee)
        #expect(world.professional("occupational")?.profession.isOccupationalPhysician == true)
        #expect(world.structures.prefix(3).map(\.key) == ["hospital", "practice", "laboratory"])
        #expect(world.structure("hospital")?.structure.id.register == .finess)
    }

    @Test(arguments: [
        ("20260329005959", 60), ("20260329010000", 120), ("20261025005959", 120), ("20261025010000", 60),
        ("20260701", 120),
    ])
    func franceChangesItsClocks(time: String, minutes: Int) throws {
        #expect(ParisTime.offsetMinutes(at: try #require(HL7Time(time)).start) == minutes)
    }
}
