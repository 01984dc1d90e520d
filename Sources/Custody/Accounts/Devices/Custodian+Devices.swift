import AccessRules
import Foundation
import GRDB
import HealthRecord
import Sealing

/// With what somebody has signed in (identity and experience § 7.1, page 26): known again, disowned, forgotten.
///
/// Each person sees his own: the holder his, who acts for him those of his own sessions.
extension Custodian {
    /// The kinds of devices used in the last four hundred days, the last used first.
    public func devices(_ admission: Admission, token: String) async throws(CustodyError) -> [UsedDevice] {
        guard admissions.hasClaimed(admission, now: clock()) != nil else { throw .notAdmitted }
        let whose = try sessionPerson(admission)
        let own = SecretHash.token(token)
        return try await ledger.read { database in
            let verdicts = try Row.fetchAll(
                database,
                sql: "SELECT device, verdict FROM device_verdict WHERE record_id = ? AND mandate = ?",
                arguments: [whose.recordBytes, whose.mandateKey]
            )
            let said = Dictionary(
                verdicts.map { ($0["device"] as String, DeviceVerdict(rawValue: $0["verdict"])) }
            ) { first, _ in first }
            return try Row.fetchAll(
                database,
                sql: """
                    SELECT device, MIN(created) AS first, MAX(MAX(created, seen)) AS last, MAX(digest = ?) AS this FROM session
                    WHERE record_id = ? AND mandate IS ? AND device IS NOT NULL
                    GROUP BY device ORDER BY last DESC, device
                    """,
                arguments: [own, whose.recordBytes, whose.mandateOrNull]
            ).compactMap { row in
                let text = row["device"] as String
                return SessionDevice(text).map { device in
                    UsedDevice(
                        device: device,
                        first: Instant(milliseconds: row["first"]),
                        last: Instant(milliseconds: row["last"]),
                        isThis: row["this"] == 1,
                        verdict: said[text] ?? nil
                    )
                }
            }
        }
    }

    /// Says of a kind of device whose it is; what somebody disowns ends with it, but for the session that asks.
    ///
    /// - Throws: `conflict("device")` for one that has not been used.
    public func judge(
        _ device: SessionDevice,
        _ verdict: DeviceVerdict,
        token: String,
        _ admission: Admission
    ) async throws(CustodyError) {
        let whose = try sessionPerson(admission)
        let own = SecretHash.token(token)
        _ = try await perform(.signIn, traced: .changeAccess, by: admission, on: nil) { transaction, _, draft in
            guard try whose.sessions(of: device, in: transaction.database) > 0 else {
                throw CustodyError.conflict("device")
            }
            try transaction.database.execute(
                sql: """
                    INSERT OR REPLACE INTO device_verdict (record_id, mandate, device, verdict) VALUES (?, ?, ?, ?)
                    """,
                arguments: [whose.recordBytes, whose.mandateKey, device.text, verdict.rawValue]
            )
            draft.details["changed"] = "device"
            draft.details["verdict"] = verdict.rawValue
            guard verdict == .foreign else { return }
            try transaction.database.execute(
                sql: """
                    UPDATE session SET seen = 0 WHERE record_id = ? AND mandate IS ? AND device = ? AND digest <> ?
                    """,
                arguments: [whose.recordBytes, whose.mandateOrNull, device.text, own]
            )
        }
    }

    /// Forgets a kind of device, or all: its sessions end but for the one that asks, and used again it is told of as new.
    ///
    /// - Throws: `conflict("device")` where there is nothing to forget.
    public func forget(_ device: SessionDevice?, token: String, _ admission: Admission) async throws(CustodyError) {
        let whose = try sessionPerson(admission)
        let own = SecretHash.token(token)
        _ = try await perform(.signIn, traced: .changeAccess, by: admission, on: nil) { transaction, _, draft in
            // The row stays, for when this person was there before; with what goes.
            try transaction.database.execute(
                sql: """
                    UPDATE session SET device = NULL, seen = 0
                    WHERE record_id = ? AND mandate IS ? AND device IS NOT NULL AND digest <> ? AND (? IS NULL OR device = ?)
                    """,
                arguments: [
                    whose.recordBytes, whose.mandateOrNull, own, device?.text, device?.text,
                ]
            )
            guard transaction.database.changesCount > 0 else { throw CustodyError.conflict("device") }
            try transaction.database.execute(
                sql: """
                    DELETE FROM device_verdict WHERE record_id = ? AND mandate = ? AND (? IS NULL OR device = ?)
                    """,
                arguments: [whose.recordBytes, whose.mandateKey, device?.text, device?.text]
            )
            draft.details["changed"] = "device"
        }
    }
}

extension SessionPerson {
    fileprivate func sessions(of device: SessionDevice, in database: Database) throws -> Int {
        try Int.fetchOne(
            database,
            sql: "SELECT COUNT(*) FROM session WHERE record_id = ? AND mandate IS ? AND device = ?",
            arguments: [recordBytes, mandateOrNull, device.text]
        ) ?? 0
    }
}
