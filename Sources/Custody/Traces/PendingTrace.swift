import HealthRecord
import Sealing

/// An event that has its place in a transaction; it proves nothing before the commit.
struct PendingTrace: Sendable, Hashable {
    let record: RecordID
    let sequence: UInt64
    let logIndex: UInt64
    let leafHash: [UInt8]
    let time: Instant
}
