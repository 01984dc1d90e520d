import HealthRecord
import Sealing

/// An event that has its place in a transaction; it proves nothing before the commit.
struct PendingTrace: Sendable, Hashable {
    let record: RecordID
    let sequence: UInt64
    /// Its number in the whole log.
    let logIndex: UInt64
    let shard: LogShard
    let leafHash: [UInt8]
    let time: Instant

    /// Its place in its shard.
    var place: UInt64 { logIndex - shard.first }
}
