import AccessRules
import HealthRecord
import Testing

@testable import Custody

/// The letter by which a forgotten secret is replaced: who may learn of it, and what it ends (identity § 2.6; CSP R1111-43).
@Suite struct RecoveryTests {
    private static let other = "Montagne-Haute-Sous-La-Neige"

    /// Orders a letter and gives its code.
    private func ordered(_ house: House, _ custodian: Custodian, _ number: Int = 1) async throws -> String {
        try await custodian.orderLetter(ins: try People.qualified(number), birthDate: try People.traits().birthDate)
        return try house.lastCode()
    }

    private func recover(_ custodian: Custodian, _ code: String) async throws {
        try await custodian.recoverSecret(
            ins: try People.qualified(1),
            code: code,
            birthDate: try People.traits().birthDate,
            secret: Self.other
        )
    }

    /// Security design § 2: known or not, right day of birth or not, the same order gets the same answers, however often.
    @Test func orderingTellsNobodyWhoHasARecord() async throws {
        let house = try House()
        let custodian = try house.open()
        _ = try await house.person(custodian, 1)
        _ = try await house.person(custodian, 2)
        house.pass(30 * 86_400)
        let wrong = try #require(CalendarDate("1999-09-09"))
        var answers: [[String]] = []
        for (number, day) in [(1, try People.traits().birthDate), (2, wrong), (3, wrong)] {
            var heard: [String] = []
            for _ in 0..<8 {
                do {
                    try await custodian.orderLetter(ins: try People.qualified(number), birthDate: day)
                    heard.append("taken")
                } catch {
                    heard.append("\(error)")
                }
            }
            answers.append(heard)
        }
        #expect(Set(answers).count == 1, "\(answers)")
        try custodian.close()
    }

    /// CSP R1111-43: the order stands in the holder's history, once.
    @Test func theOrderIsInTheHistory() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        house.pass(30 * 86_400)
        _ = try await ordered(house, custodian)
        try await custodian.orderLetter(ins: try People.qualified(1), birthDate: try People.traits().birthDate)
        let events = try await custodian.chain(of: person.record).filter { $0.rule == "recovery.letterOrdered" }
        #expect(events.count == 1 && events.first?.act == .request)
        try custodian.close()
    }

    /// Whoever ordered a letter waits some days before another one goes out.
    @Test(arguments: [-1, 0, 1]) func aLetterGoesOutAgainAfterSomeDays(step: Int64) async throws {
        let house = try House()
        let custodian = try house.open()
        _ = try await house.person(custodian)
        house.pass(30 * 86_400)
        let first = try await ordered(house, custodian)
        house.pass(Custodian.letterInterval + step)
        let second = try await ordered(house, custodian)
        #expect((second == first) == (step < 0))
        try custodian.close()
    }

    /// Identity § 2.6: what the former secret began ends with it, and a letter is good for one secret.
    @Test func whatTheFormerSecretBeganEnds() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        house.pass(30 * 86_400)
        let begun = try await custodian.beginSignIn(
            identifier: .matricule(person.ins),
            secret: House.secret,
            preferring: nil
        )
        let oneTime = try house.lastCode()
        let code = try await ordered(house, custodian)
        try await recover(custodian, code)
        await #expect(throws: CustodyError.notAccepted) {
            _ = try await custodian.completeSignIn(token: begun.token, code: oneTime)
        }
        await #expect(throws: CustodyError.notAccepted) {
            _ = try await custodian.resendCode(token: begun.token, by: nil)
        }
        await #expect(throws: CustodyError.notAccepted) { try await recover(custodian, code) }
        await #expect(throws: CustodyError.notAccepted) {
            _ = try await custodian.beginSignIn(
                identifier: .matricule(person.ins),
                secret: House.secret,
                preferring: nil
            )
        }
        _ = try await custodian.beginSignIn(identifier: .matricule(person.ins), secret: Self.other, preferring: nil)
        try custodian.close()
    }

    /// Identity § 2.6: a recovery of ways ends as much as one of the secret does.
    @Test func whatTheFormerWaysBeganEndsWithThem() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        house.pass(30 * 86_400)
        let begun = try await custodian.beginSignIn(
            identifier: .matricule(person.ins),
            secret: House.secret,
            preferring: nil
        )
        let oneTime = try house.lastCode()
        let letter = try await ordered(house, custodian)
        let (ins, change) = (try People.qualified(1), ChannelChange(phone: "+33699999901"))
        let proofs = try await custodian.beginWayRecovery(ins: ins, code: letter, secret: House.secret, change)
        let typed = [TypedProof(token: try #require(proofs.first).token, code: try house.lastCode())]
        try await custodian.completeWayRecovery(ins: ins, typed, change)
        await #expect(throws: CustodyError.notAccepted) {
            _ = try await custodian.completeSignIn(token: begun.token, code: oneTime)
        }
        await #expect(throws: CustodyError.notAccepted) {
            _ = try await custodian.resendCode(token: begun.token, by: nil)
        }
        try custodian.close()
    }

    /// Whoever chooses a secret himself voids the letter that somebody ordered before.
    @Test func aChosenSecretVoidsTheLetter() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        house.pass(30 * 86_400)
        let code = try await ordered(house, custodian)
        let token = try await house.session(custodian, person)
        let holder = try await house.holder(custodian, token)
        try await custodian.changeSecret(
            old: House.secret,
            new: "Prairie-Verte-Sous-Le-Soleil",
            token: token,
            holder
        )
        await #expect(throws: CustodyError.notAccepted) { try await recover(custodian, code) }
        try custodian.close()
    }

    /// Identity § 2.6: both factors lost but for the secret; letter and secret together register another way for codes.
    @Test func letterAndSecretRegisterAnotherWayWhenAllAreLost() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        house.pass(30 * 86_400)
        let token = try await house.session(custodian, person)
        let letter = try await ordered(house, custodian)
        let (ins, change) = (try People.qualified(1), ChannelChange(phone: "+33699999901"))
        func begin(_ code: String, _ secret: String) async throws -> [ChannelProof] {
            try await custodian.beginWayRecovery(ins: ins, code: code, secret: secret, change)
        }
        // Neither alone.
        await #expect(throws: CustodyError.notAccepted) { _ = try await begin(letter, Self.other) }
        await #expect(throws: CustodyError.notAccepted) { _ = try await begin("0000000000A", House.secret) }
        // Nor a session: what it has proved of itself registers nothing here, though a letter was ordered.
        let session = try await house.holder(custodian, token)
        let own = try await custodian.beginChannelChange(
            change,
            from: try await custodian.holderFile(session).ways,
            secret: House.secret,
            session
        )
        let ownTyped = [TypedProof(token: try #require(own.first).token, code: try house.lastCode())]
        await #expect(throws: CustodyError.notAccepted) {
            try await custodian.completeWayRecovery(ins: ins, ownTyped, change)
        }
        let proofs = try await begin(letter, House.secret)
        #expect(proofs.map(\.maskedDestination) == ["•• •• •• •• 01"])
        let typed = [TypedProof(token: try #require(proofs.first).token, code: try house.lastCode())]
        // The code of one number registers no other.
        await #expect(throws: CustodyError.notAccepted) {
            try await custodian.completeWayRecovery(ins: ins, typed, ChannelChange(phone: "+33699999902"))
        }
        try await custodian.completeWayRecovery(ins: ins, typed, change)
        let file = try #require(try await custodian.contextAfterCommit(of: person.record)).file
        #expect(file.phone == "+33699999901" && file.email == nil)
        // What was open ends, the letter is used up, and it stands in the history.
        await #expect(throws: (any Error).self) { _ = try await house.holder(custodian, token) }
        await #expect(throws: CustodyError.notAccepted) { _ = try await begin(letter, House.secret) }
        let traced = try await custodian.chain(of: person.record).last { $0.rule == "recovery.postedCode" }
        #expect(traced?.act == .changeAccess && traced?.details["changed"] == "phone")
        // The next code comes by the new way.
        let challenge = try await custodian.beginSignIn(
            identifier: .matricule(person.ins),
            secret: House.secret,
            preferring: nil
        )
        #expect(challenge.maskedDestination == "•• •• •• •• 01")
        try custodian.close()
    }
}
