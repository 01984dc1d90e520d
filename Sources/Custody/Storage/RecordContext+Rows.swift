import Foundation
import GRDB
import HealthRecord
import Sealing

extension RecordContext {
    /// Unwraps a row of the table `record`.
    init(_ row: Row, record: RecordID, keys: ShardKeys, database: Database) throws {
        let epoch = KeyEpoch(try UInt32(exactly: row["epoch"] as Int64).orFault)
        let shard = try keys.key(of: ShardNumber(of: record), epoch: epoch, in: database)
        let recordKey = try shard.unwrapRecordKey([UInt8](row["wrapped_rk"] as Data), record: record, epoch: epoch)
        let traceKey = try shard.unwrapTraceKey([UInt8](row["wrapped_tk"] as Data), record: record, epoch: epoch)
        let version = try UInt64(exactly: row["file_version"] as Int64).orFault
        let plain = try traceKey.policyKey(record: record)
            .open([UInt8](row["file_ct"] as Data), record: record, version: version)
        let peaks = [UInt8](row["peaks"] as Data)
        let range = StateRange(
            count: try UInt64(exactly: row["leaf_count"] as Int64).orFault,
            peaks: stride(from: 0, to: peaks.count, by: 32).map { Array(peaks[$0..<min($0 + 32, peaks.count)]) }
        )
        self.init(
            record: record,
            recordKey: recordKey,
            traceKey: traceKey,
            file: try JSONDecoder().decode(HolderFile.self, from: Data(plain)),
            range: try range.orFault,
            stateSequence: try UInt64(exactly: row["state_seq"] as Int64).orFault,
            traceSequence: try UInt64(exactly: row["trace_seq"] as Int64).orFault,
            traceHead: [UInt8](row["trace_head"] as Data)
        )
    }

    /// What the table has of a record; nil where it has none of that identity.
    static func find(_ record: RecordID, keys: ShardKeys, in database: Database) throws -> RecordContext? {
        try Row.fetchOne(
            database,
            sql: "SELECT * FROM record WHERE record_id = ?",
            arguments: [Data(record.bytes)]
        ).map { try RecordContext($0, record: record, keys: keys, database: database) }
    }

    /// Seals the holder's file under its version.
    func sealedFile(random: @escaping RandomBytes) throws -> [UInt8] {
        try traceKey.policyKey(record: record).seal(
            Array(try JSONEncoder().encode(file)),
            record: record,
            version: file.policy.version,
            nonce: SealNonce(random: random)
        )
    }

    /// Writes what may have changed; the sealed file only when its version did, and then answers true.
    func update(in database: Database, random: @escaping RandomBytes) throws -> Bool {
        let stored = try Int64.fetchOne(
            try database.cachedStatement(sql: "SELECT file_version FROM record WHERE record_id = ?"),
            arguments: [Data(record.bytes)]
        )
        let isChanged = stored != Int64(file.policy.version)
        if isChanged {
            try database.execute(
                sql: "UPDATE record SET file_version = ?, file_ct = ? WHERE record_id = ?",
                arguments: [Int64(file.policy.version), Data(try sealedFile(random: random)), Data(record.bytes)]
            )
        }
        try database.cachedStatement(
            sql: """
                UPDATE record SET leaf_count = ?, peaks = ?, state_seq = ?, trace_seq = ?, trace_head = ? WHERE record_id = ?
                """
        ).execute(arguments: [
            Int64(range.count), Data(range.peaks.flatMap(\.self)), Int64(stateSequence), Int64(traceSequence),
            Data(traceHead),
            Data(record.bytes),
        ])
        return isChanged
    }
}

/// A row that the custodian itself wrote does not read back: the store is damaged.
struct DamagedRow: Error {}

extension Optional {
    /// The value, or the error that says the store is damaged.
    var orFault: Wrapped {
        get throws {
            guard let self else { throw DamagedRow() }
            return self
        }
    }
}
