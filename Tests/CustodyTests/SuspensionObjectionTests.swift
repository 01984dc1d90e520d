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

    /// R1111-36, § 1.1: whoever may close it for the holder is told of a suspension unasked, comes in, and objects or closes; of
    /// documents he reads no more than the holder.
    @Test(arguments: [true, false])
    func whoActsForTheHolderObjectsOrCloses(closing: Bool) async throws {
        let house = try House()
        let custodian = try house.open()
        let child = try await house.person(custodian, born: House.childhood)
        let mandate = try await house.represent(custodian, child, 50)
        let ins = try #require(QualifiedINS(child.ins, in: .rehearsal))
        try await custodian.suspend(ins, reason: "fraude")
        let told = try await house.news.filter { sent in
            if case .ofRepresented(.recordSuspended, _) = sent.notice { true } else { false }
        }
        #expect(told.map(\.channel) == [.sms("+33687654321")])
        let parent = try await house.holder(custodian, try await house.relative(custodian, 50))
        #expect(parent.mandate == mandate && parent.record == child.record)
        #expect(try await custodian.history(parent, of: nil).events.contains { $0.act == .suspend })
        await #expect(throws: CustodyError.self) { try await custodian.list(parent, of: nil) }
        if closing {
            try await custodian.closeOwn(secret: Relatives.secret, erasing: false, parent)
            guard case .closed(_, .holderRequest) = try await state(custodian, child) else {
                Issue.record("not closed")
                return
            }
        } else {
            _ = try await custodian.ask(.suspensionObjection("La demande ne vient pas de nous."), parent)
            house.pass(50 * day)
            try await house.bringTime(custodian)
            #expect(try await !state(custodian, child).isClosed)
        }
        let acts = try await custodian.chain(of: child.record)
        #expect(acts.contains { $0.act == (closing ? .close : .request) && $0.details["mandate"] == mandate.text })
        try custodian.close()
    }

    /// R1111-36, § 1.1: whom a court lets change nothing in the life of the record, and a carer, come in to a suspended one no more,
    /// and are told nothing of it.
    @Test func whoMayNotCloseItStaysOutside() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let ins = try People.qualified(1)
        try await house.represent(custodian, person, 70, .representation, limits: .noWishes)
        let end = house.now.advanced(bySeconds: 90 * day)
        let carer = try Relatives.new(60, .carer, until: end)
        _ = try await custodian.declareRepresentative(carer, of: ins, basis: "essai")
        try await house.accept(custodian, try Relatives.acceptance(60, code: try house.lastCode()))
        for number in [60, 70] { _ = try await house.relative(custodian, number) }
        try await custodian.suspend(ins, reason: "fraude")
        for number in [60, 70] {
            await #expect(throws: CustodyError.notAccepted) { try await house.relative(custodian, number) }
        }
        let told = try await house.news.contains { sent in
            if case .ofRepresented = sent.notice { true } else { false }
        }
        #expect(!told)
        try custodian.close()
    }

    /// § 1.1: whoever acts for several comes in where the record stands, before one that is suspended.
    @Test func aSignInLeadsToARecordThatStandsFirst() async throws {
        let house = try House()
        let custodian = try house.open()
        let children = [
            try await house.person(custodian, 1, born: House.childhood),
            try await house.person(custodian, 2, born: House.childhood),
        ]
        for child in children {
            try await house.represent(custodian, child, 50)
            house.pass(60)
        }
        try await custodian.suspend(try People.qualified(1), reason: "panne")
        let parent = try await house.holder(custodian, try await house.relative(custodian, 50))
        #expect(parent.record == children[1].record)
        #expect(try await custodian.represented(parent).count == 2)
        try custodian.close()
    }
}
