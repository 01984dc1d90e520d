public import HealthRecord

/// Legal time in metropolitan France: one hour ahead of UTC, two from the last Sunday of March to that of October,
/// both at 01:00 UTC (directive 2000/84/EC).
///
/// The rule is written out so that no image of the service needs a time zone database to date a trace.
public enum ParisTime {
    /// The civil date and time in France.
    public static func civil(_ instant: Instant) -> (date: CalendarDate, hour: Int, minute: Int) {
        let local = instant.advanced(bySeconds: Int64(offsetMinutes(at: instant) * 60))
        let time = local.timeOfDay
        return (local.date, time.hour, time.minute)
    }

    /// Minutes ahead of UTC.
    public static func offsetMinutes(at instant: Instant) -> Int {
        let year = instant.date.year
        guard let start = lastSunday(ofMonth: 3, year: year), let end = lastSunday(ofMonth: 10, year: year) else {
            return 60
        }
        return instant >= start && instant < end ? 120 : 60
    }

    private static func lastSunday(ofMonth month: Int, year: Int) -> Instant? {
        guard let last = CalendarDate(year: year, month: month, day: 31) else { return nil }
        // 1970-01-01 was a Thursday, so that day 3 was a Sunday.
        let weekday = ((last.daysSinceEpoch + 4) % 7 + 7) % 7
        let sunday = CalendarDate(daysSinceEpoch: last.daysSinceEpoch - weekday)
        return Instant(year: sunday.year, month: sunday.month, day: sunday.day, hour: 1)
    }
}
