public import HealthRecord

/// How the custodian's keys stand: which epoch, what is still under older ones, whether a turn is late.
public struct KeyStanding: Sendable, Hashable {
    /// The epoch under which everything new stands.
    public internal(set) var current: UInt32
    /// Since when.
    public internal(set) var since: Instant
    /// When the next begins; nil where that takes an order.
    public internal(set) var next: Instant?
    /// The epochs whose root keys are held, the oldest first.
    public internal(set) var held: [UInt32]
    /// How many records there are, those to be included; counted while some stand under an older epoch, and 0 else.
    public internal(set) var records: Int
    /// How many of them stand under older epochs.
    public internal(set) var left: [UInt32: Int]
    /// How many of those do not open, so that their root key cannot be destroyed.
    public internal(set) var unreadable: Int
    /// How the copies of the key store are.
    public internal(set) var copies: KeyCopies
    /// What is late, where something is.
    public internal(set) var delay: KeyDelay?
}

/// What is late with the keys by more than a day.
public enum KeyDelay: String, Sendable, Hashable, CaseIterable {
    /// A new epoch should have begun.
    case turn
    /// A root key should have been destroyed.
    case destruction
}
