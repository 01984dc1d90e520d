import Crypto

/// One of the 4,096 shards that records fall into: the first twelve bits of SHA-256(recordId).
public struct ShardNumber: Hashable, Comparable, Sendable {
    /// How many shards there are.
    public static let count: UInt16 = 4_096

    /// From 0 to 4,095.
    public let number: UInt16

    /// Accepts 0 to 4,095.
    public init?(_ number: UInt16) {
        guard number < Self.count else { return nil }
        self.number = number
    }

    /// The shard of a record.
    public init(of record: RecordID) {
        var first: UInt16 = 0
        for byte in SHA256.hash(data: record.bytes).prefix(2) { first = first << 8 | UInt16(byte) }
        number = first >> 4
    }

    /// In numeric order.
    public static func < (left: ShardNumber, right: ShardNumber) -> Bool { left.number < right.number }
}
