import Foundation
import GRDB
public import HealthRecord
import Sealing

/// The token of a session: whoever has it is signed in.
///
/// It is kept as a digest.
public struct SessionToken: Sendable, Hashable {
    /// Forty-four characters for a cookie.
    public let text: String
    /// When the holder signed in before this time.
    public let previousVisit: Instant?
}

extension Custodian {
    /// How often the time of the last request is written, in seconds.
    static let sessionWriteInterval: Int64 = 60

    /// Opens a session with a sign-in that is used up by it.
    ///
    /// The code must still be the one that was compared: another may have been sent meanwhile.
    func beginSession(
        record: RecordID,
        usingUp challenge: Data,
        code: [UInt8]
    ) async throws(CustodyError) -> SessionToken {
        let token = Data(random(32)).base64EncodedString()
        let previous = try await ledger.commit { transaction -> Instant? in
            try transaction.database.execute(
                sql: "DELETE FROM sign_in WHERE digest = ? AND code_digest = ?",
                arguments: [challenge, Data(code)]
            )
            guard transaction.database.changesCount == 1, var context = try transaction.context(of: record),
                context.policy.state == .open(internet: .active)
            else { throw CustodyError.notAccepted }
            let previous = try Int64.fetchOne(
                transaction.database,
                sql: "SELECT MAX(created) FROM session WHERE record_id = ?",
                arguments: [Data(record.bytes)]
            )
            let oldest = transaction.now.advanced(bySeconds: -400 * 86_400).milliseconds
            try transaction.database.execute(sql: "DELETE FROM session WHERE created < ?", arguments: [oldest])
            try transaction.database.execute(
                sql: "INSERT INTO session (digest, record_id, created, seen, previous) VALUES (?, ?, ?, ?, ?)",
                arguments: [
                    SecretHash.token(token), Data(record.bytes), transaction.now.milliseconds,
                    transaction.now.milliseconds,
                    previous,
                ]
            )
            let draft = TraceDraft(
                act: .signIn,
                actor: .holder(context.file.name),
                mode: .normal,
                request: self.newID(),
                node: "",
                rule: "signIn.secretAndCode",
                policy: self.rules.versionedName(of: context.policy.policySet)
            )
            _ = try transaction.append(draft, to: &context)
            return previous.map { Instant(milliseconds: $0) }
        }.value
        return SessionToken(text: token, previousVisit: previous)
    }

    /// The record and holder of a live session, and when it ends without a further request.
    func session(
        of token: String,
        now: Instant
    ) async throws(CustodyError) -> (record: RecordID, name: PersonName, previousVisit: Instant?) {
        let digest = SecretHash.token(token)
        let row = try await ledger.read { database in
            try Row.fetchOne(database, sql: "SELECT * FROM session WHERE digest = ?", arguments: [digest]).map { row in
                (
                    record: [UInt8](row["record_id"] as Data), created: row["created"] as Int64,
                    seen: row["seen"] as Int64,
                    previous: row["previous"] as Int64?
                )
            }
        }
        guard let row, let record = RecordID(bytes: row.record),
            now < Instant(milliseconds: row.seen).advanced(bySeconds: settings.sessionIdle),
            now < Instant(milliseconds: row.created).advanced(bySeconds: settings.sessionLifetime),
            let context = try await contextAfterCommit(of: record)
        else { throw .notAdmitted }
        if now.seconds(since: Instant(milliseconds: row.seen)) >= Self.sessionWriteInterval {
            _ = try await ledger.commit { transaction in
                try transaction.database.execute(
                    // Not one that was ended meanwhile: a request under way must not bring it back.
                    sql: "UPDATE session SET seen = ? WHERE digest = ? AND seen = ?",
                    arguments: [now.milliseconds, digest, row.seen]
                )
            }
        }
        return (record, context.file.name, row.previous.map { Instant(milliseconds: $0) })
    }

    /// When the holder of a session had signed in before.
    public func previousVisit(token: String) async throws(CustodyError) -> Instant? {
        try await session(of: token, now: clock()).previousVisit
    }

    /// Ends a session.
    public func endSession(token: String) async throws(CustodyError) {
        let now = clock()
        guard let session = try? await session(of: token, now: now) else { return }
        _ = try await ledger.commit { transaction in
            // Kept without its digest's use: the time of a visit is what the next one is compared with.
            try transaction.database.execute(
                sql: "UPDATE session SET seen = 0 WHERE digest = ?",
                arguments: [SecretHash.token(token)]
            )
            guard var context = try transaction.context(of: session.record) else { return }
            let draft = TraceDraft(
                act: .signOut,
                actor: .holder(session.name),
                mode: .normal,
                request: self.newID(),
                node: "",
                rule: "session.ended",
                policy: self.rules.versionedName(of: context.policy.policySet)
            )
            _ = try transaction.append(draft, to: &context)
        }
    }
}
