import Custody
import Foundation
import HealthRecord
import OperatorDoor
import SampleRecords
import Testing
import TraceTree

/// Orders repeated, kept and proved.
@Suite struct OrderTests {
    @Test func whatIsRepeatedIsDoneOnce() async throws {
        let desk = try Desk()
        let jeanne = try await desk.open("jeanne")
        let id = desk.newID()
        let fields: [VerbField: String] = [.matricule: jeanne.ins.matricule.text, .reason: "defect"]
        let support = Desk.certificate(.support)
        let first = try await desk.order(.suspend, fields, by: support, id: id)
        let second = try await desk.order(.suspend, fields, by: support, id: id)
        #expect(first.answer.standing == .done && second.answer.standing == .doneBefore)
        #expect(second.answer.traces == first.answer.traces)
        let other = try await desk.order(.suspend, fields.merging([.reason: "fraud"]) { $1 }, by: support, id: id)
        #expect(other.status == 409 && other.answer.fault?.code == .orderTaken)
        let verb = try await desk.order(.lift, [.matricule: jeanne.ins.matricule.text], by: support, id: id)
        #expect(verb.answer.fault?.code == .orderTaken)
    }

    @Test func ofTwoAtOnceOneIsDone() async throws {
        let desk = try Desk()
        let jeanne = try await desk.open("jeanne")
        let id = desk.newID()
        let fields: [VerbField: String] = [.matricule: jeanne.ins.matricule.text, .set: "era2019"]
        let standings = try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<6 {
                group.addTask {
                    let reply = try await desk.order(.migrate, fields, by: Desk.certificate(.officer), id: id)
                    return reply.answer.standing == .done
                }
            }
            return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(standings == 1)
        #expect(try await desk.history(jeanne, .migrate).count == 1)
    }

    /// The auditor reads who did what and where it is proved, and of nobody's record.
    @Test func theJournalNamesOperatorsAndNoRecord() async throws {
        let desk = try Desk()
        let jeanne = try await desk.open("jeanne")
        let suspended = try await desk.order(
            .suspend,
            [.matricule: jeanne.ins.matricule.text, .reason: "fraud"],
            by: Desk.certificate(.support)
        )
        let journal = try await desk.order(.journal, by: Desk.certificate(.auditor))
        let lines = try #require(journal.answer.lines)
        #expect(lines.map(\.verb) == ["invite", "suspend"])
        #expect(lines.last?.name == "Opérateur support" && lines.last?.isDone == true)
        #expect(lines.last?.index == suspended.answer.traces?.first)
        let text = String(decoding: journal.answer.json, as: UTF8.self)
        for word in [jeanne.ins.matricule.text, jeanne.traits.birthFamilyName, "pièce"] {
            #expect(!text.contains(word))
        }
        let index = try #require(lines.last?.index)
        let proof = try await desk.order(.proof, [.index: String(index)], by: Desk.certificate(.auditor))
        #expect(proof.answer.proof?.hasPrefix("c2sp.org/tlog-proof@v1\nindex \(index)\n") == true)
        let beyond = try await desk.order(.proof, [.index: "999999"], by: Desk.certificate(.auditor))
        #expect(beyond.answer.fault?.element == "index")
        let since = try await desk.order(.journal, [.since: "2026-04-02"], by: Desk.certificate(.auditor))
        #expect(since.answer.lines == [])
    }
}
