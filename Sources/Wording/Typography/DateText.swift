public import HealthRecord

/// Dates and times in words.
public enum DateText {
    /// `12 mars 2026`, `1er avril 2026`; `12 March 2026`.
    public static func date(_ date: CalendarDate) -> Phrase {
        let day = date.day == 1 ? "1er" : "\(date.day)"
        return Phrase(
            french: "\(day)\u{A0}\(month(date.month, frenchMonths))\u{A0}\(date.year)",
            english: "\(date.day)\u{A0}\(month(date.month, englishMonths))\u{A0}\(date.year)"
        )
    }

    /// The day on which a moment falls in France.
    public static func date(_ instant: Instant) -> Phrase { date(ParisTime.civil(instant).date) }

    /// The day that a time stamp names: in France where it tells the hour, as it is written where it does not.
    public static func day(of time: HL7Time) -> CalendarDate {
        time.precision < .hour ? time.start.date : ParisTime.civil(time.start).date
    }

    /// `14 h 30`, `9 h`; `14:30`, in France.
    public static func time(_ instant: Instant) -> Phrase {
        let (_, hour, minute) = ParisTime.civil(instant)
        let minutes = minute < 10 ? "0\(minute)" : "\(minute)"
        return Phrase(
            french: "\(hour)\u{A0}h" + (minute == 0 ? "" : "\u{A0}\(minutes)"),
            english: (hour < 10 ? "0" : "") + "\(hour):\(minutes)"
        )
    }

    /// `12 mars 2026 à 14 h 30`; `12 March 2026 at 14:30`, in France.
    public static func moment(_ instant: Instant) -> Phrase {
        let day = date(instant)
        let time = time(instant)
        return Phrase("\(day.french) à \(time.french)", "\(day.english) at \(time.english)")
    }

    /// `12/03/2026`, for tables.
    public static func short(_ date: CalendarDate) -> String {
        "\(twoDigits(date.day))/\(twoDigits(date.month))/\(date.year)"
    }

    private static let frenchMonths = [
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
        "décembre",
    ]
    private static let englishMonths = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    private static func month(_ number: Int, _ names: [String]) -> String {
        names.indices.contains(number - 1) ? names[number - 1] : ""
    }

    private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
