/// How the trace log stands to the promises that came with deposits.
public struct LogStanding: Sendable, Hashable {
    /// Why a head of the log is not believed.
    public enum HeadFault: String, Sendable, Hashable, CaseIterable {
        /// It is no head that the log's key has signed.
        case unsigned
        /// It has fewer entries than a head that was signed before, or does not go on where that one ended.
        case forked
        /// Its tiles cannot be read.
        case unreadable
    }

    /// Whether anybody has looked yet.
    public internal(set) var isLooked = false
    /// How many promises were kept.
    public internal(set) var kept = 0
    /// How many were broken.
    public internal(set) var broken = 0
    /// Whether an event waits for its place in the log for longer than it may.
    public internal(set) var isLate = false
    /// Why the newest head is not believed; nil for one that is.
    public internal(set) var fault: HeadFault?

    /// Nothing looked at yet.
    public init() {}

    /// Whether all that was promised is there.
    public var isWhole: Bool { broken == 0 && !isLate && fault == nil }
}
