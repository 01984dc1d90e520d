import AccessRules
import Crypto
import Foundation
import GRDB
public import HealthRecord
import Sealing

/// A session that is open on a record.
public struct OpenSession: Sendable, Hashable, Codable {
    /// Its name on pages; it opens nothing.
    public let id: UniqueID
    /// When it began.
    public let since: Instant
    /// Its last request, within a minute.
    public let lastSeen: Instant
    /// Whether it is the one that asks.
    public let isThis: Bool
    /// The representative who sits before it; nil for the holder.
    public let byRepresentative: PersonName?
    /// With what; nil where it was not noted.
    public let device: SessionDevice?
    /// Whether the one who asks may end it: a representative ends his own only.
    public let mayEnd: Bool
}

extension Custodian {
    /// The sessions open on a record, the newest first; a representative sees his own only.
    public func sessions(_ admission: Admission, token: String) async throws(CustodyError) -> [OpenSession] {
        let record = try record(of: admission, nil)
        guard admissions.hasClaimed(admission, now: clock()) != nil else { throw .notAdmitted }
        let context = try await contextAfterCommit(of: record)
        let own = SecretHash.token(token)
        return try await liveSessions(of: record).filter { row in
            admission.mandate == nil || row.mandate == admission.mandate
        }.map { row in
            OpenSession(
                id: row.id,
                since: row.created,
                lastSeen: row.seen,
                isThis: row.digest == own,
                byRepresentative: row.mandate.flatMap { id in
                    context?.policy.representatives.first { $0.id == id }?.name
                },
                device: row.device,
                mayEnd: row.digest != own && (admission.mandate == nil || row.mandate == admission.mandate)
            )
        }
    }

    /// Ends one session, or all but the one that asks; answers how many.
    ///
    /// A representative ends his own only.
    @discardableResult
    public func endSessions(
        _ chosen: UniqueID?,
        keeping token: String,
        _ admission: Admission
    ) async throws(CustodyError) -> Int {
        let record = try record(of: admission, nil)
        let own = SecretHash.token(token)
        let ended = try await liveSessions(of: record).filter { row in
            (chosen.map { $0 == row.id } ?? (row.digest != own))
                && (admission.mandate == nil || row.mandate == admission.mandate)
        }
        guard !ended.isEmpty else { return 0 }
        _ = try await perform(.signIn, traced: .signOut, by: admission, on: nil) { transaction, _, draft in
            for row in ended {
                try transaction.database.execute(
                    sql: "UPDATE session SET seen = 0 WHERE digest = ?",
                    arguments: [row.digest]
                )
            }
            draft.details["sessions"] = String(ended.count)
        }
        return ended.count
    }

    private struct SessionRow: Sendable {
        let id: UniqueID
        let digest: Data
        let mandate: UniqueID?
        let created: Instant
        let seen: Instant
        let device: SessionDevice?
    }

    private func liveSessions(of record: RecordID) async throws(CustodyError) -> [SessionRow] {
        let now = clock()
        let (idle, longest) = (settings.sessionIdle, settings.sessionLifetime)
        return try await ledger.read { database in
            try Row.fetchAll(
                database,
                sql: "SELECT * FROM session WHERE record_id = ? AND seen > ? AND created > ? ORDER BY created DESC",
                arguments: [
                    Data(record.bytes), now.advanced(bySeconds: -idle).milliseconds,
                    now.advanced(bySeconds: -longest).milliseconds,
                ]
            ).compactMap { row in
                let digest = row["digest"] as Data
                // The name is a digest of what is itself a digest: it leads back to nothing.
                guard let id = UniqueID(bytes: Array(SHA256.hash(data: digest)).prefix(16)) else { return nil }
                return SessionRow(
                    id: id,
                    digest: digest,
                    mandate: (row["mandate"] as Data?).flatMap { UniqueID(bytes: [UInt8]($0)) },
                    created: Instant(milliseconds: row["created"]),
                    seen: Instant(milliseconds: row["seen"]),
                    device: (row["device"] as String?).flatMap { SessionDevice($0) }
                )
            }
        }
    }
}
