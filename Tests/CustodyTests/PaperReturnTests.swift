import HealthRecord
import Testing

@testable import Custody

/// What a holder without the portal asks in writing of a closed record, and that he is told by any means (CSP R1111-36).
@Suite struct PaperReturnTests {
    /// A record of which nothing but an address is known.
    private func opened(_ house: House, _ custodian: Custodian) async throws -> Person {
        try await custodian.announce(Invitation(ins: try People.ins(1), traits: try People.traits()))
        house.pass(60 * 86_400)
        let tag = try custodian.tag(of: try People.qualified(1))
        let prepared = try #require(try await custodian.prepareAnnounced(tag))
        try await custodian.commitAnnounced(tag)
        return Person(ins: try People.ins(1), reference: prepared.reference)
    }

    private func letters(_ house: House) async throws -> [Notice] {
        try await house.news.filter { sent in
            guard case .letter = sent.channel else { return false }
            switch sent.notice {
            case .recordSuspended, .recordClosed, .recordReopened, .erasureAsked: return true
            default: return false
            }
        }.map(\.notice)
    }

    /// § 4: closed, asked to be destroyed, and taken back by opening it again, each with a letter.
    @Test func eachTurnOnPaperIsToldByLetter() async throws {
        let house = try House()
        let custodian = try house.open { $0.policySet = "mes2026" }
        let person = try await opened(house, custodian)
        let ins = try People.qualified(1)
        for _ in 0..<2 {
            await #expect(throws: CustodyError.conflict("state")) { try await custodian.reopenOnPaper(ins) }
            await #expect(throws: CustodyError.conflict("state")) { _ = try await custodian.eraseOnPaper(ins) }
            // A suspension is lifted by an order of its own.
            try await custodian.suspend(ins, reason: "panne")
            await #expect(throws: CustodyError.conflict("state")) { try await custodian.reopenOnPaper(ins) }
            try await custodian.liftSuspension(ins)
        }
        let before = try await letters(house).count
        try await custodian.close(person.record, reason: .holderRequest)
        _ = try await custodian.eraseOnPaper(ins)
        await #expect(throws: CustodyError.conflict("asked")) { _ = try await custodian.eraseOnPaper(ins) }
        try await custodian.reopenOnPaper(ins)
        let now = house.now
        #expect(
            try await Array(letters(house).dropFirst(before)) == [
                .recordClosed(at: now), .erasureAsked(at: now), .recordReopened(at: now),
            ]
        )
        house.pass(100 * 86_400)
        #expect(try await house.bringTime(custodian).isEmpty)
        let context = try #require(try await custodian.contextAfterCommit(of: person.record))
        // Whoever never came in comes in no more than before.
        #expect(context.policy.state == .open(internet: .awaitingActivation))
        let rules = try await custodian.chain(of: person.record).map(\.rule)
        #expect(rules.contains("erasure.asked") && rules.contains("closure.reopened"))
        try custodian.close()
    }

    /// § 4: on paper as well, what was asked for is done within three months.
    @Test func anErasureOnPaperIsDone() async throws {
        let house = try House()
        let custodian = try house.open { $0.policySet = "mes2026" }
        let person = try await opened(house, custodian)
        try await custodian.close(person.record, reason: .holderRequest)
        _ = try await custodian.eraseOnPaper(try People.qualified(1))
        house.pass(31 * 86_400)
        #expect(try await house.bringTime(custodian) == [.purge(record: person.record)])
        try custodian.close()
    }

    /// Nobody reopens or erases the record of the dead on a holder's paper; its closing is told all the same.
    @Test func ofTheDeadNothingIsReopened() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let ins = try #require(QualifiedINS(person.ins, in: .rehearsal))
        try await custodian.close(person.record, reason: .death)
        await #expect(throws: CustodyError.conflict("state")) { try await custodian.reopenOnPaper(ins) }
        await #expect(throws: CustodyError.conflict("state")) { _ = try await custodian.eraseOnPaper(ins) }
        #expect(try await house.news.contains { if case .recordClosed = $0.notice { true } else { false } })
        try custodian.close()
    }
}
