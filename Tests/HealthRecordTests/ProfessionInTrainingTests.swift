import Foundation
import HealthRecord
import Testing

/// TRE_G16 and the professions learnt (access and life cycle § 1.2).
@Suite struct ProfessionInTrainingTests {
    @Test(arguments: ProfessionInTraining.allCases)
    func eachStandsForTheProfessionLearnt(training: ProfessionInTraining) {
        let code = Code(training.rawValue, CodeSystem.professionInTraining, label: "en formation")
        let learnt = Code(training.rawValue, CodeSystem.profession)
        #expect(ProfessionInTraining(code) == training && training.learnt == learnt)
        #expect(code.professionExercised == learnt && learnt.professionExercised == learnt)
        #expect(ProfessionInTraining(for: Profession(role: learnt)) == training)
        #expect(
            ProfessionInTraining(authorSpecialty: Code("G16_" + training.rawValue, CodeSystem.authorSpecialty))
                == training
        )
    }

    @Test func nothingElseIsATraining() {
        #expect(ProfessionInTraining.allCases.map(\.rawValue) == ["10", "21", "40", "50"])
        for code in [
            Code("60", CodeSystem.professionInTraining), Code("10", CodeSystem.profession),
            Code("10", CodeSystem.nonProfession),
        ] { #expect(ProfessionInTraining(code) == nil) }
        #expect(Code("60", CodeSystem.professionInTraining).professionExercised == nil)
        #expect(Code("AUTOMATE", CodeSystem.nonProfession).professionExercised == nil)
        #expect(ProfessionInTraining(for: Profession(role: Code("60", CodeSystem.profession))) == nil)
        #expect(ProfessionInTraining(for: Profession(role: Code("10", CodeSystem.nonProfession))) == nil)
        #expect(ProfessionInTraining(authorSpecialty: Code("G15_10", CodeSystem.authorSpecialty)) == nil)
    }

    private func leave(_ role: Code, _ holder: HolderKind) throws -> Authorisation {
        Authorisation(
            subject: .person(try #require(ProfessionalID("0752600001"))),
            name: PersonName(family: "Essai", given: "Camille"),
            profession: Profession(role: role, specialty: Code("SM26", CodeSystem.specialty)),
            structure: Structure(
                id: try #require(StructureID("1990000001")),
                name: "Cabinet d'essai",
                sector: Code("SA07", CodeSystem.sector)
            ),
            since: Instant(milliseconds: 0),
            until: nil,
            origin: .declaredInConsultation,
            lastAct: Instant(milliseconds: 0),
            holder: holder
        )
    }

    /// As a file of before leaves said what their bearer is.
    private func older(_ leave: Authorisation) throws -> Authorisation {
        let bytes = try JSONEncoder().encode(leave)
        var members = try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
        #expect(members.removeValue(forKey: "holder") != nil)
        return try JSONDecoder().decode(Authorisation.self, from: JSONSerialization.data(withJSONObject: members))
    }

    @Test(arguments: HolderKind.allCases) func aLeaveKeepsTheKindOfItsBearer(holder: HolderKind) throws {
        let leave = try leave(Code("10", CodeSystem.profession), holder)
        let read = try JSONDecoder().decode(Authorisation.self, from: JSONEncoder().encode(leave))
        #expect(read == leave && read.holder == holder)
        #expect(read.bearer == (holder == .trainee ? .trainee : .professional))
    }

    @Test func anOlderLeaveIsAProfessionalsUnlessItNamesATraining() throws {
        let registered = try older(try leave(Code("10", CodeSystem.profession), .trainee))
        #expect(registered.holder == .professional)
        let training = try older(try leave(Code("10", CodeSystem.professionInTraining), .professional))
        #expect(training.holder == .trainee && training.profession.matrixKey == "G15_10/SM26")
    }
}
