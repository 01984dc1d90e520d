extension Instant {
    /// The day in metropolitan France, where the law's terms run: UTC+1, and UTC+2 in summer (directive 2000/84/EC).
    public var dayInFrance: CalendarDate {
        let year = date.year
        guard let march = CalendarDate(year: year, month: 3, day: 31),
            let october = CalendarDate(year: year, month: 10, day: 31)
        else { return date }
        // The change is at 01:00 UTC on the last Sunday; 1970-01-01 was a Thursday.
        func lastSunday(upTo day: CalendarDate) -> Int64 {
            let days = day.daysSinceEpoch
            return Int64(days - (days + 4) % 7) * 86_400 + 3600
        }
        let seconds = milliseconds / 1000
        let isSummer = seconds >= lastSunday(upTo: march) && seconds < lastSunday(upTo: october)
        return advanced(bySeconds: isSummer ? 7200 : 3600).date
    }
}

extension CalendarDate {
    /// The beginning of the day in metropolitan France; no change of the clocks falls between the two that it may be.
    public var midnightInFrance: Instant {
        let inSummer = midnight.advanced(bySeconds: -7200)
        return inSummer.dayInFrance == self ? inSummer : midnight.advanced(bySeconds: -3600)
    }
}
