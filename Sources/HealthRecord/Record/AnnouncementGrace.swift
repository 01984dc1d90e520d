/// A respite for what waits to be announced, where its term came while nobody could be told of it (CSP R1111-53).
///
/// It follows from a turn in the record's life alone, whatever the record holds.
public struct AnnouncementGrace: Hashable, Sendable, Codable {
    /// The last day on which terms still came as ever; nil where none came before.
    public var from: CalendarDate?
    /// The day from which terms come again: what came due between the two waits.
    public var since: CalendarDate
    /// The day on which it becomes visible.
    public var until: CalendarDate

    /// Joins the days.
    public init(from: CalendarDate?, since: CalendarDate, until: CalendarDate) {
        self.from = from
        self.since = since
        self.until = until
    }

    /// Whether it is still running on a day.
    public func isRunning(on day: CalendarDate) -> Bool { day < until }

    /// Whether what is to be released on a day falls under it.
    public func covers(_ release: CalendarDate) -> Bool {
        release <= since && (from.map { release > $0 } ?? true)
    }

    /// One that covers what either does.
    public func joined(with other: Self) -> Self {
        let from = from.flatMap { own in other.from.map { min(own, $0) } }
        return Self(from: from, since: max(since, other.since), until: max(until, other.until))
    }

    /// The same, with what an earlier one still held back when this one's time began.
    public func following(_ former: Self?) -> Self {
        guard let former, let from, former.isRunning(on: from) else { return self }
        return Self(from: former.from.map { min($0, from) }, since: since, until: until)
    }
}
