import Crypto
import Foundation
import GRDB
public import HealthRecord
public import Sealing

/// What remains of a record that was destroyed: that it was, when, and where the log says so; nothing of whom.
public struct Tombstone: Sendable, Hashable, Codable {
    /// The record's own random name.
    public let record: RecordID
    /// When it was destroyed.
    public let at: Instant
    /// The number of the last event in the log, over all years.
    public let logIndex: UInt64
    /// The last event, with the salt of its commitment: it proves the destruction to whoever has the log.
    public let event: [UInt8]
    /// The salt.
    public let salt: [UInt8]
}

extension Custodian {
    /// Destroys a record: its keys first, then every row that names it (security design § 2.11).
    ///
    /// Nothing sealed under the keys opens ever again, here or at the host, whose rows and objects follow as a task that
    /// stays until it is done.
    func destroy(
        _ context: inout RecordContext,
        _ kind: DueKind,
        _ transaction: inout CustodyTransaction
    ) throws -> [OutgoingNotice] {
        guard context.policy.state.isClosed else { return [] }
        // What was set aside as a duplicate is the same person's, and goes with the record that it was joined to.
        for duplicate in try transaction.joined(to: context.record) {
            guard var old = try transaction.context(of: duplicate) else { continue }
            _ = try destroy(&old, kind, &transaction)
        }
        let told = notices(.recordDestroyed(at: transaction.now), to: context.file, at: transaction.now)
        let draft = calendarDraft(
            .destroy,
            kind == .erasure ? "destruction.onRequest" : "destruction.afterRetention",
            context
        )
        let pending = try transaction.append(draft, to: &context)
        let row = try Row.fetchOne(
            transaction.database,
            sql: "SELECT ct FROM trace WHERE record_id = ? AND rec_seq = ?",
            arguments: [Data(context.record.bytes), Int64(pending.sequence)]
        ).orFault
        let opened = try context.traceKey.open(
            [UInt8](row["ct"] as Data),
            record: context.record,
            sequence: pending.sequence
        )
        try transaction.database.execute(
            sql: "INSERT INTO tombstone (record_id, at, log_index, event, salt) VALUES (?, ?, ?, ?, ?)",
            arguments: [
                Data(context.record.bytes), transaction.now.milliseconds, Int64(pending.logIndex), Data(opened.event),
                Data(opened.salt),
            ]
        )
        try transaction.deleteRows(of: context)
        transaction.forget(context.record)
        visibilities.forget(context.record)
        return told
    }

    /// What remains of a record; nil where it was not destroyed.
    public func tombstone(of record: RecordID) async throws(CustodyError) -> Tombstone? {
        try await ledger.read { database in
            try Row.fetchOne(
                database,
                sql: "SELECT * FROM tombstone WHERE record_id = ?",
                arguments: [Data(record.bytes)]
            ).map { row in
                Tombstone(
                    record: record,
                    at: Instant(milliseconds: row["at"]),
                    logIndex: UInt64(clamping: row["log_index"] as Int64),
                    event: [UInt8](row["event"] as Data),
                    salt: [UInt8](row["salt"] as Data)
                )
            }
        }
    }

    /// Destroyed records whose rows the host may still have.
    func purges() async throws(CustodyError) -> [HostTask] {
        let rows = try await ledger.read { database in
            try Data.fetchAll(database, sql: "SELECT record_id FROM tombstone WHERE purged = 0 LIMIT 100")
        }
        return rows.compactMap { RecordID(bytes: [UInt8]($0)) }.map(HostTask.purge)
    }

    /// The host has nothing left of a destroyed record.
    public func confirmPurge(of record: RecordID) async throws(CustodyError) {
        _ = try await ledger.commit { transaction in
            try transaction.database.execute(
                sql: "UPDATE tombstone SET purged = 1 WHERE record_id = ?",
                arguments: [Data(record.bytes)]
            )
        }
    }
}

extension CustodyTransaction {
    /// Records that were set aside for a record.
    fileprivate func joined(to record: RecordID) throws -> [RecordID] {
        try Data.fetchAll(
            database,
            sql: "SELECT record_id FROM joined WHERE target = ?",
            arguments: [Data(record.bytes)]
        ).compactMap { RecordID(bytes: [UInt8]($0)) }
    }

    /// Deletes everything that the tables hold of a record; the tables overwrite what they delete.
    fileprivate func deleteRows(of context: RecordContext) throws {
        let record = Data(context.record.bytes)
        let logins = try Data.fetchAll(
            database,
            sql:
                "SELECT tag FROM login WHERE record_id = ?1 UNION ALL SELECT tag FROM sign_in_name WHERE record_id = ?1",
            arguments: [record]
        )
        let tables = [
            "joined", "due", "document_date", "care_notice", "presence", "standing", "trait", "session", "sign_in",
            "mandate", "account", "code_app", "passkey", "passkey_challenge", "sign_in_name", "device_verdict", "pin",
            "folder", "login", "deposit", "trace", "record",
        ]
        for table in tables {
            try database.execute(sql: "DELETE FROM \(table) WHERE record_id = ?", arguments: [record])
        }
        try forgetMoves(of: context.record)
        try forgetNews(of: context.record)
        for tag in logins {
            try database.execute(sql: "DELETE FROM attempt WHERE tag = ?", arguments: [tag])
        }
        // Letters lie under another tag of the same person, and an account for acting for others goes with the last mandate.
        for ins in context.file.identifiers {
            let tag = try registers.index.tag(ins: ins.matricule.text, oid: ins.root.rawValue)
            try database.execute(sql: "DELETE FROM letter_code WHERE tag = ?", arguments: [Data(tag.bytes)])
            try database.execute(sql: "DELETE FROM attempt WHERE tag = ?", arguments: [Data(tag.bytes)])
            for purpose in LetterPurpose.allCases { try WaitingLetter.Slot.code(tag, purpose).empty(in: database) }
        }
        try AccountOwner.forgetIdle(in: database)
    }
}
