import AccessRules
import HealthRecord
import Testing

@testable import Custody

/// What a trace says at least (§ 5; CSP R1111-43).
@Suite struct TraceTupleTests {
    @Test func aTraceSaysWhoHowWhatAndWhy() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let (doctor, night) = (try People.doctor(1), try People.doctor(2, structure: 2))
        let holder = try await house.holder(custodian, try await house.session(custodian, person))
        _ = try await custodian.carryOut(.authorise(People.leave(doctor)), holder)
        let shelf = Shelf()
        try await house.deposit(custodian, [[]], by: doctor, for: person, on: shelf)
        let glass = AccessMode.breakGlass(reason: "Inconscient")
        let visit = try await house.admit(custodian, night, for: person, mode: glass)
        _ = try await custodian.release(try await shelf.allShown(), visit, of: person.reference)
        let chain = try await custodian.chain(of: person.record)
        let event = try #require(chain.last)
        // When, who by his national number and name, profession and structure, by what means signed in.
        #expect(event.time == house.now && event.sequence == UInt64(chain.count))
        guard case .care(let actor) = event.actor else {
            Issue.record("no care actor")
            return
        }
        #expect(actor.person == night.person && actor.name == night.name && actor.profession == night.profession)
        #expect(actor.structure.id == night.structure.id && actor.authentication == .direct)
        // How and why: the mode with its reason, the rule with its set and version, the outcome.
        #expect(event.mode == glass && event.rule == RuleID.emergencyBreakGlass.rawValue)
        #expect(event.policy == "mes2026@1" && event.outcome == .permitted)
        // What: the operation and the document by its stable identity; from where: node, software, request.
        let id = try #require(await shelf.rows.first).entry.id
        #expect(event.act == .read && event.documents == [id])
        #expect(event.node == "app" && event.details["software"] == "Logiciel" && event.request == visit.request)
        try custodian.close()
    }

    /// § 5: the confidentiality before and after, of what was changed.
    @Test func aChangeSaysWhatItWasAndWhatItIs() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let doctor = try People.doctor()
        let shelf = Shelf()
        try await house.deposit(custodian, [[]], by: doctor, for: person, on: shelf)
        let holder = try await house.holder(custodian, try await house.session(custodian, person))
        try await house.change(custodian, .mask, 0, holder, nil, on: shelf)
        let event = try #require(try await custodian.chain(of: person.record).last)
        #expect(event.act == .mask && event.outcome == .permitted)
        #expect(event.details["before"] != nil && event.details["before"] != event.details["after"])
        try custodian.close()
    }
}
