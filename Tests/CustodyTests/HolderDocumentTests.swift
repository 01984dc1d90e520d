import AccessRules
import HealthRecord
import Testing

@testable import Custody

/// What the holder does with documents of others beyond masking: deletes in 2019 (C5), closes to representatives (R1111-50).
@Suite struct HolderDocumentTests {
    private func outcome(
        _ house: House,
        _ custodian: Custodian,
        _ actor: CareActor,
        _ person: Person,
        _ shelf: Shelf,
        _ ordinal: Int
    ) async throws -> Refusal? {
        let visit = try await house.admit(custodian, actor, for: person)
        let outcome = try await custodian.release([try await shelf.shown(ordinal)], visit, of: person.reference)
        guard case .refused(let refusal) = outcome.first else { return nil }
        return refusal
    }

    @Test func whatTheHolderDeletedIsGoneForItsAuthorToo() async throws {
        let house = try House()
        let custodian = try house.open { $0.policySet = "era2019" }
        let person = try await house.person(custodian)
        let author = try People.doctor()
        let holder = try await house.holder(custodian, try await house.session(custodian, person))
        _ = try await custodian.carryOut(.authorise(People.leave(author)), holder)
        let shelf = Shelf()
        try await house.deposit(custodian, [[], []], by: author, for: person, on: shelf)
        try await house.change(custodian, .delete, 0, holder, nil, on: shelf)
        let visit = try await house.admit(custodian, author, for: person)
        try await house.change(custodian, .delete, 1, visit, person.reference, on: shelf)
        let gone = try #require(try await outcome(house, custodian, author, person, shelf, 0))
        #expect(gone.isSilent && gone.rule == "confidentiality.deletedByHolder" && gone.code == "not-found")
        #expect(try await outcome(house, custodian, author, person, shelf, 1) == nil)
        let chain = try await custodian.chain(of: person.record)
        let book = try RuleBook.bundled()
        for event in chain { #expect([.same, .undecided].contains(TracedDecision(event, in: book)), "\(event.act)") }
        try custodian.close()
    }

    /// EX_3.3-1045: what a professional opened to those who act for the holder is closed to them by nobody.
    @Test func whatWasOpenedIsClosedByNobody() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let author = try People.doctor()
        let holder = try await house.holder(custodian, try await house.session(custodian, person))
        _ = try await custodian.carryOut(.authorise(People.leave(author)), holder)
        let shelf = Shelf()
        try await house.deposit(custodian, [[]], by: author, for: person, on: shelf)
        try await house.change(custodian, .hideFromRepresentatives, 0, holder, nil, on: shelf)
        #expect(await shelf.rows[0].entry.visibility == .hiddenFromRepresentatives)
        let visit = try await house.admit(custodian, author, for: person)
        let open = DocumentChange.reveal(.hiddenFromRepresentatives)
        try await house.change(custodian, open, 0, visit, person.reference, on: shelf)
        #expect(await shelf.rows[0].entry.visibility == .openedToRepresentatives)
        await #expect(throws: CustodyError.self) {
            try await house.change(custodian, .hideFromRepresentatives, 0, holder, nil, on: shelf)
        }
        #expect(await shelf.rows[0].entry.visibility == .openedToRepresentatives)
        try custodian.close()
    }

    @Test func aDocumentIsClosedToACarerByTheHolderAndStaysSo() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let author = try People.doctor()
        let holder = try await house.holder(custodian, try await house.session(custodian, person))
        _ = try await custodian.carryOut(.authorise(People.leave(author)), holder)
        let end = house.now.advanced(bySeconds: 90 * 86_400)
        _ = try await custodian.inviteRepresentative(try Relatives.new(60, .carer, until: end), holder)
        try await house.accept(custodian, try Relatives.acceptance(60, code: try house.lastCode()))
        let carer = try await house.holder(custodian, try await house.relative(custodian, 60))
        let shelf = Shelf()
        try await house.deposit(custodian, [[], []], by: author, for: person, on: shelf)
        func sees(_ admission: Admission) async throws -> Bool {
            let outcome = try await custodian.release([try await shelf.shown(0)], admission, of: nil)
            return if case .released = outcome.first { true } else { false }
        }
        #expect(try await sees(carer))
        // Not by those whom it is closed to.
        await #expect(throws: CustodyError.self) {
            try await house.change(custodian, .hideFromRepresentatives, 0, carer, nil, on: shelf)
        }
        try await house.change(custodian, .hideFromRepresentatives, 0, holder, nil, on: shelf)
        #expect(try await !sees(carer))
        #expect(try await sees(holder))
        #expect(try await outcome(house, custodian, author, person, shelf, 0) == nil)
        await #expect(throws: CustodyError.self) {
            try await house.change(custodian, .hideFromRepresentatives, 0, holder, nil, on: shelf)
        }
        // The act is traced; those whom it is about do not read of it, nor of what came before on that document.
        let trace = try #require(
            try await custodian.chain(of: person.record).last {
                $0.act == .hideFromRepresentatives && $0.outcome == .permitted
            }
        )
        #expect(trace.details["before"] == "approved/0")
        let own = try await custodian.history(holder, of: nil).events.map(\.act)
        let theirs = try await custodian.history(carer, of: nil).events.map(\.act)
        #expect(own.contains(.hideFromRepresentatives))
        #expect(!theirs.contains(.hideFromRepresentatives))
        #expect(theirs.count(where: { $0 == .deposit }) == 1)
        try custodian.close()
    }
}
