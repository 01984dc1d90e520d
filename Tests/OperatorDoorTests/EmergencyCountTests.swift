import Custody
import Foundation
import HealthRecord
import OperatorDoor
import RecordService
import SampleRecords
import Testing

/// Openings in emergencies are counted, and somebody looks at the counts (access and life cycle § 3.4, CSP L1111-17 I).
@Suite struct EmergencyCountTests {
    private func open(_ desk: Desk, _ who: String, _ patient: SamplePatient, _ reason: String) async throws {
        let professional = try #require(Desk.world.professional(who))
        let visit = try await desk.visit(professional, patient, mode: .breakGlass(reason: reason))
        _ = try await desk.service.list(visit)
    }

    /// § 3.4.
    @Test func theOfficerReadsWhoOpensOftenAndOnNobodysRecord() async throws {
        let desk = try Desk()
        let (jeanne, paul) = (try await desk.open("jeanne"), try await desk.open("paul"))
        try await open(desk, "surgeon", jeanne, "Perte de connaissance")
        try await open(desk, "surgeon", paul, "Hémorragie")
        desk.pass(days: 2)
        try await open(desk, "surgeon", jeanne, "Arrêt cardiaque")
        try await open(desk, "gp", paul, "Malaise")
        let officer = Desk.certificate(.dataProtection)
        let all = try await desk.order(.emergencies, by: officer)
        let counts = try #require(all.answer.emergencies)
        let surgeon = try #require(Desk.world.professional("surgeon"))
        #expect(all.status == 200 && counts.map(\.count) == [3, 1])
        #expect(counts.first?.subject == surgeon.actor().subject.text && counts.first?.name == surgeon.name.spoken)
        #expect(counts.map(\.last) == ["2026-04-02", "2026-04-02"])
        let text = String(decoding: all.answer.json, as: UTF8.self)
        for patient in [jeanne, paul] {
            for word in [patient.ins.matricule.text, patient.traits.birthFamilyName] { #expect(!text.contains(word)) }
        }
        for word in ["Hémorragie", "Malaise"] { #expect(!text.contains(word)) }
        // From a number on, since a day.
        let often = try await desk.order(.emergencies, [.atLeast: "2"], by: officer)
        #expect(often.answer.emergencies?.map(\.count) == [3])
        let never = try await desk.order(.emergencies, [.atLeast: "4"], by: officer)
        #expect(never.answer.emergencies == [])
        let late = try await desk.order(.emergencies, [.since: "2026-04-01"], by: officer)
        #expect(late.answer.emergencies?.map(\.count) == [1, 1])
        for word in ["0", "-1", "x", ""] {
            let wrong = try await desk.order(.emergencies, [.atLeast: word], by: officer)
            #expect(wrong.answer.fault?.element == "atLeast", "\(word)")
        }
    }

    /// A year after, nobody is counted and nobody's name is kept.
    @Test func countsAndNamesGoAfterAYear() async throws {
        let desk = try Desk()
        let jeanne = try await desk.open("jeanne")
        try await open(desk, "surgeon", jeanne, "Perte de connaissance")
        let officer = Desk.certificate(.dataProtection)
        for (days, left) in [(365, 1), (1, 0)] as [(Int64, Int)] {
            desk.pass(days: days)
            try await desk.custodian.forgetExpired()
            #expect(try await desk.order(.emergencies, by: officer).answer.emergencies?.count == left)
        }
    }
}
