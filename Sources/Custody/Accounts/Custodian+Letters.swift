import Foundation
import GRDB
import HealthRecord
import Sealing

/// What a posted code is for.
enum LetterPurpose: String, Sendable {
    /// The first letter.
    case open
    /// The second letter.
    case activate
}

extension Custodian {
    /// Checks a posted code: in time, not burnt, not used, right.
    ///
    /// Known and unknown people cost and hear the same.
    func checkLetter(_ code: String, _ purpose: LetterPurpose, tag: BlindTag) async throws(CustodyError) {
        let now = clock()
        if let wait = attempts.wait(tag, now: now) { throw .tooManyAttempts(retryAfter: wait) }
        let row = try await ledger.read { database in
            try Row.fetchOne(
                database,
                sql: "SELECT * FROM letter_code WHERE tag = ? AND purpose = ?",
                arguments: [Data(tag.bytes), purpose.rawValue]
            ).map { row in
                (
                    salt: [UInt8](row["salt"] as Data), digest: [UInt8](row["digest"] as Data),
                    isGood: (row["used"] as Int64) == 0 && (row["attempts"] as Int64) < Self.letterAttempts
                        && now.milliseconds < (row["expires"] as Int64)
                )
            }
        }
        let digest = try await digest(ofLetterCode: code, salt: row?.salt ?? [UInt8](repeating: 0, count: 16))
        let isRight = row.map { $0.isGood && SecretHash.isEqual($0.digest, digest) } ?? false
        guard !isRight else { return }
        try await noteWrongLetter(purpose, tag: tag)
        throw .notAccepted
    }

    /// Counts a wrong try against the letter and against whoever tries, durably.
    func noteWrongLetter(_ purpose: LetterPurpose, tag: BlindTag) async throws(CustodyError) {
        attempts.fail(tag, now: clock())
        _ = try await ledger.commit { transaction in
            try transaction.database.execute(
                sql: "UPDATE letter_code SET attempts = attempts + 1 WHERE tag = ? AND purpose = ?",
                arguments: [Data(tag.bytes), purpose.rawValue]
            )
            try transaction.note(.wrongLetterCode)
        }
    }
}

extension CustodyTransaction {
    func keepLetter(
        _ tag: BlindTag,
        _ purpose: LetterPurpose,
        salt: [UInt8],
        digest: [UInt8],
        expires: Instant
    ) throws {
        try database.execute(
            sql: "INSERT OR REPLACE INTO letter_code (tag, purpose, salt, digest, expires) VALUES (?, ?, ?, ?, ?)",
            arguments: [Data(tag.bytes), purpose.rawValue, Data(salt), Data(digest), expires.milliseconds]
        )
    }

    /// Uses a letter up, once.
    func useLetter(_ tag: BlindTag, _ purpose: LetterPurpose) throws {
        try database.execute(
            sql: "UPDATE letter_code SET used = 1 WHERE tag = ? AND purpose = ? AND used = 0",
            arguments: [Data(tag.bytes), purpose.rawValue]
        )
        guard database.changesCount == 1 else { throw CustodyError.notAccepted }
    }
}
