/// A moment in milliseconds since 1970-01-01T00:00:00Z, leap seconds not counted.
public struct Instant: Hashable, Comparable, Sendable, Codable {
    /// Milliseconds since the epoch; negative before it.
    public let milliseconds: Int64

    /// A moment by its distance to the epoch.
    public init(milliseconds: Int64) { self.milliseconds = milliseconds }

    /// A moment by its civil date and time in UTC; nil when it names no day or hour, or a year outside 1–9999.
    public init?(year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0) {
        guard let days = CalendarDate(year: year, month: month, day: day)?.daysSinceEpoch, (0...23).contains(hour),
            (0...59).contains(minute), (0...60).contains(second)
        else { return nil }
        milliseconds = (Int64(days) * 86_400 + Int64(hour * 3600 + minute * 60 + second)) * 1000
    }

    public static func < (left: Instant, right: Instant) -> Bool { left.milliseconds < right.milliseconds }

    /// The moment so many seconds later; clamped at the ends of the scale.
    public func advanced(bySeconds seconds: Int64) -> Instant {
        let (product, overflowed) = seconds.multipliedReportingOverflow(by: 1000)
        let (sum, overflow) = milliseconds.addingReportingOverflow(product)
        if overflowed || overflow { return Instant(milliseconds: seconds < 0 ? .min : .max) }
        return Instant(milliseconds: sum)
    }

    /// Seconds from another moment to this one, rounded down.
    public func seconds(since earlier: Instant) -> Int64 {
        let (difference, overflow) = milliseconds.subtractingReportingOverflow(earlier.milliseconds)
        if overflow { return milliseconds > earlier.milliseconds ? .max : .min }
        return difference.dividedDown(by: 1000)
    }

    /// The civil date in UTC.
    public var date: CalendarDate { CalendarDate(daysSinceEpoch: Int(wholeSeconds.dividedDown(by: 86_400))) }

    /// Hour, minute and second in UTC.
    public var timeOfDay: (hour: Int, minute: Int, second: Int) {
        let seconds = Int(wholeSeconds - wholeSeconds.dividedDown(by: 86_400) * 86_400)
        return (seconds / 3600, seconds / 60 % 60, seconds % 60)
    }

    /// `YYYYMMDDhhmmss` in UTC, as XDS metadata write it.
    public var hl7: String {
        let (hour, minute, second) = timeOfDay
        return date.hl7 + hour.twoDigits + minute.twoDigits + second.twoDigits
    }

    /// `2026-04-01T08:15:00.000Z`, as XML and JSON write it.
    public var iso8601: String {
        let (hour, minute, second) = timeOfDay
        let fraction = milliseconds - wholeSeconds * 1000
        let padding = fraction < 10 ? "00" : fraction < 100 ? "0" : ""
        return "\(date.iso8601)T\(hour.twoDigits):\(minute.twoDigits):\(second.twoDigits).\(padding)\(fraction)Z"
    }

    private var wholeSeconds: Int64 { milliseconds.dividedDown(by: 1000) }
}

extension Int64 {
    func dividedDown(by divisor: Int64) -> Int64 {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}

extension Int {
    var twoDigits: String { self < 10 ? "0\(self)" : "\(self)" }
}

extension CalendarDate {
    /// The beginning of the day, in coordinated universal time.
    public var midnight: Instant { Instant(milliseconds: Int64(daysSinceEpoch) * 86_400_000) }
}
