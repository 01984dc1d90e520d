import Foundation
import GRDB
import HealthRecord
import Synchronization
import Testing

@testable import Custody

/// A letter goes out with what it tells of, be it later (§ 4: opening by posted codes).
@Suite struct WaitingLetterTests {
    private func waiting(_ custodian: Custodian) async throws -> Int {
        try await custodian.ledger.read { try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM waiting_letter") ?? 0 }
    }

    private func letters(_ house: House) -> [OutgoingNotice] { house.notices.filter { $0.channel.kind == .letter } }

    /// § 4: what the carrier did not take is sent by the calendar, with the same code, after a restart too.
    @Test func aLetterThatFailedIsSentByTheCalendar() async throws {
        let house = try House()
        let before = try house.open()
        house.isPostDown.withLock { $0 = true }
        try await before.invite(Invitation(ins: try People.ins(1), traits: try People.traits()))
        #expect(letters(house).isEmpty)
        #expect(try await waiting(before) == 1)
        try before.close()
        let custodian = try house.open()
        // Not before its time, and not while the post is down.
        house.isPostDown.withLock { $0 = false }
        try await house.bringTime(custodian)
        #expect(letters(house).isEmpty)
        house.isPostDown.withLock { $0 = true }
        house.pass(WaitingLetter.patience.pause)
        try await house.bringTime(custodian)
        house.isPostDown.withLock { $0 = false }
        try await house.bringTime(custodian)
        #expect(letters(house).isEmpty)
        house.pass(2 * WaitingLetter.patience.pause)
        try await house.bringTime(custodian)
        #expect(letters(house).count == 1)
        #expect(try await waiting(custodian) == 0)
        let request = try People.request(1, code: try house.lastCode())
        _ = try await custodian.prepareOpening(request)
        _ = try await custodian.commitOpening(request)
        house.pass(WaitingLetter.patience.longestPause)
        try await house.bringTime(custodian)
        #expect(letters(house).count == 2)
        try custodian.close()
    }

    /// CSP L1111-14: whoever objected gets no letter that says his record will open.
    @Test func anObjectionTakesBackTheAnnouncement() async throws {
        let house = try House()
        let custodian = try house.open()
        house.isPostDown.withLock { $0 = true }
        try await custodian.announce(Invitation(ins: try People.ins(1), traits: try People.traits()))
        #expect(try await waiting(custodian) == 1)
        try await custodian.opposeOnPaper(try People.qualified(1))
        #expect(try await waiting(custodian) == 0)
        try custodian.close()
    }

    /// § 4: whoever is invited anew while a letter waits gets the new one alone, for the older code is void.
    @Test func aNewerLetterTakesTheOldersPlace() async throws {
        let house = try House()
        let custodian = try house.open()
        house.isPostDown.withLock { $0 = true }
        let invitation = Invitation(ins: try People.ins(1), traits: try People.traits())
        try await custodian.invite(invitation)
        house.isPostDown.withLock { $0 = false }
        try await custodian.invite(invitation)
        house.pass(WaitingLetter.patience.longestPause)
        try await house.bringTime(custodian)
        #expect(letters(house).count == 1)
        _ = try await custodian.prepareOpening(try People.request(1, code: try house.lastCode()))
        try custodian.close()
    }

    /// Security design § 1.3: what waits names nobody in the tables; what waited too long goes, for its code is void.
    @Test func whatWaitsIsSealedAndEnds() async throws {
        let house = try House()
        let custodian = try house.open()
        house.isPostDown.withLock { $0 = true }
        try await custodian.announce(Invitation(ins: try People.ins(1), traits: try People.traits()))
        let kept = try await custodian.ledger.read { database in
            try Row.fetchAll(database, sql: "SELECT * FROM waiting_letter").flatMap { row in
                (row["letter_ct"] as Data) + (row["slot"] as Data) + (row["letter_id"] as Data)
            }
        }
        let text = String(decoding: kept, as: UTF8.self)
        let (name, matricule) = (try People.traits().birthFamilyName, try People.ins(1).matricule.text)
        #expect(!kept.isEmpty && !text.contains(name) && !text.contains(matricule))
        house.pass(WaitingLetter.patience.whole)
        house.isPostDown.withLock { $0 = false }
        try await house.bringTime(custodian)
        #expect(try await waiting(custodian) == 0)
        #expect(letters(house).allSatisfy { if case .openingAnnounced = $0.notice { false } else { true } })
        try custodian.close()
    }
}
