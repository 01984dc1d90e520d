import Crypto
import Foundation
import GRDB
import HealthRecord
import Sealing

/// A letter on its way: kept sealed with the act that sends it, and until the carrier has taken it.
///
/// What an act made true goes out even where the carrier fails, or the process ends, between the commit and the letter.
struct WaitingLetter: Sendable {
    let id: UniqueID
    let notice: OutgoingNotice

    /// What a letter is about: a newer one of the same takes its place, for the older one's code is void.
    enum Slot: Sendable {
        case code(BlindTag, LetterPurpose)
        case announcement(BlindTag)
        case mandate(UniqueID)
        /// None of these, under the letter's own name.
        case alone(UniqueID)

        fileprivate var bytes: [UInt8] {
            let name: [UInt8] =
                switch self {
                case .code(let tag, let purpose): Array(purpose.rawValue.utf8) + tag.bytes
                case .announcement(let tag): Array("announced".utf8) + tag.bytes
                case .mandate(let mandate): Array("mandate".utf8) + mandate.bytes
                case .alone(let id): id.bytes
                }
            return Array(SHA256.hash(data: name))
        }

        /// Takes back what was not sent yet, for what it would tell is true no longer.
        func empty(in database: Database) throws {
            try database.execute(sql: "DELETE FROM waiting_letter WHERE slot = ?", arguments: [Data(bytes)])
        }
    }

    /// After ten minutes, then up to a day apart, and for six weeks: its code is good for no longer.
    static let patience = Patience(pause: 600, longestPause: 86_400, whole: 42 * 86_400)
}

extension OutgoingNotice {
    /// A letter to somebody at the address of his traits.
    init(_ notice: Notice, _ traits: PatientTraits, _ ins: INS, _ now: Instant) {
        self.init(channel: .letter(traits.address), recipient: traits.name, ins: ins, notice: notice, at: now)
    }
}

extension CustodyTransaction {
    /// Keeps a letter beside what it tells of; it is sent after the commit.
    ///
    /// - Parameter slot: nil for a letter that no other takes the place of.
    func keepForPost(_ notice: OutgoingNotice, slot: WaitingLetter.Slot? = nil) throws -> WaitingLetter {
        let id = try UniqueID(bytes: random(16)).orFault
        let sealed = try registers.lines.seal(
            Array(try JSONEncoder().encode(notice)),
            record: RecordID(bytes: id.bytes).orFault,
            nonce: SealNonce(random: random)
        )
        try database.execute(
            sql:
                "INSERT OR REPLACE INTO waiting_letter (letter_id, slot, letter_ct, next, until) VALUES (?, ?, ?, ?, ?)",
            arguments: [
                Data(id.bytes), Data((slot ?? .alone(id)).bytes), Data(sealed),
                WaitingLetter.patience.next(after: 0, now: now).milliseconds,
                WaitingLetter.patience.end(now: now).milliseconds,
            ]
        )
        return WaitingLetter(id: id, notice: notice)
    }

    /// Takes the letters whose next try has come; each is put off before it is tried, so that two runs do not send it twice.
    func takeLetters(limit: Int) throws -> [WaitingLetter] {
        try database.execute(sql: "DELETE FROM waiting_letter WHERE until <= ?", arguments: [now.milliseconds])
        let rows = try Row.fetchAll(
            database,
            sql: "SELECT letter_id, letter_ct, tries FROM waiting_letter WHERE next <= ? ORDER BY next LIMIT ?",
            arguments: [now.milliseconds, limit]
        )
        return try rows.compactMap { row in
            // The first try, at once after the commit, is not among those.
            let tries = (row["tries"] as Int64) + 1
            try database.execute(
                sql: "UPDATE waiting_letter SET tries = tries + 1, next = ? WHERE letter_id = ?",
                arguments: [
                    WaitingLetter.patience.next(after: tries, now: now).milliseconds, row["letter_id"] as Data,
                ]
            )
            guard let id = UniqueID(bytes: [UInt8](row["letter_id"] as Data)), let place = RecordID(bytes: id.bytes),
                let plain = try? registers.lines.open([UInt8](row["letter_ct"] as Data), record: place),
                let notice = try? JSONDecoder().decode(OutgoingNotice.self, from: Data(plain))
            else { return nil }
            return WaitingLetter(id: id, notice: notice)
        }
    }
}

extension Custodian {
    /// Gives a letter to the carrier; what it does not take stays for the calendar.
    func send(_ letter: WaitingLetter) async {
        do { try await deliver(letter.notice) } catch { return }
        // Whether this is remembered or not, the letter is out: at worst it goes twice.
        _ = try? await ledger.commit { transaction in
            try transaction.database.execute(
                sql: "DELETE FROM waiting_letter WHERE letter_id = ?",
                arguments: [Data(letter.id.bytes)]
            )
        }
    }

    /// Tries again what the carrier did not take.
    func sendWaitingLetters(limit: Int) async throws(CustodyError) {
        for letter in try await ledger.commit({ try $0.takeLetters(limit: limit) }).value { await send(letter) }
    }
}
