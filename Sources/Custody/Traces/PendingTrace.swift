import HealthRecord
import Sealing
import TraceTree

/// An event that has its place in a transaction; it proves nothing before the commit.
struct PendingTrace: Sendable {
    let record: RecordID
    let sequence: UInt64
    let logIndex: UInt64
    let leafHash: [UInt8]
    let time: Instant
}

/// An event that is durably in the record's chain and in the log: what a key is released against.
///
/// Only `CustodyLedger.commit` makes one, after the flush: no key without a trace, by construction (design § 2, law 1).
public struct CommittedTrace: Sendable, Hashable {
    /// Rank in the record's chain.
    public let sequence: UInt64
    /// Place in the log.
    public let logIndex: UInt64
    /// Hash of the log's leaf.
    public let leafHash: [UInt8]
    /// The custodian's signed word that the event has that place.
    public let promise: [UInt8]

    init(_ pending: PendingTrace, promise: [UInt8]) {
        sequence = pending.sequence
        logIndex = pending.logIndex
        leafHash = pending.leafHash
        self.promise = promise
    }
}
