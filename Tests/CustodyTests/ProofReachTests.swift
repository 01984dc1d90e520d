import Foundation
import HealthRecord
import Testing

@testable import Custody

/// The proofs of a history end where nothing can be hidden from its holder any more (CSP R1111-53).
@Suite struct ProofReachTests {
    /// A record with a document of the first day and, forty days later, one that its holder may not know of, or none.
    private func story(
        under set: String,
        hides: Bool
    ) async throws -> (house: House, custodian: Custodian, person: Person) {
        let house = try House()
        let custodian = try house.open { $0.policySet = set }
        let person = try await house.person(custodian)
        let (gp, shelf) = (try People.doctor(), Shelf())
        let visit = try await house.admit(custodian, gp, for: person)
        _ = try await custodian.setAuthorisation(.add(asTreatingPhysician: true), visit, of: person.reference)
        try await house.deposit(custodian, [[]], by: gp, for: person, on: shelf)
        house.pass(40 * 86_400)
        let again = try await house.admit(custodian, gp, for: person)
        _ = try? await custodian.setAuthorisation(.add(asTreatingPhysician: true), again, of: person.reference)
        if hides { try await house.deposit(custodian, [.hiddenFromPatient], by: gp, for: person, on: shelf) }
        return (house, custodian, person)
    }

    private func bundle(_ house: House, _ custodian: Custodian, _ person: Person) async throws -> TraceBundle {
        let holder = try await house.holder(custodian, try await house.session(custodian, person))
        return try await custodian.exportTraces(holder)
    }

    @Test func whatIsHiddenLengthensNoProof() async throws {
        var told: [[String]] = []
        for hides in [true, false] {
            let (house, custodian, person) = try await story(under: "mes2026", hides: hides)
            let made = try await bundle(house, custodian, person)
            #expect(!made.events.isEmpty && made.events.allSatisfy { $0.event != nil && $0.salt != nil })
            told.append(
                made.events.map { "\($0.index)" } + ["\(made.head.recSeq)", try #require(made.until)]
            )
            // By the day alone: nothing has looked at the calendar, and the month is over.
            house.pass(40 * 86_400)
            let later = try await bundle(house, custodian, person)
            #expect(later.events.allSatisfy { $0.event != nil })
            let deposits = try later.events.compactMap { try TraceEvent.decode([UInt8](try #require($0.event))).event }
                .filter { $0.act == .deposit }
            #expect(deposits.count == (hides ? 2 : 1))
            try custodian.close()
        }
        #expect(told[0] == told[1])
    }

    /// Where hiding has no term, nobody is given a bundle: one given to some would tell who has nothing hidden.
    @Test(arguments: ["era2011", "era2019"], [true, false])
    func rulesWithoutATermGiveNoProof(set: String, hides: Bool) async throws {
        let (house, custodian, person) = try await story(under: set, hides: hides)
        let holder = try await house.holder(custodian, try await house.session(custodian, person))
        await #expect(throws: CustodyError.conflict("announcement")) { try await custodian.exportTraces(holder) }
        // The history itself is there, and tells of no export.
        let events = try await custodian.history(holder, of: nil).events
        #expect(!events.isEmpty && !events.contains { $0.act == .export })
        try custodian.close()
    }
}
