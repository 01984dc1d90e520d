import AccessRules
import HealthRecord
import Testing

@testable import Custody

/// The holder objects to feeding for a legitimate reason; the operator examines it (CSP R1111-47).
@Suite struct FeedingObjectionTests {
    private func filing(_ house: House, _ custodian: Custodian, _ person: Person, _ shelf: Shelf) async -> Bool {
        (try? await house.deposit(custodian, [[]], by: try People.doctor(), for: person, on: shelf)) != nil
    }

    @Test func grantedItKeepsOthersOutUntilTheHolderLetsThemInAgain() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let ins = try People.qualified(1)
        let shelf = Shelf()
        let holder = try await house.holder(custodian, try await house.session(custodian, person))
        #expect(await filing(house, custodian, person, shelf))
        for empty in ["", " ", "123", String(repeating: "a", count: 2001)] {
            await #expect(throws: CustodyError.conflict("text")) {
                try await custodian.ask(.feedingObjection(empty), holder)
            }
        }
        let refused = try await custodian.ask(.feedingObjection("Mon voisin travaille au laboratoire."), holder)
        await #expect(throws: CustodyError.conflict("asked")) {
            try await custodian.ask(.feedingObjection("Autre motif"), holder)
        }
        #expect(await filing(house, custodian, person, shelf))
        try await custodian.settleRequest(refused, of: ins, granted: false)
        #expect(await filing(house, custodian, person, shelf))
        let granted = try await custodian.ask(.feedingObjection("Motif légitime"), holder)
        try await custodian.settleRequest(granted, of: ins, granted: true)
        #expect(await !filing(house, custodian, person, shelf))
        let last = try #require(try await custodian.chain(of: person.record).last { $0.act == .deposit })
        #expect(last.outcome == .refused && last.rule == "functional.feedingObjected")
        // What is there stays, and is read.
        let visit = try await house.admit(custodian, try People.doctor(), for: person)
        _ = try await custodian.setAuthorisation(.add(asTreatingPhysician: false), visit, of: person.reference)
        #expect(try await custodian.release(try await shelf.allShown(), visit, of: person.reference).count == 3)
        #expect(try await custodian.allowFeeding(holder) == .done)
        #expect(try await custodian.allowFeeding(holder) == .unchanged)
        #expect(await filing(house, custodian, person, shelf))
        try custodian.close()
    }
}
