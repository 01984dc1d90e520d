import AccessRules
import HealthRecord
import Testing

@testable import Custody

/// The holder closes a category to a profession, and opens it again (§ 2.1, order of 26/10/2023).
@Suite struct CategoryWishTests {
    /// § 2.1: what is closed is not listed and has no key; opened again all is as before; both are traced, and replayed.
    @Test func aClosedCategoryIsNeitherListedNorReleased() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let (author, colleague) = (try People.doctor(), try People.doctor(2))
        let holder = try await house.holder(custodian, try await house.session(custodian, person))
        for actor in [author, colleague] { _ = try await custodian.carryOut(.authorise(People.leave(actor)), holder) }
        let shelf = Shelf()
        let entry = try #require(try await house.deposit(custodian, [[]], by: author, for: person, on: shelf).first)
        let closure = CategoryClosure(profession: colleague.profession.role.value, category: entry.classCode.value)
        func refusal(_ actor: CareActor) async throws -> Refusal? {
            let visit = try await house.admit(custodian, actor, for: person)
            let outcome = try await custodian.release([try await shelf.shown(0)], visit, of: person.reference)
            guard case .refused(let refusal) = outcome.first else { return nil }
            return refusal
        }
        #expect(try await refusal(colleague) == nil)
        #expect(try await custodian.carryOut(.closeCategory(closure), holder) == .done)
        #expect(try await custodian.carryOut(.closeCategory(closure), holder) == .unchanged)
        let gone = try #require(try await refusal(colleague))
        #expect(gone.isSilent && gone.rule == "profession.closedByHolder" && gone.code == "not-found")
        #expect(try await refusal(author) == nil)
        // Who is refused is not told what is closed.
        let list = try await custodian.list(
            try await house.admit(custodian, colleague, for: person),
            of: person.reference
        )
        #expect(list.policy.closures.isEmpty)
        #expect(try await custodian.carryOut(.openCategory(closure), holder) == .done)
        #expect(try await refusal(colleague) == nil)
        let chain = try await custodian.chain(of: person.record)
        let kinds = chain.filter { $0.act == .changeWishes }.compactMap { $0.details["kind"] }
        #expect(kinds == ["categoryClosed", "categoryClosed", "categoryOpened"])
        let book = try House.rulesWithLetters.get()
        for event in chain { #expect([.same, .undecided].contains(TracedDecision(event, in: book)), "\(event.act)") }
        try custodian.close()
    }

    /// § 2.1: only what the matrix opens can be closed.
    @Test(arguments: [("10", "no"), ("no", "10"), ("", "")])
    func whatTheMatrixDoesNotNameIsNotClosed(profession: String, category: String) async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let holder = try await house.holder(custodian, try await house.session(custodian, person))
        let closure = CategoryClosure(profession: profession, category: category)
        await #expect(throws: CustodyError.conflict("category")) {
            try await custodian.carryOut(.closeCategory(closure), holder)
        }
        #expect(try await custodian.carryOut(.openCategory(closure), holder) == .unchanged)
        try custodian.close()
    }

    /// § 7.1, § 2.1: what one record's holder had closed is closed on the joined record, and parts with it.
    @Test func whatWasClosedOnADuplicateStaysClosed() async throws {
        let house = try House()
        let custodian = try house.open()
        let (one, two) = (try await house.person(custodian, 1), try await house.person(custodian, 2))
        let holder = try await house.holder(custodian, try await house.session(custodian, one))
        let closure = CategoryClosure(profession: "10", category: "10")
        _ = try await custodian.carryOut(.closeCategory(closure), holder)
        func closures(_ person: Person) async throws -> Set<CategoryClosure> {
            try #require(try await custodian.contextAfterCommit(of: person.record)).policy.closures
        }
        _ = try await custodian.merge(try People.qualified(1), into: try People.qualified(2))
        #expect(try await closures(two) == [closure])
        _ = try await custodian.undoMerge(try People.qualified(1))
        #expect(try await closures(two).isEmpty)
        #expect(try await closures(one) == [closure])
        try custodian.close()
    }
}
