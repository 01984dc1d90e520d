import AccessRules
import HealthRecord
import Testing

@testable import Custody

/// Who comes back to a closed record for its holder (reference: access-and-lifecycle § 1.1, § 4).
@Suite struct ComingBackTests {
    private let day: Int64 = 86_400

    private func isClosed(_ custodian: Custodian, _ person: Person) async throws -> Bool {
        try #require(try await custodian.contextAfterCommit(of: person.record)).policy.state.isClosed
    }

    /// The first step by somebody with an account for acting for others.
    private func begin(
        _ custodian: Custodian,
        _ number: Int,
        _ name: String? = nil
    ) async throws -> SignInChallenge {
        try await custodian.beginReturn(
            identifier: .matricule(try People.ins(number)),
            secret: Relatives.secret,
            toRecordOf: name,
            preferring: nil
        )
    }

    /// R1111-36, § 4: the parent who closed a child's record, and who has none of his own, opens it again.
    @Test func aParentWhoClosedTheRecordOpensItAgain() async throws {
        let house = try House()
        let custodian = try house.open()
        let child = try await house.person(custodian, born: House.childhood)
        let mandate = try await house.represent(custodian, child, 50)
        let parent = try await house.holder(custodian, try await house.relative(custodian, 50))
        try await custodian.closeOwn(secret: Relatives.secret, erasing: true, parent)
        #expect(try await house.news.contains { if case .erasureAsked = $0.notice { true } else { false } })
        await #expect(throws: CustodyError.notAccepted) { try await house.relative(custodian, 50) }
        let first = try await begin(custodian, 50)
        // Another code by the same way, as at any sign-in; and no session by it.
        house.pass(30)
        let challenge = try await custodian.resendCode(token: first.token, by: nil)
        let code = try house.lastCode()
        await #expect(throws: CustodyError.notAccepted) {
            try await custodian.completeSignIn(token: challenge.token, code: code)
        }
        try await custodian.completeReturn(token: challenge.token, code: code, .reopen)
        #expect(try await !isClosed(custodian, child))
        let reopened = try #require(try await custodian.chain(of: child.record).last)
        #expect(reopened.act == .reopen && reopened.actor == parent.actor)
        #expect(reopened.details["mandate"] == mandate.text && reopened.outcome == .permitted)
        #expect(TracedDecision(reopened, in: try RuleBook.bundled()) == .same)
        // The erasure does not happen, and the parent signs in as before.
        let file = try #require(try await custodian.contextAfterCommit(of: child.record)).file
        #expect(file.requests.map(\.standing) == [.cancelled(at: house.now)])
        _ = try await house.relative(custodian, 50)
        try custodian.close()
    }

    /// § 4: he asks for its destruction as well, and the holder is told of it.
    @Test func aParentAsksForTheDestruction() async throws {
        let house = try House()
        let custodian = try house.open()
        let child = try await house.person(custodian, born: House.childhood)
        try await house.represent(custodian, child, 50)
        let parent = try await house.holder(custodian, try await house.relative(custodian, 50))
        try await custodian.closeOwn(secret: Relatives.secret, erasing: false, parent)
        let challenge = try await begin(custodian, 50)
        try await custodian.completeReturn(token: challenge.token, code: try house.lastCode(), .erase)
        #expect(try await house.news.contains { if case .erasureAsked = $0.notice { true } else { false } })
        let asked = try #require(try await custodian.chain(of: child.record).last)
        #expect(asked.act == .request && asked.actor == parent.actor && asked.details["kind"] == "earlyErasure")
        house.pass(31 * day)
        #expect(try await house.bringTime(custodian) == [.purge(record: child.record)])
        try custodian.close()
    }

    /// § 1.1: whoever has a record of his own says whose he means; without a name it is his own, and a wrong one leads nowhere.
    @Test func theNameSaysWhoseRecordIsMeant() async throws {
        let house = try House()
        let custodian = try house.open()
        let child = try await house.person(custodian, 1, born: House.childhood)
        let parent = try await house.person(custodian, 2)
        let new = NewRepresentative(
            name: try People.traits().name,
            birthDate: try People.traits().birthDate,
            ins: try People.qualified(2),
            kind: .parent,
            address: ["ici"]
        )
        let mandate = try await custodian.declareRepresentative(new, of: try People.qualified(1), basis: "essai")
        let letter = try house.lastCode()
        let own = try await house.session(custodian, parent)
        try await custodian.acceptRepresentation(code: letter, try await house.holder(custodian, own))
        func begin(_ name: String?) async throws -> SignInChallenge {
            try await custodian.beginReturn(
                identifier: .matricule(parent.ins),
                secret: House.secret,
                toRecordOf: name,
                preferring: nil
            )
        }
        let acting = try await house.holder(custodian, try await custodian.actFor(mandate, token: own).text)
        #expect(try await custodian.closedRepresented(acting).isEmpty)
        try await custodian.closeOwn(secret: House.secret, erasing: false, acting)
        let holder = try await house.holder(custodian, own)
        #expect(try await custodian.represented(holder).isEmpty)
        #expect(try await custodian.closedRepresented(holder).map(\.mandate) == [mandate])
        // His own record stands, and nobody is called so.
        for name in [nil, "Camille", "--"] {
            await #expect(throws: CustodyError.notAccepted, "\(name ?? "none")") { try await begin(name) }
        }
        try await custodian.closeOwn(secret: House.secret, erasing: false, holder)
        let called: [(name: String?, record: Person)] = [
            ("dominique", child), ("Dominique  ESSAI", child), ("Essai Dominique", child), (nil, parent),
        ]
        for (name, record) in called {
            let challenge = try await begin(name)
            try await custodian.completeReturn(token: challenge.token, code: try house.lastCode(), .reopen)
            #expect(try await !isClosed(custodian, record), "\(name ?? "none")")
            if record.record == child.record {
                try await custodian.close(child.record, reason: .authority)
                #expect(try await isClosed(custodian, parent))
            }
        }
        try custodian.close()
    }

    /// Of two who are called alike nobody's record is opened by a guess.
    @Test func ofTwoOfOneNameNeitherIsGuessed() async throws {
        let house = try House()
        let custodian = try house.open()
        for number in [1, 2] {
            let child = try await house.person(custodian, number, born: House.childhood)
            try await house.represent(custodian, child, 50)
            try await custodian.close(child.record, reason: .authority)
            if number == 1 { _ = try await begin(custodian, 50) }
        }
        for name in [nil, "Dominique"] {
            await #expect(throws: CustodyError.notAccepted) { try await begin(custodian, 50, name) }
        }
        try custodian.close()
    }

    /// A record to which the rules let him do nothing does not stand in the way of one that he may have opened.
    @Test(arguments: [nil, "Dominique"]) func ofTwoTheOneThatHeMayOpenIsMeant(name: String?) async throws {
        let house = try House()
        let custodian = try house.open()
        let (kept, other) = (try await house.person(custodian, 1), try await house.person(custodian, 2))
        try await house.represent(custodian, kept, 70, .representation, limits: .noWishes)
        try await house.represent(custodian, other, 70, .representation)
        for each in [kept, other] { try await custodian.close(each.record, reason: .authority) }
        let challenge = try await begin(custodian, 70, name)
        try await custodian.completeReturn(token: challenge.token, code: try house.lastCode(), .reopen)
        #expect(try await isClosed(custodian, kept))
        #expect(try await !isClosed(custodian, other))
        try custodian.close()
    }

    /// § 1.1 (CSP L1111-16): what a court has kept out of a mandate is refused here as well, and a carer never may; the holder reads
    /// that it was tried.
    @Test(arguments: [ReturnChoice.reopen, .erase])
    func whoMayNotCloseItMayNotOpenItEither(choice: ReturnChoice) async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        try await house.represent(custodian, person, 70, .representation, limits: .noWishes)
        let carer = try Relatives.new(60, .carer, until: house.now.advanced(bySeconds: 90 * day))
        _ = try await custodian.declareRepresentative(carer, of: try People.qualified(1), basis: "essai")
        try await house.accept(custodian, try Relatives.acceptance(60, code: try house.lastCode()))
        let holder = try await house.holder(custodian, try await house.session(custodian, person))
        try await custodian.closeOwn(secret: House.secret, erasing: false, holder)
        for (number, rule) in [(70, RuleID.mandateLimited), (60, RuleID.functionalRefused)] {
            let challenge = try await begin(custodian, number)
            let refusal = Refusal(code: "role-refused", rule: rule.rawValue, isSilent: false, remedy: "nothing")
            await #expect(throws: CustodyError.refused(refusal)) {
                try await custodian.completeReturn(token: challenge.token, code: try house.lastCode(), choice)
            }
            let tried = try #require(try await custodian.chain(of: person.record).last)
            #expect(tried.outcome == .refused && tried.rule == rule.rawValue)
            #expect(TracedDecision(tried, in: try RuleBook.bundled()) == .same)
        }
        #expect(try await isClosed(custodian, person))
        let file = try #require(try await custodian.contextAfterCommit(of: person.record)).file
        #expect(file.requests.isEmpty)
        try custodian.close()
    }

    /// § 1.1: a mandate that ended leads nowhere, before the code and after it; nor does one on the record of the dead.
    @Test func aMandateThatEndedLeadsNowhere() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let mandate = try await house.represent(custodian, person, 70, .representation)
        try await house.represent(custodian, person, 71, .representation)
        try await custodian.close(person.record, reason: .authority)
        let late = try await begin(custodian, 70)
        let code = try house.lastCode()
        try await custodian.endRepresentation(mandate, of: try People.qualified(1), basis: "essai")
        await #expect(throws: CustodyError.notAccepted) {
            try await custodian.completeReturn(token: late.token, code: code, .reopen)
        }
        await #expect(throws: CustodyError.notAccepted) { try await begin(custodian, 70) }
        _ = try await begin(custodian, 71)
        try await custodian.reopenOnPaper(try People.qualified(1))
        try await custodian.close(person.record, reason: .death)
        await #expect(throws: CustodyError.notAccepted) { try await begin(custodian, 71) }
        try custodian.close()
    }
}
