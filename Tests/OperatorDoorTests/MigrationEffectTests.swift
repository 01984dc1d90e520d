import AccessRules
import Custody
import Foundation
import HealthRecord
import OperatorDoor
import RecordService
import SampleRecords
import Testing

/// What changes for a given record, said before it passes to another set, in numbers (access and life cycle § 10).
@Suite struct MigrationEffectTests {
    private func effect(
        _ desk: Desk,
        _ patient: SamplePatient,
        _ set: String
    ) async throws -> (status: Int, answer: OperatorAnswer) {
        try await desk.order(
            .effect,
            [.matricule: patient.ins.matricule.text, .set: set],
            by: Desk.certificate(.officer)
        )
    }

    @Test func saysWhoWouldReadMoreOrLessAndNamesNobody() async throws {
        let desk = try Desk()
        let jeanne = try await desk.open("jeanne")
        let documents = 2
        let visit = try await desk.holder(jeanne)
        for visibility in [[], .maskedToProfessionals] as [Visibility] {
            let document = OwnDocument(
                title: "Mes notes",
                type: Code("DOCPAT02", CodeSystem.frenchType),
                mediaType: "text/plain",
                bytes: Array("Bonjour".utf8),
                visibility: visibility
            )
            _ = try await desk.service.depositOwn(document, visit)
        }
        let reply = try await effect(desk, jeanne, "era2007")
        #expect(reply.status == 200, "\(reply)")
        let lines = try #require(reply.answer.effects)
        #expect(!lines.isEmpty)
        for line in lines {
            #expect(line.readers > 0 && line.gains + line.loses > 0)
            #expect(line.gains <= line.readers * documents && line.loses <= line.readers * documents)
        }
        let text = String(decoding: reply.answer.json, as: UTF8.self)
        for professional in Desk.world.professionals {
            #expect(!text.contains(professional.id.text) && !text.contains(professional.name.family))
        }
        // The record stays where it is, and its holder reads that somebody looked.
        #expect(try await desk.history(jeanne, .migrate).isEmpty)
        let looked = try await desk.history(jeanne, .readIdentity).filter { $0.rule == "policy.compared" }
        #expect(looked.count == 1)
        #expect(looked.first?.details["to"]?.hasPrefix("era2007@") == true)
        // What was said is what becomes of it: nothing is left to say once it is there.
        let fields: [VerbField: String] = [.matricule: jeanne.ins.matricule.text, .set: "era2007"]
        #expect(try await desk.order(.migrate, fields, by: Desk.certificate(.officer)).status == 200)
        let back = try await effect(desk, jeanne, "mes2026")
        func sums(_ lines: [MigrationEffect]?) -> [String: [Int]] {
            Dictionary(uniqueKeysWithValues: (lines ?? []).map { ($0.reader, [$0.readers, $0.gains, $0.loses]) })
        }
        #expect(sums(back.answer.effects) == sums(lines).mapValues { [$0[0], $0[2], $0[1]] })
    }

    @Test func refusesWhatIsNoMove() async throws {
        let desk = try Desk()
        let jeanne = try await desk.open("jeanne")
        #expect(try await effect(desk, jeanne, "mes2026").answer.fault?.element == "unchanged")
        #expect(try await effect(desk, jeanne, "era2040").answer.fault?.element == "unknownSet")
        #expect(try await effect(desk, desk.patient("sophie"), "era2007").answer.fault?.code == .unknownRecord)
    }
}
