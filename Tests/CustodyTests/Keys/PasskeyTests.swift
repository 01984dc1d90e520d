import Foundation
import GRDB
import HealthRecord
import Testing

@testable import Custody

/// Passkeys: enrolled by the holder, used as both factors at once, revoked (identity and experience § 2.6; register 4.0-11).
@Suite struct PasskeyTests {
    /// § 4: devices without a password are enrolled, shown with name and date, and revoked.
    @Test func oneIsAddedUsedShownAndRevoked() async throws {
        let house = try House()
        let custodian = try house.openWithPasskeys()
        let person = try await house.person(custodian)
        var one = try await house.passkey(custodian, person)
        let added = house.now
        house.pass(60)
        let question = try await custodian.beginPasskeySignIn()
        #expect(question.party == Authenticator.party && question.allowed.isEmpty)
        let session = try await custodian.completePasskey(try one.answer(question.challenge))
        let admission = try await house.holder(custodian, session.text)
        let shown = try await custodian.signInMeans(admission).passkeys
        #expect(shown.map(\.name) == ["Mon téléphone"] && shown.map(\.since) == [added])
        #expect(shown.map(\.used) == [house.now])
        let events = try await custodian.chain(of: person.record)
        #expect(events.last?.act == .signIn && events.last?.rule == "signIn.passkey")
        #expect(events.contains { $0.act == .changeAccess && $0.details["changed"] == "passkey" })
        #expect(try await house.news.contains { if case .accessChanged = $0.notice { true } else { false } })

        let id = try #require(shown.first?.id)
        try await custodian.removePasskey(id, admission)
        await #expect(throws: CustodyError.conflict("passkey")) { try await custodian.removePasskey(id, admission) }
        let again = try await custodian.beginPasskeySignIn()
        await #expect(throws: CustodyError.notAccepted) {
            try await custodian.completePasskey(try one.answer(again.challenge))
        }
        try custodian.close()
    }

    @Test(arguments: [-1, 0, 1]) func aChallengeServesOnceAndForFiveMinutes(step: Int64) async throws {
        let house = try House()
        let custodian = try house.openWithPasskeys()
        let person = try await house.person(custodian)
        var one = try await house.passkey(custodian, person)
        let question = try await custodian.beginPasskeySignIn()
        let answer = try one.answer(question.challenge)
        _ = try await custodian.completePasskey(answer)
        await #expect(throws: CustodyError.notAccepted) { try await custodian.completePasskey(answer) }
        await #expect(throws: CustodyError.notAccepted) {
            try await custodian.completePasskey(try one.answer(question.challenge))
        }
        let late = try await custodian.beginPasskeySignIn()
        house.pass(Custodian.passkeyWait + step)
        let inTime = try one.answer(late.challenge)
        if step < 0 {
            _ = try await custodian.completePasskey(inTime)
        } else {
            await #expect(throws: CustodyError.notAccepted) { try await custodian.completePasskey(inTime) }
        }
        await #expect(throws: CustodyError.notAccepted) {
            try await custodian.completePasskey(try one.answer([UInt8](repeating: 1, count: 32)))
        }
        try custodian.close()
    }

    /// A challenge for one thing answers no other, nor another record's.
    @Test func aChallengeServesOnlyItsOwnEnd() async throws {
        let house = try House()
        let custodian = try house.openWithPasskeys()
        let (person, other) = (try await house.person(custodian), try await house.person(custodian, 2))
        var one = try await house.passkey(custodian, person)
        var foreign = try await house.passkey(custodian, other)
        let admission = try await house.holder(custodian, try await house.session(custodian, person))
        let stranger = try await house.holder(custodian, try await house.session(custodian, other))
        let stepUp = try await custodian.beginPasskeyStepUp(admission)
        #expect(stepUp.allowed == [one.credential])
        await #expect(throws: CustodyError.notAccepted) {
            try await custodian.completePasskey(try one.answer(stepUp.challenge))
        }
        let second = try await custodian.beginPasskeyStepUp(admission)
        await #expect(throws: CustodyError.notAccepted) {
            try await custodian.completePasskey(try foreign.answer(second.challenge), stepUp: stranger)
        }
        await #expect(throws: CustodyError.notAccepted) {
            try await custodian.completePasskey(try foreign.answer(second.challenge), stepUp: admission)
        }
        let third = try await custodian.beginPasskeyStepUp(admission)
        _ = try await custodian.completePasskey(try one.answer(third.challenge), stepUp: admission)
        // Made with a challenge of another record.
        let offer = try await custodian.beginPasskey(stranger)
        await #expect(throws: CustodyError.notAccepted) {
            try await custodian.addPasskey(Authenticator().made(offer.challenge), admission)
        }
        try custodian.close()
    }

    /// § 6.1.1: a counter that does not go up may be that of a copy.
    @Test func aCounterGoesUpOrStaysNought() async throws {
        let house = try House()
        let custodian = try house.openWithPasskeys()
        let person = try await house.person(custodian)
        var counting = try await house.passkey(custodian, person)
        counting.counter = 7
        _ = try await custodian.completePasskey(try counting.answer(try await custodian.beginPasskeySignIn().challenge))
        for stale: UInt32 in [6, 7] {
            counting.counter = stale
            await #expect(throws: CustodyError.notAccepted) {
                try await custodian.completePasskey(
                    try counting.answer(try await custodian.beginPasskeySignIn().challenge)
                )
            }
        }
        var silent = try await house.passkey(custodian, person)
        silent.counts = false
        for _ in 0..<2 {
            _ = try await custodian.completePasskey(
                try silent.answer(try await custodian.beginPasskeySignIn().challenge)
            )
        }
        try custodian.close()
    }

    /// Refusals name nobody to the one who tries; the owner of the key reads of it.
    @Test func anUnknownKeyAndAWrongAnswerAreAlike() async throws {
        let house = try House()
        let custodian = try house.openWithPasskeys()
        let person = try await house.person(custodian)
        let known = try await house.passkey(custodian, person)
        func lines() async throws -> Int {
            try await custodian.ledger.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM security_event") ?? 0 }
        }
        var nobody = Authenticator()
        nobody.user = known.user
        var before = try await lines()
        await #expect(throws: CustodyError.notAccepted) {
            try await custodian.completePasskey(try nobody.answer(try await custodian.beginPasskeySignIn().challenge))
        }
        #expect(try await lines() == before + 1)
        before += 1
        let question = try await custodian.beginPasskeySignIn()
        var wrong = try known.signed(known.client("webauthn.get", question.challenge), known.data(0x05))
        wrong.signature = try nobody.answer(question.challenge).signature
        let bent = wrong
        await #expect(throws: CustodyError.notAccepted) { try await custodian.completePasskey(bent) }
        #expect(try await lines() == before + 1)
        let last = try #require(try await custodian.chain(of: person.record).last)
        #expect(last.outcome == .refused && last.rule == "signIn.wrongPasskey")
        try custodian.close()
    }

    /// As when a new secret is given at a desk, or the holder comes of age.
    @Test func droppedKeysServeNoMore() async throws {
        let house = try House()
        let custodian = try house.openWithPasskeys()
        let person = try await house.person(custodian)
        var one = try await house.passkey(custodian, person)
        _ = try await custodian.ledger.commit { try $0.dropKeys(of: person.record) }
        await #expect(throws: CustodyError.notAccepted) {
            try await custodian.completePasskey(try one.answer(try await custodian.beginPasskeySignIn().challenge))
        }
        try custodian.close()
    }

    @Test func aClosedRecordOpensByNoKey() async throws {
        let house = try House()
        let custodian = try house.openWithPasskeys()
        let person = try await house.person(custodian)
        var one = try await house.passkey(custodian, person)
        try await custodian.close(person.record, reason: .holderRequest)
        await #expect(throws: CustodyError.notAccepted) {
            try await custodian.completePasskey(try one.answer(try await custodian.beginPasskeySignIn().challenge))
        }
        try custodian.close()
    }

    @Test func whereNoneIsTakenNoneIsOffered() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let admission = try await house.holder(custodian, try await house.session(custodian, person))
        #expect(!custodian.offersPasskeys)
        await #expect(throws: CustodyError.conflict("passkey")) { try await custodian.beginPasskey(admission) }
        await #expect(throws: CustodyError.conflict("passkey")) { try await custodian.beginPasskeySignIn() }
        try custodian.close()
    }

    /// No browser makes a passkey for an address without a name (WebAuthn § 5.1.3).
    @Test(arguments: [
        "http://dmp.example.fr", "https://127.0.0.1:8443", "https://[::1]", "https://dmp.example.fr/a", "https://", "",
    ])
    func aRelyingPartyHasAName(origin: String) {
        #expect(RelyingParty(origin: origin) == nil)
        #expect(RelyingParty(origin: "https://localhost:8443")?.id == "localhost")
    }
}
