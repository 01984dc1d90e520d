import Foundation
import GRDB
import HealthRecord
import Testing

@testable import Custody

@Suite struct SignInTests {
    private func begin(_ custodian: Custodian, _ number: Int, _ secret: String) async throws -> CustodyError? {
        let ins = try People.ins(number)
        do throws(CustodyError) {
            _ = try await custodian.beginSignIn(
                identifier: .matricule(ins),
                secret: secret,
                preferring: nil
            )
            return nil
        } catch {
            return error
        }
    }

    private func securityLines(_ custodian: Custodian) async throws -> Int {
        try await custodian.ledger.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM security_event") ?? 0 }
    }

    @Test func unknownAndWrongAreAlike() async throws {
        let house = try House()
        let custodian = try house.open()
        _ = try await house.person(custodian, 1)
        let sent = try await house.news.count
        var lines = try await securityLines(custodian)
        for number in [1, 2] {
            #expect(try await begin(custodian, number, "Pas-La-Bonne-Phrase") == .notAccepted)
            let after = try await securityLines(custodian)
            #expect(after == lines + 1)
            lines = after
        }
        #expect(try await house.news.count == sent)
        try custodian.close()
    }

    @Test func failuresSlowDownAndNeverLock() async throws {
        let house = try House()
        let custodian = try house.open()
        _ = try await house.person(custodian, 1)
        for number in [1, 2] {
            for _ in 0..<5 { #expect(try await begin(custodian, number, "Pas-La-Bonne") == .notAccepted) }
            var expected: Int64 = 30
            for _ in 0..<10 {
                #expect(
                    try await begin(custodian, number, House.secret) == .tooManyAttempts(retryAfter: Int(expected) + 1)
                )
                house.pass(expected - 1)
                #expect(try await begin(custodian, number, House.secret) == .tooManyAttempts(retryAfter: 2))
                house.pass(1)
                #expect(try await begin(custodian, number, "Pas-La-Bonne") == .notAccepted)
                expected = min(expected * 2, 3600)
            }
            house.pass(3600)
        }
        #expect(try await begin(custodian, 1, House.secret) == nil)
        #expect(try await begin(custodian, 1, "Pas-La-Bonne") == .notAccepted)
        #expect(try await begin(custodian, 1, House.secret) == nil)
        try custodian.close()
    }

    /// Whoever knows the secret gets no codes, and so no guesses, without end.
    @Test func codesWithoutASignInWait() async throws {
        let house = try House()
        let custodian = try house.open()
        _ = try await house.person(custodian, 1)
        for _ in 0..<AttemptBook.free { #expect(try await begin(custodian, 1, House.secret) == nil) }
        #expect(try await begin(custodian, 1, House.secret) == .tooManyAttempts(retryAfter: 31))
        house.pass(30)
        let person = try People.ins(1)
        let challenge = try await custodian.beginSignIn(
            identifier: .matricule(person),
            secret: House.secret,
            preferring: nil
        )
        #expect(try await begin(custodian, 1, House.secret) != nil)
        // A sign-in that succeeds forgets them.
        _ = try await custodian.completeSignIn(token: challenge.token, code: try house.lastCode())
        #expect(try await begin(custodian, 1, House.secret) == nil)
        try custodian.close()
    }

    /// § 4, C12.
    @Test func aCodeIsGoodOnceInTimeAndForItsOwnSignIn() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian, 1)
        let first = try await custodian.beginSignIn(
            identifier: .matricule(person.ins),
            secret: House.secret,
            preferring: nil
        )
        let code = try house.lastCode()
        #expect(first.channel == .sms && first.alternatives == [.email] && first.maskedDestination.hasSuffix("78"))
        let second = try await custodian.beginSignIn(
            identifier: .matricule(person.ins),
            secret: House.secret,
            preferring: .email
        )
        #expect(second.channel == .email && !second.maskedDestination.contains("ominique"))
        let other = try house.lastCode()
        if code != other {
            await #expect(throws: CustodyError.notAccepted) {
                try await custodian.completeSignIn(token: second.token, code: code)
            }
        }
        _ = try await custodian.completeSignIn(token: first.token, code: " " + code + " ")
        await #expect(throws: CustodyError.notAccepted) {
            try await custodian.completeSignIn(token: first.token, code: code)
        }
        house.pass(299)
        _ = try await custodian.completeSignIn(token: second.token, code: other)
        let third = try await custodian.beginSignIn(
            identifier: .matricule(person.ins),
            secret: House.secret,
            preferring: nil
        )
        let late = try house.lastCode()
        house.pass(300)
        await #expect(throws: CustodyError.notAccepted) {
            try await custodian.completeSignIn(token: third.token, code: late)
        }
        await #expect(throws: CustodyError.notAccepted) {
            try await custodian.completeSignIn(token: "none", code: late)
        }
        try custodian.close()
    }

    @Test(arguments: [2, 3])
    func threeWrongTriesEndASignIn(wrong: Int) async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian, 1)
        let challenge = try await custodian.beginSignIn(
            identifier: .matricule(person.ins),
            secret: House.secret,
            preferring: nil
        )
        let code = try house.lastCode()
        for _ in 0..<wrong {
            await #expect(throws: CustodyError.notAccepted) {
                try await custodian.completeSignIn(token: challenge.token, code: "x")
            }
        }
        let last = try? await custodian.completeSignIn(token: challenge.token, code: code)
        #expect((last != nil) == (wrong == 2))
        // Neither time nor another code brings it back without the secret.
        house.pass(301)
        await #expect(throws: CustodyError.notAccepted) {
            try await custodian.resendCode(token: challenge.token, by: nil)
        }
        try custodian.close()
    }

    @Test func manyGuessesAtOnceGetNoMoreTries() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian, 1)
        let challenge = try await custodian.beginSignIn(
            identifier: .matricule(person.ins),
            secret: House.secret,
            preferring: nil
        )
        let code = try house.lastCode()
        await withTaskGroup(of: Void.self) { group in
            for guess in 0..<24 {
                group.addTask {
                    _ = try? await custodian.completeSignIn(token: challenge.token, code: "x\(guess)")
                }
            }
        }
        await #expect(throws: CustodyError.notAccepted) {
            try await custodian.completeSignIn(token: challenge.token, code: code)
        }
        try custodian.close()
    }

    @Test func anotherCodeWaitsAndVoidsTheFirst() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian, 1)
        let challenge = try await custodian.beginSignIn(
            identifier: .matricule(person.ins),
            secret: House.secret,
            preferring: nil
        )
        let first = try house.lastCode()
        house.pass(29)
        await #expect(throws: CustodyError.tooManyAttempts(retryAfter: 1)) {
            try await custodian.resendCode(token: challenge.token, by: .email)
        }
        house.pass(1)
        let again = try await custodian.resendCode(token: challenge.token, by: .email)
        #expect(again.token == challenge.token && again.channel == .email)
        let second = try house.lastCode()
        #expect(first != second)
        await #expect(throws: CustodyError.notAccepted) {
            try await custodian.completeSignIn(token: challenge.token, code: first)
        }
        _ = try await custodian.completeSignIn(token: challenge.token, code: second)
        try custodian.close()
    }
}

@Suite struct SessionTests {
    @Test(arguments: [(Int64(899), true), (900, false)])
    func anIdleSessionEnds(seconds: Int64, lives: Bool) async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let token = try await house.session(custodian, person)
        house.pass(seconds)
        let admission = try? await house.holder(custodian, token)
        #expect((admission != nil) == lives)
        try custodian.close()
    }

    @Test func noSessionOutlivesItsDay() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let token = try await house.session(custodian, person)
        for _ in 0..<(8 * 6 - 1) {
            house.pass(600)
            _ = try await house.holder(custodian, token)
        }
        house.pass(599)
        _ = try await house.holder(custodian, token)
        house.pass(1)
        await #expect(throws: CustodyError.notAdmitted) { try await house.holder(custodian, token) }
        try custodian.close()
    }

    @Test func signingOutEndsIt() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let first = try await house.session(custodian, person)
        #expect(try await custodian.previousVisit(token: first) == nil)
        let seen = house.now
        house.pass(60)
        let second = try await house.session(custodian, person)
        #expect(try await custodian.previousVisit(token: second) == seen)
        try await custodian.endSession(token: first)
        try await custodian.endSession(token: first)
        await #expect(throws: CustodyError.notAdmitted) { try await house.holder(custodian, first) }
        _ = try await house.holder(custodian, second)
        await #expect(throws: CustodyError.notAdmitted) { try await house.holder(custodian, "none") }
        let acts = try await custodian.chain(of: person.record).map(\.act)
        #expect(acts == [.openRecord, .activateAccess, .signIn, .signIn, .signOut])
        try custodian.close()
    }

    @Test func closingTheRecordEndsSessionsAndSignIns() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let token = try await house.session(custodian, person)
        let admission = try await house.holder(custodian, token)
        let challenge = try await custodian.beginSignIn(
            identifier: .matricule(person.ins),
            secret: House.secret,
            preferring: nil
        )
        let code = try house.lastCode()
        try await custodian.close(person.record, reason: .holderRequest)
        await #expect(throws: CustodyError.notAdmitted) { try await house.holder(custodian, token) }
        await #expect(throws: CustodyError.notAccepted) {
            try await custodian.completeSignIn(token: challenge.token, code: code)
        }
        await #expect(throws: CustodyError.notAccepted) {
            try await custodian.beginSignIn(identifier: .matricule(person.ins), secret: House.secret, preferring: nil)
        }
        await #expect(throws: CustodyError.self) { try await custodian.list(admission, of: nil) }
        await #expect(throws: CustodyError.conflict("state")) {
            try await custodian.close(person.record, reason: .death)
        }
        try custodian.close()
    }
}
