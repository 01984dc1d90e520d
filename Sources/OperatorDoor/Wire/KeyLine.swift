import Custody
import HealthRecord

/// How the custodian's keys stand, as the door answers it.
public struct KeyLine: Sendable, Hashable, Codable {
    /// How many records still stand under an epoch that is over.
    public struct Left: Sendable, Hashable, Codable {
        /// The epoch.
        public let epoch: UInt32
        /// How many.
        public let records: Int
    }

    /// The epoch under which everything new stands.
    public let epoch: UInt32
    /// Since when, ISO 8601.
    public let since: String
    /// When the next begins by itself; nil where that takes an order.
    public let next: String?
    /// The epochs whose root keys are held.
    public let held: [UInt32]
    /// How many records there are, while some are left.
    public let records: Int
    /// What is left under older epochs.
    public let left: [Left]
    /// How many of those do not open.
    public let unreadable: Int
    /// Whether every copy of the key store is as the store.
    public let hasWholeCopies: Bool
    /// What is late: `turn`, `destruction`.
    public let late: String?

    init(_ standing: KeyStanding) {
        epoch = standing.current
        since = standing.since.iso8601
        next = standing.next?.iso8601
        held = standing.held
        records = standing.records
        left = standing.left.sorted { $0.key < $1.key }.map { Left(epoch: $0.key, records: $0.value) }
        unreadable = standing.unreadable
        hasWholeCopies = standing.copies == .whole
        late = standing.delay?.rawValue
    }
}
