/// The number of a root-key period (90 days by default); destroying its root key shreds what it wrapped.
public struct KeyEpoch: Hashable, Comparable, Codable, Sendable {
    /// The number, from zero.
    public let number: UInt32

    /// Names an epoch.
    public init(_ number: UInt32) {
        self.number = number
    }

    /// Older first.
    public static func < (left: KeyEpoch, right: KeyEpoch) -> Bool { left.number < right.number }
}
