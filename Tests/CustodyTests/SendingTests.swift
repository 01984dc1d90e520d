import AccessRules
import HealthRecord
import Testing

@testable import Custody

/// A document sent out of its record: once, only so many a day, and what came to nothing is told.
@Suite struct SendingTests {
    private struct Scene {
        let house: House
        let custodian: Custodian
        let person: Person
        let shelf: Shelf
    }

    private func scene(_ visibility: Visibility = []) async throws -> Scene {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let author = try People.doctor(1)
        let holder = try await house.holder(custodian, try await house.session(custodian, person))
        _ = try await custodian.carryOut(.authorise(People.leave(author)), holder)
        let shelf = Shelf()
        try await house.deposit(custodian, [visibility], by: author, for: person, on: shelf)
        return Scene(house: house, custodian: custodian, person: person, shelf: shelf)
    }

    private func sending(_ number: UInt64) throws -> Sending {
        Sending(id: UniqueID(random: (number, 3)), recipient: try #require(SecureMailbox("anne@chu.mssante.fr")))
    }

    private func release(_ scene: Scene, _ sending: Sending, by holder: Admission) async throws -> ReleaseOutcome {
        let outcomes = try await scene.custodian.release(
            try await scene.shelf.allShown(),
            holder,
            of: nil,
            for: .sending(sending)
        )
        return try #require(outcomes.first)
    }

    private func holder(_ scene: Scene) async throws -> Admission {
        try await scene.house.holder(
            scene.custodian,
            try await scene.house.session(scene.custodian, scene.person)
        )
    }

    private func sendings(_ scene: Scene) async throws -> [TraceEvent] {
        try await scene.custodian.chain(of: scene.person.record).filter { $0.act == .send }
    }

    @Test func oneSendingGoesOnceAndIsTracedWithItsMailbox() async throws {
        let scene = try await scene()
        let holder = try await holder(scene)
        guard case .released = try await release(scene, try sending(1), by: holder) else {
            Issue.record("not released")
            return
        }
        await #expect(throws: CustodyError.conflict("sent")) {
            _ = try await release(scene, try sending(1), by: holder)
        }
        // The repeat went nowhere, and the history says that it was asked for.
        let events = try await sendings(scene)
        #expect(events.map(\.outcome) == [.permitted, .refused])
        #expect(events.map(\.sendingHindrance) == [nil, .begun])
        #expect(events.allSatisfy { $0.details[TraceEvent.recipientKey] == "anne@chu.mssante.fr" })
        #expect(TracedDecision(try #require(events.first), in: try RuleBook.bundled()) == .same)
        #expect(TracedDecision(try #require(events.last), in: try RuleBook.bundled()) == .conflict("sent"))
        try scene.custodian.close()
    }

    @Test func nothingHiddenIsSent() async throws {
        let scene = try await scene(.hiddenFromPatient)
        guard case .refused(let refusal) = try await release(scene, try sending(1), by: try await holder(scene)) else {
            Issue.record("released")
            return
        }
        #expect(refusal.isSilent)
        #expect(try await sendings(scene).map(\.outcome) == [.refused])
        try scene.custodian.close()
    }

    @Test func onlySoManyGoInADay() async throws {
        let scene = try await scene()
        let first = try await holder(scene)
        for number in 1...UInt64(Custodian.sendingLimit) {
            _ = try await release(scene, try sending(number), by: first)
        }
        await #expect(throws: CustodyError.conflict("sendings")) {
            _ = try await release(scene, try sending(100), by: first)
        }
        scene.house.pass(Custodian.sendingMemory - 1)
        let second = try await holder(scene)
        await #expect(throws: CustodyError.conflict("sendings")) {
            _ = try await release(scene, try sending(100), by: second)
        }
        scene.house.pass(1)
        _ = try await release(scene, try sending(100), by: second)
        let events = try await sendings(scene)
        #expect(events.count { $0.outcome == .permitted } == Custodian.sendingLimit + 1)
        // What was refused for the number is in the history as well.
        #expect(events.filter { $0.outcome == .refused }.map(\.sendingHindrance) == [.tooMany, .tooMany])
        try scene.custodian.close()
    }

    /// Nobody knows whether it left: it goes by its confirmation no second time, and nothing told later makes it unsent.
    @Test func whatMayHaveLeftIsToldAndStaysBegun() async throws {
        let scene = try await scene()
        let holder = try await holder(scene)
        let document = try #require(await scene.shelf.rows.first?.entry.id)
        _ = try await release(scene, try sending(1), by: holder)
        try await scene.custodian.note(.uncertain, of: try sending(1), with: document, holder)
        for failure in SendingFailure.allCases {
            try await scene.custodian.note(failure, of: try sending(1), with: document, holder)
        }
        let events = try await sendings(scene)
        #expect(events.map(\.sendingFailure) == [nil, .uncertain] && events.allSatisfy { $0.documents == [document] })
        let told = try #require(events.last)
        #expect(told.actor == .system("portal") && told.rule == "sending.uncertain")
        #expect(TracedDecision(told, in: try RuleBook.bundled()) == .undecided)
        await #expect(throws: CustodyError.conflict("sent")) {
            _ = try await release(scene, try sending(1), by: holder)
        }
        // Whoever was told by the professional that nothing came begins another.
        guard case .released = try await release(scene, try sending(2), by: holder) else {
            Issue.record("not released")
            return
        }
        try scene.custodian.close()
    }

    @Test func whatCameToNothingIsToldAndMayBeTriedAnew() async throws {
        let scene = try await scene()
        let holder = try await holder(scene)
        let document = try #require(await scene.shelf.rows.first?.entry.id)
        _ = try await release(scene, try sending(1), by: holder)
        try await scene.custodian.note(.unsent, of: try sending(1), with: document, holder)
        // Of a sending that was not begun, or is noted already, there is nothing to tell.
        try await scene.custodian.note(.unsent, of: try sending(1), with: document, holder)
        try await scene.custodian.note(.unsent, of: try sending(2), with: document, holder)
        let events = try await sendings(scene)
        #expect(events.map(\.sendingFailure) == [nil, .unsent] && events.allSatisfy { $0.documents == [document] })
        let told = try #require(events.last)
        #expect(told.actor == .system("portal"))
        #expect(TracedDecision(told, in: try RuleBook.bundled()) == .undecided)
        _ = try await release(scene, try sending(1), by: holder)
        #expect(try await sendings(scene).count == 3)
        // What came to nothing counts: a relay that takes messages and breaks off is not asked without end.
        for number in 2..<UInt64(Custodian.sendingLimit) {
            _ = try await release(scene, try sending(number), by: holder)
        }
        await #expect(throws: CustodyError.conflict("sendings")) {
            try await release(scene, try sending(200), by: holder)
        }
        try scene.custodian.close()
    }
}
