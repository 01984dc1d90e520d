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
    func beginSession(
        with checked: CheckedCode,
        device: SessionDevice?
    ) async throws(CustodyError) -> SessionToken {
        let token = Data(random(32)).base64EncodedString()
        let previous = try await ledger.commit { transaction -> Instant? in
            try transaction.useSignIn(checked)
            let isNew = try transaction.isNew(device, of: checked.record, by: checked.mandate)
            let previous = try self.keepSession(
                token,
                record: checked.record,
                mandate: checked.mandate,
                rule: "signIn.secretAndCode",
                device: device,
                &transaction
            )
            if isNew { try transaction.tellOfNewDevice(checked.record, by: checked.mandate) }
            return previous
        }.value
        return SessionToken(text: token, previousVisit: previous)
    }

    /// Keeps a new session and its trace; answers when the same person had come before.
    func keepSession(
        _ token: String,
        record: RecordID,
        mandate: UniqueID?,
        rule: String,
        device: SessionDevice?,
        _ transaction: inout CustodyTransaction
    ) throws -> Instant? {
        guard var context = try transaction.context(of: record),
            isEnterable(context, by: mandate, now: transaction.now),
            let actor = person(by: mandate, on: context, now: transaction.now)
        else { throw CustodyError.notAccepted }
        let previous = try Int64.fetchOne(
            transaction.database,
            sql: "SELECT MAX(created) FROM session WHERE record_id = ? AND mandate IS ?",
            arguments: [Data(record.bytes), mandate.map { Data($0.bytes) }]
        )
        let oldest = transaction.now.advanced(bySeconds: -400 * 86_400).milliseconds
        try transaction.database.execute(sql: "DELETE FROM session WHERE created < ?", arguments: [oldest])
        try transaction.database.execute(
            sql: """
                INSERT INTO session (digest, record_id, mandate, created, seen, previous, device)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                SecretHash.token(token), Data(record.bytes), mandate.map { Data($0.bytes) },
                transaction.now.milliseconds, transaction.now.milliseconds, previous, device?.text,
            ]
        )
        try transaction.setOrigin(
            SessionOrigin(person: try transaction.person(on: context, by: mandate), began: transaction.now),
            of: token
        )
        var draft = TraceDraft(
            act: .signIn,
            actor: actor,
            mode: .normal,
            request: newID(),
            node: "",
            rule: rule,
            policy: rules.versionedName(of: context.policy.policySet)
        )
        if let mandate { draft.details["mandate"] = mandate.text }
        _ = try transaction.append(draft, to: &context)
        return previous.map { Instant(milliseconds: $0) }
    }

    /// A live session: whose record, who sits before it, and when he had come before.
    struct LiveSession: Sendable {
        let record: RecordID
        let origin: SessionOrigin
        let mandate: UniqueID?
        let actor: Actor
        let previousVisit: Instant?
        let device: SessionDevice?
    }

    /// The live session of a token; a mandate that has ended ends its sessions.
    func session(of token: String, now: Instant) async throws(CustodyError) -> LiveSession {
        let digest = SecretHash.token(token)
        let row = try await ledger.read { database in
            try Row.fetchOne(database, sql: "SELECT * FROM session WHERE digest = ?", arguments: [digest]).map { row in
                (
                    origin: SessionOrigin(row), record: [UInt8](row["record_id"] as Data),
                    mandate: (row["mandate"] as Data?).flatMap { UniqueID(bytes: [UInt8]($0)) },
                    created: row["created"] as Int64, seen: row["seen"] as Int64, previous: row["previous"] as Int64?,
                    device: row["device"] as String?
                )
            }
        }
        guard let row, let record = RecordID(bytes: row.record),
            now < Instant(milliseconds: row.seen).advanced(bySeconds: settings.sessionIdle),
            // However often somebody passes from one record to another, he signs in once in so long a time.
            now < row.origin.began.advanced(bySeconds: settings.sessionLifetime),
            let context = try await contextAfterCommit(of: record),
            let actor = person(by: row.mandate, on: context, now: now)
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
        return LiveSession(
            record: record,
            origin: row.origin,
            mandate: row.mandate,
            actor: actor,
            previousVisit: row.previous.map { Instant(milliseconds: $0) },
            device: row.device.flatMap { SessionDevice($0) }
        )
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
            if session.mandate == nil, let person = session.origin.person {
                // Whoever signs out has left the records of others as well.
                try transaction.database.execute(
                    sql: "UPDATE session SET seen = 0 WHERE person = ? AND began = ? AND mandate IS NOT NULL",
                    arguments: [person, session.origin.began.milliseconds]
                )
            }
            guard var context = try transaction.context(of: session.record) else { return }
            let draft = TraceDraft(
                act: .signOut,
                actor: session.actor,
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
