import Custody
import Foundation
import OperatorDoor
import Testing

/// A new epoch of the keys is ordered by two, once, and stands in the journal (security design § 2.11, § 2.16).
@Suite struct KeyOrderTests {
    private let officer = Desk.certificate(.officer)
    private let protection = Desk.certificate(.dataProtection)

    @Test func twoBeginANewEpochOnce() async throws {
        let desk = try Desk()
        try await desk.open("jeanne")
        try await desk.custodian.turnKeys()
        let before = try #require(try await desk.order(.keys, by: officer).answer.keys)
        #expect(before.epoch == 0 && before.held == [0] && before.left == [] && before.late == nil)
        #expect(before.hasWholeCopies && before.next == "2026-06-29T23:33:20.000Z")
        let id = desk.newID()
        let first = try await desk.order(.keysRenew, by: officer, id: id)
        #expect(first.status == 202 && first.answer.standing == .awaitsSecond)
        #expect(try await desk.order(.keys, by: officer).answer.keys == before)
        #expect(try await desk.order(.keysRenew, by: officer, id: id).status == 202)
        let second = try await desk.order(.keysRenew, by: protection, id: id)
        #expect(second.status == 200 && second.answer.standing == .done && second.answer.traces == [])
        let begun = try #require(try await desk.order(.keys, by: protection).answer.keys)
        #expect(begun.epoch == 1 && begun.held == [0, 1])
        #expect(begun.left.map(\.epoch) == [0] && begun.left.map(\.records) == [1] && begun.records == 1)
        for certificate in [officer, protection] {
            let again = try await desk.order(.keysRenew, by: certificate, id: id)
            #expect(again.answer.standing == .doneBefore)
        }
        try await desk.custodian.turnKeys()
        let settled = try #require(try await desk.order(.keys, by: Desk.certificate(.auditor)).answer.keys)
        #expect(settled.epoch == 1 && settled.left == [] && settled.unreadable == 0)
        _ = try await desk.holder(try desk.patient("jeanne"))
        let lines = try #require(try await desk.order(.journal, by: Desk.certificate(.auditor)).answer.lines)
        let line = try #require(lines.first { $0.verb == "keys-renew" })
        #expect(line.order == id && line.isDone && line.index == nil)
        #expect(line.role == "officer" && line.secondRole == "dataProtection")
    }

    @Test func nobodyRenewsAlone() async throws {
        let desk = try Desk()
        let begun = try await desk.order(.keysRenew, by: protection)
        #expect(begun.status == 403 && begun.answer.fault?.code == .roleRefused)
        #expect(try await desk.order(.keysRenew, by: Desk.certificate(.support)).status == 403)
    }
}
