import Foundation
import GRDB
import HealthRecord
import Sealing

/// A passkey as it lies sealed: only the public half is anywhere here.
struct KeptPasskey: Sendable, Codable {
    let credential: [UInt8]
    let key: [UInt8]
    let name: String
}

/// A row of the table `passkey`, opened.
struct PasskeyRow: Sendable {
    let digest: Data
    let record: RecordID
    let kept: KeptPasskey
    let counter: UInt32
    let shown: HeldPasskey
}

extension Custodian {
    /// The passkeys of a record, the oldest first.
    func passkeys(of record: RecordID) async throws(CustodyError) -> [PasskeyRow] {
        try await passkeyRows("record_id = ?", Data(record.bytes)).sorted {
            ($0.shown.since, $0.shown.id) < ($1.shown.since, $1.shown.id)
        }
    }

    /// The passkey of a credential; nil where nobody has it.
    func passkey(_ digest: Data) async throws(CustodyError) -> PasskeyRow? {
        try await passkeyRows("credential = ?", digest).first
    }

    private func passkeyRows(_ condition: String, _ value: Data) async throws(CustodyError) -> [PasskeyRow] {
        let rows = try await ledger.read { database in
            try Row.fetchAll(database, sql: "SELECT * FROM passkey WHERE \(condition)", arguments: [value]).map { row in
                (
                    digest: row["credential"] as Data, record: [UInt8](row["record_id"] as Data),
                    sealed: [UInt8](row["sealed"] as Data), counter: row["counter"] as Int64,
                    since: row["since"] as Int64, used: row["used"] as Int64?
                )
            }
        }
        do {
            return try rows.map { row in
                let id = try UniqueID(bytes: row.digest.prefix(16)).orFault
                let kept = try openLoose(KeptPasskey.self, row.sealed, id: id)
                return PasskeyRow(
                    digest: row.digest,
                    record: try RecordID(bytes: row.record).orFault,
                    kept: kept,
                    counter: UInt32(clamping: row.counter),
                    shown: HeldPasskey(
                        id: id,
                        name: kept.name,
                        since: Instant(milliseconds: row.since),
                        used: row.used.map { Instant(milliseconds: $0) }
                    )
                )
            }
        } catch {
            throw .unavailable
        }
    }
}
