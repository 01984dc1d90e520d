import Foundation
import GRDB
import HealthRecord
import Sealing

/// What a posted code is for.
enum LetterPurpose: String, CaseIterable, Sendable {
    /// The first letter.
    case open
    /// The second letter.
    case activate
    /// The letter of somebody who has forgotten his secret.
    case recover
}

extension Custodian {
    /// Checks a posted code: in time, not burnt, not used, right.
    ///
    /// Known and unknown people cost and hear the same. The try stays counted until `giveBackTry`.
    func checkLetter(_ code: String, _ purpose: LetterPurpose, tag: BlindTag) async throws(CustodyError) {
        let now = clock()
        if let wait = try await attempts.take([tag], now: now) { throw .tooManyAttempts(retryAfter: wait) }
        // The try is counted before it is judged: many at once get no more of them than one after the other. Of a day of
        // birth, the matricule beside the code leaves no more than thirty-one.
        let row = try await ledger.commit { transaction in
            try transaction.database.execute(
                sql: """
                    UPDATE letter_code SET attempts = attempts + 1
                    WHERE tag = ? AND purpose = ? AND used = 0 AND attempts < ? AND expires > ?
                    """,
                arguments: [Data(tag.bytes), purpose.rawValue, Self.letterAttempts, transaction.now.milliseconds]
            )
            let isGood = transaction.database.changesCount == 1
            return try Row.fetchOne(
                transaction.database,
                sql: "SELECT salt, digest FROM letter_code WHERE tag = ? AND purpose = ?",
                arguments: [Data(tag.bytes), purpose.rawValue]
            ).map { row in
                (salt: [UInt8](row["salt"] as Data), digest: [UInt8](row["digest"] as Data), isGood: isGood)
            }
        }.value
        let digest = try await digest(ofLetterCode: code, salt: row?.salt ?? [UInt8](repeating: 0, count: 16))
        let isRight = row.map { $0.isGood && SecretHash.isEqual($0.digest, digest) } ?? false
        guard !isRight else { return }
        try await noteWrongLetter(tag: tag)
        throw .notAccepted
    }

    /// Leaves a line of a wrong try, which has been counted already.
    func noteWrongLetter(tag: BlindTag) async throws(CustodyError) {
        _ = try await ledger.commit { transaction in try transaction.note(.wrongLetterCode) }
    }

    /// Gives back the try of a letter that was right in everything.
    func giveBackTry(_ purpose: LetterPurpose, tag: BlindTag) async throws(CustodyError) {
        try await attempts.giveBack(tag, now: clock())
        _ = try await ledger.commit { transaction in
            try transaction.database.execute(
                sql: "UPDATE letter_code SET attempts = attempts - 1 WHERE tag = ? AND purpose = ? AND attempts > 0",
                arguments: [Data(tag.bytes), purpose.rawValue]
            )
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
