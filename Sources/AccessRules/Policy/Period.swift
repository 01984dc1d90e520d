public import HealthRecord

/// A span of the calendar or the clock, as ISO 8601 writes it with one unit: `P10Y`, `P3M`, `P6W`, `P14D`, `PT3M`.
public struct Period: Hashable, Sendable {
    /// The unit of a period.
    public enum Unit: Hashable, Sendable {
        /// Calendar years.
        case years
        /// Calendar months.
        case months
        /// Weeks.
        case weeks
        /// Days.
        case days
        /// Minutes.
        case minutes
    }

    /// How many, 1 to 9999.
    public let count: Int
    /// Of what.
    public let unit: Unit

    /// Reads one number and one unit.
    public init?(_ text: some StringProtocol) {
        let isClock = text.hasPrefix("PT")
        guard text.hasPrefix("P"), let letter = text.last, let count = Int(text.dropFirst(isClock ? 2 : 1).dropLast()),
            (1...9999).contains(count)
        else { return nil }
        switch (isClock, letter) {
        case (false, "Y"): unit = .years
        case (false, "M"): unit = .months
        case (false, "W"): unit = .weeks
        case (false, "D"): unit = .days
        case (true, "M"): unit = .minutes
        default: return nil
        }
        self.count = count
    }

    /// The day on which a period that starts on a day ends; a day that its month lacks becomes the month's last.
    ///
    /// Minutes end on the same day.
    public func end(from day: CalendarDate) -> CalendarDate {
        switch unit {
        case .minutes: return day
        case .days: return CalendarDate(daysSinceEpoch: day.daysSinceEpoch + count)
        case .weeks: return CalendarDate(daysSinceEpoch: day.daysSinceEpoch + 7 * count)
        case .months, .years:
            let months = day.year * 12 + day.month - 1 + (unit == .years ? 12 * count : count)
            for last in stride(from: day.day, through: 28, by: -1) {
                if let end = CalendarDate(year: months / 12, month: months % 12 + 1, day: last) { return end }
            }
            return CalendarDate(year: months / 12, month: months % 12 + 1, day: min(day.day, 28))
                ?? CalendarDate(daysSinceEpoch: .max)
        }
    }

    /// The last day on which a period may start that has ended by a day.
    public func lastStart(endingBy day: CalendarDate) -> CalendarDate {
        switch unit {
        case .minutes: return day
        case .days: return CalendarDate(daysSinceEpoch: day.daysSinceEpoch - count)
        case .weeks: return CalendarDate(daysSinceEpoch: day.daysSinceEpoch - 7 * count)
        case .months, .years:
            let months = day.year * 12 + day.month - 1 - (unit == .years ? 12 * count : count)
            guard let first = CalendarDate(year: months / 12, month: months % 12 + 1, day: 1) else {
                return CalendarDate(daysSinceEpoch: .min)
            }
            // Months differ in length: several last days of one may end on the same day of another.
            var start = first
            while true {
                let next = CalendarDate(daysSinceEpoch: start.daysSinceEpoch + 1)
                guard next.month == first.month, end(from: next) <= day else { return start }
                start = next
            }
        }
    }

    /// The moment at which a period that starts at a moment ends; days and longer end at the same time of day in UTC.
    public func end(from instant: Instant) -> Instant {
        if unit == .minutes { return instant.advanced(bySeconds: Int64(count) * 60) }
        let days = end(from: instant.date).daysSinceEpoch - instant.date.daysSinceEpoch
        return instant.advanced(bySeconds: Int64(days) * 86_400)
    }

    /// As ISO 8601 and the sets' files write it.
    public var iso8601: String {
        switch unit {
        case .years: "P\(count)Y"
        case .months: "P\(count)M"
        case .weeks: "P\(count)W"
        case .days: "P\(count)D"
        case .minutes: "PT\(count)M"
        }
    }
}
