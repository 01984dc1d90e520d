import Custody
import Foundation
import HealthRecord
import OperatorDoor
import RecordService
import SampleRecords
import Testing

/// The insurer files the history of care and is told nothing of any record (CSP L1111-15, L1111-18, R1111-33; C10).
@Suite struct FeedTests {
    private static let insurer = Desk.certificate(.insurer)

    private func statement(
        _ matricule: String,
        _ number: Int = 1,
        _ changes: [VerbField: String] = [:]
    ) -> [VerbField: String] {
        [
            .matricule: matricule, .document: "1.2.250.1.999.7.\(number)", .title: "Historique de soins",
            .mediaType: "text/plain", .content: Data("Soins de mars".utf8).base64EncodedString(), .from: "2026-03-01",
            .to: "2026-03-30",
        ].merging(changes) { $1 }
    }

    private func filed(_ desk: Desk, _ patient: SamplePatient) async throws -> [DocumentEntry] {
        try await desk.service.list(try await desk.holder(patient)).entries.filter { $0.classCode.value == "60" }
    }

    @Test func theHolderReadsWhatTheInsurerFiled() async throws {
        let desk = try Desk()
        let jeanne = try await desk.open("jeanne")
        let fields = statement(jeanne.ins.matricule.text)
        let first = try await desk.order(.feed, fields, by: Self.insurer)
        #expect(first.status == 200 && first.answer.standing == .taken && first.answer.traces == nil)
        #expect(try await filed(desk, jeanne).map(\.title) == ["Historique de soins"])
        // Fed again under another order it is filed once, and the answer is the same.
        #expect(try await desk.order(.feed, fields, by: Self.insurer).answer.standing == .taken)
        #expect(try await filed(desk, jeanne).count == 1)
    }

    @Test(arguments: [
        (VerbField.secretCare, "oui"), (.mediaType, "image/png"), (.mediaType, "application/pdf"), (.content, "?"),
        (.content, ""), (.title, " "), (.to, "2026-02-28"), (.from, "hier"), (.document, "7x"),
    ])
    func whatIsWrongWithTheStatementIsNamed(field: VerbField, text: String) async throws {
        let desk = try Desk()
        let jeanne = try await desk.open("jeanne")
        let fields = statement(jeanne.ins.matricule.text, 1, [field: text])
        let reply = try await desk.order(.feed, fields, by: Self.insurer)
        #expect(reply.status == 400 && reply.answer.fault?.element == field.rawValue)
        #expect(try await filed(desk, jeanne).isEmpty)
    }

    @Test func aPerformerIsAnIdentifier() async throws {
        let desk = try Desk()
        let jeanne = try await desk.open("jeanne")
        let fields = statement(jeanne.ins.matricule.text)
        let wrong = try await desk.order(.feed, fields, lists: [.performer: ["Dr Vasseur"]], by: Self.insurer)
        #expect(wrong.status == 400 && wrong.answer.fault?.element == "performer")
        let doctor = try #require(Desk.world.professionals.first).id.text
        let right = try await desk.order(.feed, fields, lists: [.performer: [doctor]], by: Self.insurer)
        #expect(right.status == 200)
        #expect(try await filed(desk, jeanne).count == 1)
    }

    /// Secret, too old, no record: the insurer hears what he always hears.
    @Test func whatIsNotFiledIsAnsweredAlike() async throws {
        let desk = try Desk()
        let jeanne = try await desk.open("jeanne")
        let matricule = jeanne.ins.matricule.text
        for fields in [
            statement(matricule, 1, [.secretCare: "yes"]), statement(matricule, 2, [.from: "2023-01-01"]),
            statement(try desk.matricule("paul"), 3),
        ] {
            let reply = try await desk.order(.feed, fields, by: Self.insurer)
            #expect(reply.status == 200 && reply.answer.standing == .taken && reply.answer.fault == nil)
        }
        #expect(try await filed(desk, jeanne).isEmpty)
    }
}
