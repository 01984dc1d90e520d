import Foundation
import GRDB
import HealthRecord
import Testing

@testable import Custody

@Suite struct OpeningTests {
    /// § 4.
    @Test func twoLettersOpenARecord() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let events = try await custodian.chain(of: person.record)
        #expect(events.map(\.act) == [.openRecord, .activateAccess])
        #expect(house.notices.map(\.channel.kind) == [.letter, .letter, .sms, .email])
        _ = try await house.session(custodian, person)
        try custodian.close()
    }

    @Test func aPreparedOpeningIsNoRecordYet() async throws {
        let house = try House()
        let custodian = try house.open()
        try await custodian.invite(Invitation(ins: try People.ins(1), traits: try People.traits()))
        let request = try People.request(1, code: try house.lastCode())
        let first = try await custodian.prepareOpening(request)
        let second = try await custodian.prepareOpening(request)
        #expect(first.reference == second.reference)
        let actor = try People.doctor()
        let person = Person(ins: try People.ins(1), reference: first.reference)
        let visit = try await house.admit(custodian, actor, for: person)
        #expect(try await custodian.testExistence(visit, of: first.reference) == nil)
        await #expect(throws: CustodyError.notAccepted) {
            try await custodian.beginSignIn(identifier: .matricule(person.ins), secret: House.secret, preferring: nil)
        }
        try custodian.close()
    }

    /// Unknown, wrong, replayed, expired and burnt codes, and a wrong day of birth, sound alike (§ 4).
    @Test func whatDoesNotOpenIsAnsweredAlike() async throws {
        let house = try House()
        let custodian = try house.open()
        try await custodian.invite(Invitation(ins: try People.ins(1), traits: try People.traits()))
        let code = try house.lastCode()
        let wrongs = try [
            People.request(1, code: "0000-0000-000"), People.request(1, code: ""), People.request(2, code: code),
            People.request(1, code: code, birthDate: CalendarDate(year: 1971, month: 5, day: 1)),
        ]
        for wrong in wrongs {
            await #expect(throws: CustodyError.notAccepted) { try await custodian.prepareOpening(wrong) }
            house.pass(3600)
            await #expect(throws: CustodyError.notAccepted) { try await custodian.commitOpening(wrong) }
            house.pass(3600)
        }
        let noted = try await custodian.ledger.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM security_event") }
        #expect(noted == 8)
        // Six wrong tries on the code of person 1: it is burnt.
        await #expect(throws: CustodyError.notAccepted) {
            try await custodian.prepareOpening(try People.request(1, code: code))
        }
        house.pass(86_400)
        try await custodian.invite(Invitation(ins: try People.ins(1), traits: try People.traits()))
        let late = try People.request(1, code: try house.lastCode())
        _ = try await custodian.prepareOpening(late)
        house.pass(42 * 86_400)
        await #expect(throws: CustodyError.notAccepted) { try await custodian.prepareOpening(late) }
        try custodian.close()
    }

    /// A letter that has been taken tells all but the day of birth, of which there are thirty-one at most.
    @Test func manyDaysOfBirthAtOnceGetNoMoreTries() async throws {
        let house = try House()
        let custodian = try house.open()
        try await custodian.invite(Invitation(ins: try People.ins(1), traits: try People.traits()))
        let code = try house.lastCode()
        let guesses = try (1...24).map { day in
            try People.request(1, code: code, birthDate: CalendarDate(year: 1901, month: 1, day: day))
        }
        await withTaskGroup(of: Void.self) { group in
            for guess in guesses { group.addTask { _ = try? await custodian.prepareOpening(guess) } }
        }
        let tries = try await custodian.ledger.read { try Int64.fetchOne($0, sql: "SELECT attempts FROM letter_code") }
        #expect((tries ?? 99) <= Custodian.letterAttempts)
        try custodian.close()
    }

    @Test func rightLettersAreNotUsedUpByWeakSecrets() async throws {
        let house = try House()
        let custodian = try house.open()
        try await custodian.invite(Invitation(ins: try People.ins(1), traits: try People.traits()))
        let code = try house.lastCode()
        for _ in 0...Custodian.letterAttempts {
            await #expect(throws: CustodyError.weakSecret(.tooShort)) {
                try await custodian.prepareOpening(try People.request(1, code: code, secret: "court"))
            }
        }
        _ = try await custodian.prepareOpening(try People.request(1, code: code))
        try custodian.close()
    }

    @Test func theLetterOpensOnceAndTheOlderOneIsVoid() async throws {
        let house = try House()
        let custodian = try house.open()
        let invitation = Invitation(ins: try People.ins(1), traits: try People.traits())
        try await custodian.invite(invitation)
        let old = try People.request(1, code: try house.lastCode())
        try await custodian.invite(invitation)
        let request = try People.request(1, code: try house.lastCode())
        await #expect(throws: CustodyError.notAccepted) { try await custodian.prepareOpening(old) }
        await #expect(throws: CustodyError.notPrepared) { try await custodian.commitOpening(request) }
        _ = try await custodian.prepareOpening(request)
        _ = try await custodian.commitOpening(request)
        await #expect(throws: CustodyError.notAccepted) { try await custodian.commitOpening(request) }
        await #expect(throws: CustodyError.notAccepted) { try await custodian.prepareOpening(request) }
        // Nobody is invited twice: it is the second letter that goes out again, and the one before is void.
        let ins = try People.qualified(1)
        let second = try house.lastCode()
        house.pass(3600)
        try await custodian.invite(invitation)
        let third = try house.lastCode()
        await #expect(throws: CustodyError.notAccepted) { try await custodian.prepareOpening(request) }
        house.pass(3600)
        await #expect(throws: CustodyError.notAccepted) {
            try await house.activate(custodian, ins: ins, code: second, secret: House.secret)
        }
        house.pass(3600)
        try await house.activate(custodian, ins: ins, code: third, secret: House.secret)
        let letters = try await house.news.count
        try await custodian.invite(invitation)
        #expect(try await house.news.count == letters)
        try custodian.close()
    }

    /// § 4.
    @Test(arguments: [
        ("court", SecretWeakness.tooShort), ("123456789012345", .digitsOnly), ("motdepasse12", .common),
        ("aaaaaaaaaaaaaaaa", .common), ("essaidominique", .personal), (String(repeating: "é", count: 129), .tooLong),
    ])
    func aWeakSecretIsRefusedInBothSteps(secret: String, weakness: SecretWeakness) async throws {
        let house = try House()
        let custodian = try house.open()
        try await custodian.invite(Invitation(ins: try People.ins(1), traits: try People.traits()))
        let code = try house.lastCode()
        let weak = try People.request(1, code: code, secret: secret)
        await #expect(throws: CustodyError.weakSecret(weakness)) { try await custodian.prepareOpening(weak) }
        _ = try await custodian.prepareOpening(try People.request(1, code: code))
        await #expect(throws: CustodyError.weakSecret(weakness)) { try await custodian.commitOpening(weak) }
        try custodian.close()
    }

    /// § 4.
    @Test func theSecondLetterWorksOnceAndOnlyAfterTheFirst() async throws {
        let house = try House()
        let custodian = try house.open()
        let ins = try People.qualified(1)
        try await custodian.invite(Invitation(ins: ins.ins, traits: try People.traits()))
        let first = try house.lastCode()
        await #expect(throws: CustodyError.notAccepted) {
            try await house.activate(custodian, ins: ins, code: first, secret: House.secret)
        }
        house.pass(3600)
        let request = try People.request(1, code: first)
        _ = try await custodian.prepareOpening(request)
        _ = try await custodian.commitOpening(request)
        let second = try house.lastCode()
        await #expect(throws: CustodyError.notAccepted) {
            try await custodian.beginSignIn(identifier: .matricule(ins.ins), secret: House.secret, preferring: nil)
        }
        await #expect(throws: CustodyError.notAccepted) {
            try await house.activate(custodian, ins: ins, code: second, secret: "Une-Autre-Phrase-Longue")
        }
        try await house.activate(custodian, ins: ins, code: second, secret: House.secret)
        await #expect(throws: CustodyError.notAccepted) {
            try await house.activate(custodian, ins: ins, code: second, secret: House.secret)
        }
        try custodian.close()
    }

    /// § 7.1, EX_GEN-1530.
    @Test func anotherDomainIsNeitherInvitedNorReached() async throws {
        let house = try House()
        let custodian = try house.open()
        let real = INS(try People.ins(1).matricule, root: .nir)
        await #expect(throws: CustodyError.notAccepted) {
            try await custodian.invite(Invitation(ins: real, traits: try People.traits()))
        }
        // The same matricule leads to a record under this domain's root, and under the other to none.
        let person = try await house.person(custodian)
        #expect(person.ins.matricule == real.matricule)
        let envelope = house.envelope(try People.doctor(), patient: real)
        do {
            _ = try await custodian.admit(envelope, request: house.requestID(), node: "app")
            Issue.record("admitted")
        } catch CustodyError.evidence(let fault) {
            #expect(fault.code == "DMPInvalidPatient")
        }
        try custodian.close()
    }

    @Test func letterCodesCarryTheirCheck() throws {
        let house = try House()
        for _ in 0..<200 {
            let code = LetterCode.make(random: house.random)
            let plain = try #require(LetterCode.normalized(code))
            #expect(LetterCode.normalized(code.lowercased().replacingOccurrences(of: "-", with: " ")) == plain)
            var characters = Array(plain)
            characters[4] = characters[4] == "7" ? "8" : "7"
            #expect(LetterCode.normalized(String(characters)) == nil)
            #expect(LetterCode.normalized(String(plain.dropLast())) == nil)
            #expect(LetterCode.normalized(plain + "0") == nil)
        }
    }
}
