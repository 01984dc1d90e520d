import Foundation
import GRDB
import HealthRecord
import Sealing
import Testing

@testable import Custody

/// Limits one below, at, and one above: the exact answer at each edge.
@Suite struct EdgeLimitTests {
    private func report(_ number: Int) throws -> HolderRequestKind {
        .report(HolderReport(about: .professional(try People.doctor(number).subject), reason: .noCare, text: "mots"))
    }

    /// CSP R1111-36: twenty requests wait on one record; the next one hears that it is asked already, and an answer makes room.
    @Test func twentyRequestsWaitAndNoMore() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        var first: UniqueID?
        for number in 1..<Custodian.requestLimit {
            // Ten reports a day are another limit.
            if number.isMultiple(of: Custodian.reportsDaily) { house.pass(86_400) }
            let holder = try await house.holder(custodian, try await house.session(custodian, person))
            let asked = try await custodian.ask(try report(number), holder)
            first = first ?? asked
        }
        let holder = try await house.holder(custodian, try await house.session(custodian, person))
        func waiting() async throws -> Int {
            try await custodian.requests(holder).count { $0.standing == .pending }
        }
        #expect(try await waiting() == Custodian.requestLimit - 1)
        _ = try await custodian.ask(.copy, holder)
        #expect(try await waiting() == Custodian.requestLimit)
        await #expect(throws: CustodyError.conflict("asked")) { try await custodian.ask(.disc, holder) }
        #expect(try await waiting() == Custodian.requestLimit)
        try await custodian.cancelRequest(try #require(first), holder)
        _ = try await custodian.ask(.disc, holder)
        #expect(try await waiting() == Custodian.requestLimit)
        try custodian.close()
    }

    /// Key `consent.proof`: after one wrong code less than the limit the right one is taken, after as many it is not.
    @Test(arguments: [Custodian.codeAttempts - 1, Custodian.codeAttempts, Custodian.codeAttempts + 1])
    func wrongPresenceCodesAreCounted(wrong: Int64) async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let doctor = try People.doctor()
        func visit() async throws -> Admission { try await house.admit(custodian, doctor, for: person) }
        let asked = try await custodian.requestPresence(by: .code(nil), try await visit(), of: person.reference)
        let code = try house.lastCode()
        let other = code == "000000" ? "111111" : "000000"
        for _ in 0..<wrong {
            let visit = try await visit()
            await #expect(throws: CustodyError.notAccepted) {
                try await custodian.confirmPresence(asked.id, code: other, visit, of: person.reference)
            }
        }
        let last = try await visit()
        if wrong < Custodian.codeAttempts {
            try await custodian.confirmPresence(asked.id, code: code, last, of: person.reference)
        } else {
            await #expect(throws: CustodyError.notAccepted) {
                try await custodian.confirmPresence(asked.id, code: code, last, of: person.reference)
            }
        }
        let proofs = try await custodian.chain(of: person.record).count { $0.act == .confirmPresence }
        #expect(proofs == (wrong < Custodian.codeAttempts ? 1 : 0))
        try custodian.close()
    }

    /// R1111-43: a page as long as the history is the last one; one shorter has another after it, of one line.
    @Test func aPageOfHistoryEndsWhereItSays() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let holder = try await house.holder(custodian, try await house.session(custodian, person))
        var lines = try await custodian.history(limit: 100, holder, of: nil).events.count
        for difference in [-1, 0, 1] {
            // Each reading is a line of the history itself.
            lines += 1
            let page = try await custodian.history(limit: lines + difference, holder, of: nil)
            #expect(page.events.count == min(lines, lines + difference))
            #expect((page.next == nil) == (difference >= 0))
            guard let next = page.next else { continue }
            let rest = try await custodian.history(before: next, limit: lines, holder, of: nil)
            #expect(rest.events.count == 1 && rest.next == nil)
        }
        #expect(try await custodian.history(limit: 0, holder, of: nil).events.count == 1)
        try custodian.close()
    }

    /// However much is asked for at once, a page holds no more than its limit, and says that there is another one.
    @Test func aPageOfHistoryHoldsNoMoreThanItsLimit() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let holder = try await house.holder(custodian, try await house.session(custodian, person))
        _ = try await custodian.ledger.commit { transaction in
            var context = try #require(try transaction.context(of: person.record))
            for _ in 0...Custodian.historyLimit {
                _ = try transaction.append(TraceDraft(.readHistory, by: holder), to: &context)
            }
        }
        for step in [-1, 0, 1] {
            let page = try await custodian.history(limit: Custodian.historyLimit + step, holder, of: nil)
            #expect(page.events.count == Custodian.historyLimit + min(step, 0))
            #expect(page.next != nil)
        }
        try custodian.close()
    }

    /// Security design § 2.13: a page of the journal holds no more than its limit, the oldest first.
    @Test func aPageOfTheJournalHoldsNoMoreThanItsLimit() async throws {
        let house = try House()
        let custodian = try house.open()
        let verb = try #require(OperatorVerb.allCases.first)
        let role = try #require(verb.roles.first)
        _ = try await custodian.ledger.commit { transaction in
            for number in 0...Custodian.journalLimit {
                try transaction.database.execute(
                    sql: """
                        INSERT INTO operator_order (order_id, verb, content, state, name, role, certificate, at)
                        VALUES (?, ?, ?, 'done', 'essai', ?, ?, ?)
                        """,
                    arguments: [
                        Data(UniqueID(random: (1, UInt64(number))).bytes), verb.rawValue, Data(count: 32),
                        role.rawValue, Data(count: 32), number,
                    ]
                )
            }
        }
        for step in [-1, 0, 1] {
            let lines = try await custodian.journal(
                since: Instant(milliseconds: 0),
                limit: Custodian.journalLimit + step
            )
            #expect(lines.map(\.at.milliseconds) == (0..<Int64(Custodian.journalLimit + min(step, 0))).map(\.self))
        }
        try custodian.close()
    }

    /// TD0.5: one record less than the limit is looked through; as many, and nothing is opened before more is known.
    @Test func aNameThatTooManyBearIsRefined() async throws {
        let house = try House()
        #expect(CustodySettings(domain: .rehearsal, logOrigin: House.origin).searchCandidates == 500)
        let centre = try People.doctor(1).structure.id
        let custodian = try house.open {
            $0.regulationCentres = [centre]
            $0.searchCandidates = 3
        }
        let samu = try People.doctor(1, specialty: "SM59")
        let query = PersonQuery(family: "Essai", given: "Dominique")
        for number in 1...4 {
            let person = try await house.person(custodian, number)
            let visit = try await house.admit(custodian, samu, mode: .regulation)
            if number < 3 {
                #expect(try await custodian.search(query, visit).count == number)
            } else {
                await #expect(throws: CustodyError.conflict("refine")) { try await custodian.search(query, visit) }
                // Nobody was looked at.
                let searched = try await custodian.chain(of: person.record).count { $0.act == .searchIdentity }
                #expect(searched == 0)
            }
        }
        try custodian.close()
    }

    /// TD0.5, interop § 2.6: ten persons are told, eleven are to be refined.
    @Test func tenPersonsAreFoundAndElevenAreRefined() async throws {
        let house = try House()
        let centre = try People.doctor(1).structure.id
        let custodian = try house.open { $0.regulationCentres = [centre] }
        let samu = try People.doctor(1, specialty: "SM59")
        let query = PersonQuery(family: "Essai", given: "Dominique")
        for number in 1...Custodian.searchLimit + 1 {
            _ = try await house.person(custodian, number)
            guard number >= Custodian.searchLimit - 1 else { continue }
            let visit = try await house.admit(custodian, samu, mode: .regulation)
            if number <= Custodian.searchLimit {
                #expect(try await custodian.search(query, visit).count == number)
            } else {
                await #expect(throws: CustodyError.conflict("refine")) { try await custodian.search(query, visit) }
            }
        }
        try custodian.close()
    }

    /// TD0.5: once eleven may be told nobody more is looked at; whoever may not be found does not count among them.
    @Test func nobodyIsLookedAtAfterTheFirstTooMany() async throws {
        let house = try House()
        let samu = try People.doctor(1, specialty: "SM59")
        let custodian = try house.open { $0.regulationCentres = [samu.structure.id] }
        let query = PersonQuery(family: "Essai", given: "Dominique")
        var people: [Person] = []
        for number in 1...Custodian.searchLimit + 3 { people.append(try await house.person(custodian, number)) }
        // The list of a name is in the order of the records.
        people.sort { $0.record.bytes.lexicographicallyPrecedes($1.record.bytes) }
        func block(_ person: Person) async throws {
            let holder = try await house.holder(custodian, try await house.session(custodian, person))
            _ = try await custodian.carryOut(.block(People.block(samu)), holder)
        }
        func searches(_ person: Person) async throws -> [TracedOutcome] {
            try await custodian.chain(of: person.record).filter { $0.act == .searchIdentity }.map(\.outcome)
        }
        let (first, last) = (try #require(people.first), try #require(people.last))
        for person in [first, last] { try await block(person) }
        await #expect(throws: CustodyError.conflict("refine")) {
            try await custodian.search(query, try await house.admit(custodian, samu, mode: .regulation))
        }
        #expect(try await searches(first) == [.refused])
        for person in people.dropFirst() { #expect(try await searches(person).isEmpty) }
        // One less who may be told: the others are told, and both refusals are traced.
        try await block(people[1])
        let found = try await custodian.search(query, try await house.admit(custodian, samu, mode: .regulation))
        #expect(found.count == Custodian.searchLimit)
        #expect(try await searches(first) == [.refused, .refused])
        #expect(try await searches(last) == [.refused])
        try custodian.close()
    }
}
