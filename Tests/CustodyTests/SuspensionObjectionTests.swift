import HealthRecord
import Testing

@testable import Custody

/// A suspended record closes after six weeks without an objection, and with one it waits for the operator (CSP R1111-36).
@Suite struct SuspensionObjectionTests {
    private let day: Int64 = 86_400

    private func state(_ custodian: Custodian, _ person: Person) async throws -> RecordState {
        try #require(try await custodian.contextAfterCommit(of: person.record)).policy.state
    }

    /// R1111-36, § 4: the holder comes in and objects, in words and once; the weeks stop, whatever the operator answers.
    @Test(arguments: [true, false])
    func theHoldersObjectionStopsTheWeeks(granted: Bool) async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let ins = try People.qualified(1)
        let before = try await house.holder(custodian, try await house.session(custodian, person))
        await #expect(throws: CustodyError.conflict("state")) {
            try await custodian.ask(.suspensionObjection("Ce n'est pas moi."), before)
        }
        try await custodian.suspend(ins, reason: "fraude")
        house.pass(40 * day)
        let holder = try await house.holder(custodian, try await house.session(custodian, person))
        for empty in ["", " ", "42", String(repeating: "a", count: 2001)] {
            await #expect(throws: CustodyError.conflict("text")) {
                try await custodian.ask(.suspensionObjection(empty), holder)
            }
        }
        let request = try await custodian.ask(.suspensionObjection("Ce n'est pas moi."), holder)
        await #expect(throws: CustodyError.conflict("asked")) {
            try await custodian.ask(.suspensionObjection("Autrement dit"), holder)
        }
        house.pass(10 * day)
        try await house.bringTime(custodian)
        guard case .suspended = try await state(custodian, person) else {
            Issue.record("closed in spite of the objection")
            return
        }
        try await custodian.settleRequest(request, of: ins, granted: granted)
        house.pass(100 * day)
        try await house.bringTime(custodian)
        let chain = try await custodian.chain(of: person.record)
        #expect(chain.contains { $0.act == .request && $0.details["kind"] == "suspensionObjection" })
        if granted {
            #expect(try await state(custodian, person) == .open(internet: .active))
            #expect(chain.contains { $0.act == .resume } && chain.contains { $0.rule == "request.settled" })
            #expect(try await house.news.contains { if case .recordReopened = $0.notice { true } else { false } })
        } else {
            // Nothing closes by itself after an objection; the operator closes, by an order of its own.
            guard case .suspended = try await state(custodian, person) else {
                Issue.record("closed by itself after a refused objection")
                return
            }
            try await custodian.close(person.record, reason: .authority)
        }
        try custodian.close()
    }

    /// R1111-36: on paper, by the operator; lifting answers it, and the next suspension has weeks of its own.
    @Test func anObjectionOnPaperCountsForItsSuspensionAlone() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let ins = try People.qualified(1)
        await #expect(throws: CustodyError.conflict("state")) { _ = try await custodian.objectToSuspension(of: ins) }
        try await custodian.suspend(ins, reason: "panne")
        _ = try await custodian.objectToSuspension(of: ins)
        await #expect(throws: CustodyError.conflict("asked")) { _ = try await custodian.objectToSuspension(of: ins) }
        house.pass(60 * day)
        try await house.bringTime(custodian)
        #expect(try await !state(custodian, person).isClosed)
        try await custodian.liftSuspension(ins)
        let file = try #require(try await custodian.contextAfterCommit(of: person.record)).file
        #expect(file.requests.map(\.standing) == [.done(at: house.now)])
        try await custodian.suspend(ins, reason: "panne")
        house.pass(43 * day)
        try await house.bringTime(custodian)
        #expect(try await state(custodian, person).isClosed)
        try custodian.close()
    }
}
