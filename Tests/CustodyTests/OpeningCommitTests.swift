import Foundation
import GRDB
import HealthRecord
import Sealing
import Testing

@testable import Custody

/// What was prepared is judged once more when it becomes true, and becomes true for its own author alone.
@Suite struct OpeningCommitTests {
    /// An objection stands from the moment when its proof was given (CSP R1111-28).
    @Test func anObjectionDuringTheOpeningStopsIt() async throws {
        let house = try House()
        let custodian = try house.open { $0.policySet = "mes2022" }
        let ins = try People.qualified(1)
        try await custodian.announce(Invitation(ins: ins.ins, traits: try People.traits()))
        let code = try house.lastCode()
        house.pass(60 * 86_400)
        let tag = try custodian.tag(of: ins)
        let prepared = try #require(try await custodian.prepareAnnounced(tag))
        _ = try await custodian.oppose(ins: ins, code: code, birthDate: try People.traits().birthDate)
        await #expect(throws: CustodyError.notPrepared) { try await custodian.commitAnnounced(tag) }
        #expect(try await custodian.contextAfterCommit(of: prepared.reference.record) == nil)
        #expect(try await custodian.isAbandoned(prepared.reference.record))
        // The keys are gone, and the host is told to forget the tag.
        let left = try await custodian.ledger.read { try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM opening") }
        #expect(left == 0)
        #expect(try await custodian.tagMoves().map(\.from) == [prepared.reference.record])
        // With a letter the person may have a record all the same.
        for move in try await custodian.tagMoves() { try await custodian.confirmMove(move.id) }
        _ = try await house.person(custodian)
        try custodian.close()
    }

    @Test func anAnnouncedOpeningIsMadeTrueOnItsDayAndOnce() async throws {
        let house = try House()
        let custodian = try house.open { $0.policySet = "mes2022" }
        let ins = try People.qualified(1)
        try await custodian.announce(Invitation(ins: ins.ins, traits: try People.traits()))
        house.pass(60 * 86_400)
        let tag = try custodian.tag(of: ins)
        let prepared = try #require(try await custodian.prepareAnnounced(tag))
        #expect(try await !custodian.isAbandoned(prepared.reference.record))
        try await custodian.commitAnnounced(tag)
        #expect(try await !custodian.isAbandoned(prepared.reference.record))
        await #expect(throws: CustodyError.notPrepared) { try await custodian.commitAnnounced(tag) }
        try custodian.close()
    }

    private func opening(_ phone: String) throws -> ProfessionalOpening {
        ProfessionalOpening(traits: try People.traits(), consent: true, phone: phone)
    }

    /// A professional's TD1.1 in the middle of somebody's own opening plants neither his telephone nor his leave.
    @Test func nobodyWritesIntoTheOpeningOfAnother() async throws {
        let house = try House()
        let custodian = try house.open { $0.policySet = "era2011" }
        let ins = try People.ins(1)
        try await custodian.invite(Invitation(ins: ins, traits: try People.traits()))
        let request = try People.request(1, code: try house.lastCode())
        let prepared = try await custodian.prepareOpening(request)
        let envelope = house.envelope(try People.doctor(), patient: ins)
        let doctor = try await custodian.admit(envelope, request: house.requestID(), node: "app")
        let other = try await custodian.prepareOpening(try opening("+33600000000"), doctor)
        #expect(other.reference.record == prepared.reference.record)
        await #expect(throws: CustodyError.notPrepared) { _ = try await custodian.commitOpening(request) }
        // Asked again, the person's own file is the one that becomes true, and the professional's is not.
        _ = try await custodian.prepareOpening(request)
        _ = try await custodian.commitOpening(request)
        let file = try #require(try await custodian.contextAfterCommit(of: prepared.reference.record)).file
        #expect(file.phone == request.phone && file.policy.authorisations.isEmpty)
        await #expect(throws: CustodyError.notPrepared) { try await custodian.commitOpening(doctor) }
        try custodian.close()
    }

    @Test func twoProfessionalsAtOnceDoNotMix() async throws {
        let house = try House()
        let custodian = try house.open { $0.policySet = "era2011" }
        let ins = try People.ins(1)
        func admit(_ number: Int) async throws -> Admission {
            let actor = try People.doctor(number, structure: number)
            return try await custodian.admit(
                house.envelope(actor, patient: ins),
                request: house.requestID(),
                node: "app"
            )
        }
        let (first, second) = (try await admit(1), try await admit(2))
        _ = try await custodian.prepareOpening(try opening("+33600000001"), first)
        let prepared = try await custodian.prepareOpening(try opening("+33600000002"), second)
        await #expect(throws: CustodyError.notPrepared) { try await custodian.commitOpening(first) }
        try await custodian.commitOpening(second)
        let file = try #require(try await custodian.contextAfterCommit(of: prepared.reference.record)).file
        #expect(
            file.phone == "+33600000002" && file.policy.authorisations.map(\.subject) == [second.actor.care?.subject]
        )
        try custodian.close()
    }
}

extension Actor {
    fileprivate var care: CareActor? { if case .care(let actor) = self { actor } else { nil } }
}
