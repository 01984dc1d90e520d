internal import HealthRecord

/// Local time in metropolitan France: one hour ahead of UTC, two from the last Sunday of March to that of October,
/// both at 01:00 UTC (directive 2000/84/EC).
enum ParisTime {
    static func offsetMinutes(at instant: Instant) -> Int {
        let year = instant.date.year
        guard let start = lastSunday(ofMonth: 3, year: year), let end = lastSunday(ofMonth: 10, year: year) else {
            return 60
        }
        return instant >= start && instant < end ? 120 : 60
    }

    /// `YYYYMMDDhhmmss+zzzz`, as a CDA document writes times.
    static func hl7(_ instant: Instant) -> String {
        let minutes = offsetMinutes(at: instant)
        return instant.advanced(bySeconds: Int64(minutes * 60)).hl7 + (minutes == 120 ? "+0200" : "+0100")
    }

    /// The day on which it is in France.
    static func date(_ instant: Instant) -> CalendarDate {
        instant.advanced(bySeconds: Int64(offsetMinutes(at: instant) * 60)).date
    }

    private static func lastSunday(ofMonth month: Int, year: Int) -> Instant? {
        guard let last = CalendarDate(year: year, month: month, day: 31) else { return nil }
        // 1970-01-01 was a Thursday: day 3 after it a Sunday.
        let weekday = ((last.daysSinceEpoch + 4) % 7 + 7) % 7
        let sunday = CalendarDate(daysSinceEpoch: last.daysSinceEpoch - weekday)
        return Instant(year: sunday.year, month: sunday.month, day: sunday.day, hour: 1)
    }
}
