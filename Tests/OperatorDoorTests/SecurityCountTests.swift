import Custody
import Foundation
import HealthRecord
import OperatorDoor
import RecordService
import SampleRecords
import Testing

/// The security officer reads what was noted, by day and kind, and of nobody.
@Suite struct SecurityCountTests {
    @Test func theOfficerReadsThatSomebodyOpensManyRecordsInEmergencies() async throws {
        let desk = try Desk()
        let officer = Desk.certificate(.officer)
        let surgeon = try #require(Desk.world.professional("surgeon"))
        let before = try await desk.order(.security, by: officer)
        #expect(before.status == 200 && before.answer.security?.contains { $0.kind == "manyEmergencies" } == false)
        let patients = Array(Desk.world.patients.prefix(6))
        try #require(Set(patients.map(\.ins)).count == 6)
        for patient in patients {
            let visit = try await desk.visit(surgeon, patient, mode: .breakGlass(reason: "Perte de connaissance"))
            _ = try? await desk.service.standing(visit)
        }
        let after = try await desk.order(.security, by: officer)
        let line = try #require(after.answer.security?.first { $0.kind == "manyEmergencies" })
        #expect(line.day == "2026-03-31" && line.count == 1)
        let text = String(decoding: after.answer.json, as: UTF8.self)
        #expect(!text.contains(surgeon.actor().subject.text) && !text.contains(surgeon.name.family))
        for patient in patients { #expect(!text.contains(patient.ins.matricule.text)) }
        let late = try await desk.order(.security, [.since: "2026-04-01"], by: officer)
        #expect(late.answer.security == [])
        let wrong = try await desk.order(.security, [.since: "yesterday"], by: officer)
        #expect(wrong.answer.fault?.element == "since")
    }
}
