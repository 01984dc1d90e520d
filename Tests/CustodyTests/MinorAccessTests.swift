import AccessRules
import Foundation
import GRDB
import HealthRecord
import Testing

@testable import Custody

/// Nobody makes a minor's own access, by whatever way; a representative takes up his own (§ 3.7).
@Suite struct MinorAccessTests {
    private static let refusal = RuleID.minorWithoutAccess.rawValue

    /// A letter of before, whatever would be sent today.
    private func letter(
        _ purpose: LetterPurpose,
        to person: Person,
        _ custodian: Custodian
    ) async throws -> (ins: QualifiedINS, code: String) {
        let ins = try #require(QualifiedINS(person.ins, in: .rehearsal))
        let letter = try await custodian.newLetter()
        _ = try await custodian.ledger.commit { transaction in
            try transaction.keepLetter(
                try custodian.tag(of: ins),
                purpose,
                salt: letter.salt,
                digest: letter.digest,
                expires: transaction.now.advanced(bySeconds: 3600)
            )
        }
        return (ins, letter.code)
    }

    private func isRefused(_ act: () async throws -> Void) async throws -> Bool {
        do {
            try await act()
            return false
        } catch CustodyError.refused(let refusal) {
            return refusal.rule == Self.refusal && !refusal.isSilent
        }
    }

    private func state(_ custodian: Custodian, _ person: Person) async throws -> RecordState {
        try #require(try await custodian.contextAfterCommit(of: person.record)).policy.state
    }

    /// § 3.7: the second letter of before is refused to whoever holds it, is not used up by that, and is sent to no minor any more.
    @Test func aSecondLetterActivatesNoMinorsAccess() async throws {
        let house = try House()
        let custodian = try house.open()
        let child = try await house.person(custodian, activated: false, born: House.childhood)
        #expect(!house.notices.contains { if case .activationCode = $0.notice { true } else { false } })
        let (ins, code) = try await letter(.activate, to: child, custodian)
        for _ in 0..<6 {
            let hears = try await isRefused {
                _ = try await custodian.beginActivation(ins: ins, code: code, secret: House.secret)
            }
            #expect(hears)
        }
        // Without the letter nobody hears even that.
        await #expect(throws: CustodyError.notAccepted) {
            _ = try await custodian.beginActivation(ins: ins, code: "0000-0000-000", secret: House.secret)
        }
        #expect(try await state(custodian, child) == .open(internet: .awaitingActivation))
        // A representative's own letter does what the child's does not.
        try await house.represent(custodian, child, 50)
        #expect(try await state(custodian, child) == .open(internet: .active))
        try custodian.close()
    }

    /// A proof that was begun before the rules changed completes nothing after it.
    @Test func theSecondStepIsJudgedAnew() async throws {
        let house = try House()
        let rules = try House.rules(["minor.ownAccess": true])
        let custodian = try house.open(rules: rules) { $0.policySet = "essai" }
        let child = try await house.person(custodian, activated: false, born: House.childhood)
        let ins = try #require(QualifiedINS(child.ins, in: .rehearsal))
        let proofs = try await custodian.beginActivation(ins: ins, code: try house.lastCode(), secret: House.secret)
        let codes = house.notices.compactMap { if case .oneTimeCode(let code, _) = $0.notice { code } else { nil } }
        let typed = zip(proofs, codes.suffix(proofs.count)).map { TypedProof(token: $0.token, code: $1) }
        try await custodian.migrate(ins, to: "mes2026")
        #expect(try await isRefused { try await custodian.completeActivation(ins: ins, typed) })
        #expect(try await state(custodian, child) == .open(internet: .awaitingActivation))
        try custodian.close()
    }

    /// A record that opened by itself has no secret yet.
    @Test func aFirstAccessIsNoMinors() async throws {
        let house = try House()
        let custodian = try house.open()
        let child = try await house.person(custodian, activated: false, born: House.childhood)
        _ = try await custodian.ledger.commit { try $0.database.execute(sql: "DELETE FROM account") }
        let (_, code) = try await letter(.activate, to: child, custodian)
        let request = try People.request(1, code: code, birthDate: House.childhood)
        #expect(try await isRefused { _ = try await custodian.beginFirstAccess(request) })
        #expect(try await isRefused { try await custodian.completeFirstAccess(request, []) })
        try custodian.close()
    }

    /// § 3.7: a secret and ways of before are replaced for no minor, and no letter for it is sent.
    @Test func nothingLostIsGivenBackToAMinor() async throws {
        let house = try House()
        let custodian = try house.open()
        let child = try await house.person(custodian, born: House.childhood)
        let (ins, code) = try await letter(.recover, to: child, custodian)
        let birthDate = try #require(House.childhood)
        let recovered = try await isRefused {
            try await custodian.recoverSecret(
                ins: ins,
                code: code,
                birthDate: birthDate,
                secret: "Mon-Propre-Jardin-Secret"
            )
        }
        let moved = try await isRefused {
            _ = try await custodian.beginWayRecovery(
                ins: ins,
                code: code,
                secret: House.secret,
                ChannelChange(phone: "+33699887766")
            )
        }
        #expect(recovered && moved)
        let before = house.notices.count
        house.pass(4 * 86_400)
        try await custodian.orderLetter(ins: ins, birthDate: birthDate)
        #expect(house.notices.count == before)
        try custodian.close()
    }

    /// At eighteen the same person is sent a letter, and activates.
    @Test func anAdultIsGivenWhatTheMinorWasNot() async throws {
        let house = try House()
        let custodian = try house.open()
        let child = try await house.person(custodian, activated: false, born: House.childhood)
        let ins = try #require(QualifiedINS(child.ins, in: .rehearsal))
        let birthDate = try #require(House.childhood)
        func letters() -> [String] {
            house.notices.compactMap { if case .activationCode(let code) = $0.notice { code } else { nil } }
        }
        try await custodian.orderLetter(ins: ins, birthDate: birthDate)
        try await custodian.invite(Invitation(ins: child.ins, traits: try People.traits(born: birthDate)))
        #expect(letters().isEmpty)
        let birthday = try #require(CalendarDate(year: 2032, month: 1, day: 15))
        house.pass((birthday.midnight.milliseconds - house.now.milliseconds) / 1000 + 3600)
        try await custodian.orderLetter(ins: ins, birthDate: birthDate)
        let code = try #require(letters().last)
        try await house.activate(custodian, ins: ins, code: code, secret: House.secret)
        #expect(try await state(custodian, child) == .open(internet: .active))
        try custodian.close()
    }
}
