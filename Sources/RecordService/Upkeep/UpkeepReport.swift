/// What one round of upkeep could not do; the next tries again.
public struct UpkeepReport: Sendable, Hashable {
    /// What a round consists of.
    public enum Part: String, Sendable, Hashable, CaseIterable {
        /// Work that was left half way.
        case works
        /// What time brings to records.
        case calendar
        /// What quotas have counted.
        case quotas
        /// The public log of traces.
        case log
        /// The turn of the custodian's keys.
        case keys
    }

    /// The parts that failed as a whole.
    public var failed: Set<Part> = []
    /// The calendar's tasks that failed and stay due; nil in a round that did not look at the calendar.
    public var tasksLeft: Int?

    /// A round in which all was done.
    public init() {}
}
