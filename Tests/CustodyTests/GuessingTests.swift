import Foundation
import HealthRecord
import Sealing
import Testing

@testable import Custody

/// Guessing does not pay, and keeps nobody else out (reference: identity-and-experience § 2.6, "never a lock that an attacker can
/// impose for ever").
@Suite struct GuessingTests {
    private func word(
        _ custodian: Custodian,
        _ person: Person,
        _ secret: String,
        from origin: TryOrigin = .unknown
    ) async -> String {
        do throws(CustodyError) {
            _ = try await custodian.beginSignIn(
                identifier: .matricule(person.ins),
                secret: secret,
                preferring: nil,
                from: origin
            )
            return "in"
        } catch {
            if case .tooManyAttempts = error { return "wait" }
            return error == .notAccepted ? "wrong" : "\(error)"
        }
    }

    @Test func aBurstGetsNoMoreGuessesThanAQueue() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let words = await withTaskGroup(of: String.self) { group in
            for number in 0..<24 {
                group.addTask { await word(custodian, person, "pas-la-bonne-phrase-\(number)") }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(words.count { $0 == "wrong" } == AttemptBook.free)
        #expect(words.count { $0 == "wait" } == 24 - AttemptBook.free)
        try custodian.close()
    }

    @Test func aBurstOfLettersIsCountedAsWell() async throws {
        let house = try House()
        let custodian = try house.open()
        let ins = try People.qualified(3)
        let birthDate = try People.traits().birthDate
        // Nobody was ever invited: what is counted is the one who tries.
        let words = await withTaskGroup(of: String.self) { group in
            for _ in 0..<16 {
                group.addTask {
                    do throws(CustodyError) {
                        _ = try await custodian.oppose(ins: ins, code: "0000-0000-000", birthDate: birthDate)
                        return "in"
                    } catch {
                        if case .tooManyAttempts = error { return "wait" }
                        return "wrong"
                    }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(words.count { $0 == "wrong" } == AttemptBook.free)
        try custodian.close()
    }

    /// However long strangers go on, whoever has signed in from a network gets in from there.
    @Test func strangersKeepNobodyAwayFromHome() async throws {
        let house = try House()
        var custodian = try house.open()
        let person = try await house.person(custodian)
        let (home, stranger) = (TryOrigin.network([4, 192, 0, 2]), TryOrigin.network([4, 198, 51, 100]))
        #expect(await word(custodian, person, House.secret, from: home) == "in")
        for _ in 0..<20 {
            _ = await word(custodian, person, "pas-la-bonne-phrase", from: stranger)
            house.pass(AttemptBook.longestWait)
        }
        _ = await word(custodian, person, "pas-la-bonne-phrase", from: stranger)
        #expect(await word(custodian, person, House.secret) == "wait")
        #expect(await word(custodian, person, House.secret, from: .network([4, 203, 0, 113])) == "wait")
        // A restart forgets neither.
        try custodian.close()
        custodian = try house.open()
        #expect(await word(custodian, person, House.secret) == "wait")
        #expect(await word(custodian, person, House.secret, from: home) == "in")
        // At home, guesses are counted as everywhere.
        for _ in 0..<AttemptBook.free {
            #expect(await word(custodian, person, "pas-la-bonne-phrase", from: home) == "wrong")
        }
        #expect(await word(custodian, person, House.secret, from: home) == "wait")
        try custodian.close()
    }

    @Test func strangersKeepNobodyFromHisOwnSessionOrLetter() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian, activated: false)
        let letter = try house.lastCode()
        for _ in 0..<AttemptBook.free { _ = await word(custodian, person, "pas-la-bonne-phrase") }
        #expect(await word(custodian, person, House.secret) == "wait")
        try await house.activate(custodian, ins: try People.qualified(1), code: letter, secret: House.secret)
        let token = try await house.session(custodian, person)
        for _ in 0..<AttemptBook.free { _ = await word(custodian, person, "pas-la-bonne-phrase") }
        let holder = try await house.holder(custodian, token)
        for _ in 0..<AttemptBook.free {
            await #expect(throws: CustodyError.notAccepted) {
                try await custodian.closeOwn(secret: "pas-la-bonne", erasing: false, holder)
            }
        }
        await #expect(throws: CustodyError.tooManyAttempts(retryAfter: 31)) {
            try await custodian.closeOwn(secret: House.secret, erasing: false, holder)
        }
        house.pass(31)
        try await custodian.closeOwn(secret: House.secret, erasing: false, holder)
        try custodian.close()
    }

    @Test func aTryThatIsGivenBackWasNone() async throws {
        let house = try House()
        let custodian = try house.open()
        let tag = try custodian.working.blindIndex.tag(login: "essai")
        let book = custodian.attempts
        for _ in 0..<50 {
            #expect(try await book.take([tag], now: house.now) == nil)
            try await book.giveBack(tag, now: house.now)
        }
        for _ in 0..<AttemptBook.free { #expect(try await book.take([tag], now: house.now) == nil) }
        #expect(try await book.take([tag], now: house.now) == 31)
        try custodian.close()
    }
}
