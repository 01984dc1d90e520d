public import HealthRecord

/// From when until when a code is in force, both days included; an end that the publisher does not name is open.
public struct CodePeriod: Hashable, Sendable {
    /// The first day, where the publisher names one.
    public let from: CalendarDate?
    /// The last day (*dateFin*), where the publisher names one.
    public let until: CalendarDate?

    /// A span of days; nil when it ends before it begins.
    public init?(from: CalendarDate?, until: CalendarDate?) {
        if let from, let until, until < from { return nil }
        self.from = from
        self.until = until
    }

    /// Whether the code is in force on that day.
    public func contains(_ day: CalendarDate) -> Bool {
        if let from, day < from { return false }
        if let until, until < day { return false }
        return true
    }
}
