import Foundation
import GRDB
import HealthRecord
import Testing

@testable import Custody

/// The holder's own name beside the matricule (design § 6; identity and experience § 2.6, § 9, 2).
@Suite struct SigningInByNameTests {
    private func name(_ text: String = "jardin.bleu") throws -> SignInName { try #require(SignInName(text)) }

    private func named(_ house: House, _ custodian: Custodian, _ number: Int = 1) async throws -> (Person, Admission) {
        let person = try await house.person(custodian, number)
        let admission = try await house.holder(custodian, try await house.session(custodian, person))
        return (person, admission)
    }

    /// What a sign-in with a secret comes to.
    private func word(_ custodian: Custodian, _ identifier: SignInIdentifier, _ secret: String) async -> String {
        do throws(CustodyError) {
            _ = try await custodian.beginSignIn(identifier: identifier, secret: secret, preferring: nil)
            return "in"
        } catch {
            return "\(error)"
        }
    }

    @Test func eitherSignsIn() async throws {
        let house = try House()
        let custodian = try house.open()
        let (person, admission) = try await named(house, custodian)
        try await custodian.nameSignIn(try name(), admission)
        #expect(try await custodian.signInMeans(admission).name == name())
        for identifier in [SignInIdentifier.name(try name("Jardin.Bleu")), .matricule(person.ins)] {
            let begun = try await custodian.beginSignIn(
                identifier: identifier,
                secret: House.secret,
                preferring: nil
            )
            let session = try await custodian.completeSignIn(token: begun.token, code: try house.lastCode())
            #expect(try await house.holder(custodian, session.text).record == person.record)
        }
        // Traced without the name, and told.
        let last = try #require(
            try await custodian.chain(of: person.record).last { $0.act == .changeAccess }
        )
        #expect(last.details["changed"] == "name" && !last.details.values.contains("jardin.bleu"))
        #expect(try await house.news.contains { if case .accessChanged = $0.notice { true } else { false } })
        try custodian.close()
    }

    /// Identity and experience § 10, 1: known and unknown hear the same, and wait the same.
    @Test func anUnknownNameIsAnsweredLikeAKnownOne() async throws {
        let house = try House()
        let custodian = try house.open()
        let (_, admission) = try await named(house, custodian)
        try await custodian.nameSignIn(try name(), admission)
        var heard: [[String]] = []
        for text in ["jardin.bleu", "jardin.vert"] {
            var words: [String] = []
            for _ in 0..<7 { words.append(await word(custodian, .name(try name(text)), "pas la bonne phrase")) }
            heard.append(words)
        }
        #expect(heard[0] == heard[1] && heard[0].first == "\(CustodyError.notAccepted)")
        try custodian.close()
    }

    /// Who sees a name wait because a matricule does would learn that both are of one person.
    @Test func waitsOfOneIdentifierTellNothingOfTheOther() async throws {
        let house = try House()
        let custodian = try house.open()
        let (person, admission) = try await named(house, custodian)
        try await custodian.nameSignIn(try name(), admission)
        for _ in 0..<7 { _ = await word(custodian, .matricule(person.ins), "pas la bonne phrase") }
        #expect(await word(custodian, .name(try name()), House.secret) == "in")
        try custodian.close()
    }

    @Test func aNameIsOfOnePersonAndAskingForManyWaits() async throws {
        let house = try House()
        let custodian = try house.open()
        let (_, first) = try await named(house, custodian, 1)
        let (other, second) = try await named(house, custodian, 2)
        try await custodian.nameSignIn(try name(), first)
        // What is free is no guess, however often.
        for number in 0..<8 { try await custodian.nameSignIn(try name("plage.rouge.\(number)"), second) }
        let traces = try await custodian.chain(of: other.record).count
        for _ in 0..<AttemptBook.free {
            await #expect(throws: CustodyError.conflict("name")) { try await custodian.nameSignIn(try name(), second) }
        }
        await #expect {
            try await custodian.nameSignIn(try name(), second)
        } throws: {
            if case .tooManyAttempts = $0 as? CustodyError { true } else { false }
        }
        // Nothing came of it: the name of before stands, and nothing is traced that was not done.
        #expect(try await custodian.signInMeans(second).name == name("plage.rouge.7"))
        #expect(try await custodian.chain(of: other.record).count == traces)
        #expect(await word(custodian, .name(try name("plage.rouge.7")), House.secret) == "in")
        #expect(await word(custodian, .name(try name("plage.rouge.6")), House.secret) == "\(CustodyError.notAccepted)")
        try custodian.close()
    }

    @Test func aNameTakenAwayIsFreeAgain() async throws {
        let house = try House()
        let custodian = try house.open()
        let (_, first) = try await named(house, custodian, 1)
        let (other, second) = try await named(house, custodian, 2)
        try await custodian.nameSignIn(try name(), first)
        try await custodian.nameSignIn(nil, first)
        #expect(try await custodian.signInMeans(first).name == nil)
        #expect(await word(custodian, .name(try name()), House.secret) == "\(CustodyError.notAccepted)")
        try await custodian.nameSignIn(try name(), second)
        let begun = try await custodian.beginSignIn(
            identifier: .name(try name()),
            secret: House.secret,
            preferring: nil
        )
        let session = try await custodian.completeSignIn(token: begun.token, code: try house.lastCode())
        #expect(try await house.holder(custodian, session.text).record == other.record)
        try custodian.close()
    }

    @Test func itOutlivesARestartAndLiesSealed() async throws {
        let house = try House()
        var custodian = try house.open()
        let (_, admission) = try await named(house, custodian)
        try await custodian.nameSignIn(try name(), admission)
        let row = try #require(
            try await custodian.ledger.read { database in
                try Row.fetchOne(database, sql: "SELECT tag, sealed FROM sign_in_name").map {
                    [$0["tag"] as Data, $0["sealed"] as Data]
                }
            }
        )
        for bytes in row { #expect(bytes.range(of: Data("jardin".utf8)) == nil) }
        try custodian.close()
        custodian = try house.open()
        #expect(await word(custodian, .name(try name()), House.secret) == "in")
        try custodian.close()
    }

    /// A name is typed in the open: a secret that is little more is none.
    @Test func noSecretIsMadeOfTheName() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let token = try await house.session(custodian, person)
        let admission = try await house.holder(custodian, token)
        try await custodian.nameSignIn(try name("grand.jardin.bleu"), admission)
        await #expect(throws: CustodyError.weakSecret(.personal)) {
            try await custodian.changeSecret(
                old: House.secret,
                new: "Grand-Jardin-Bleu-1",
                token: token,
                try await house.holder(custodian, token)
            )
        }
        try custodian.close()
    }
}
