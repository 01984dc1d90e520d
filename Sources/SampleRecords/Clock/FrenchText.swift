public import HealthRecord

/// Words and numbers as French readers expect them in letters and tables.
public enum FrenchText {
    private static let months = [
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
        "décembre",
    ]

    /// `12 mars 2026`, with no-break spaces.
    public static func date(_ date: CalendarDate) -> String {
        let name = (1...12).contains(date.month) ? months[date.month - 1] : ""
        return "\(date.day == 1 ? "1er" : "\(date.day)")\u{A0}\(name)\u{A0}\(date.year)"
    }

    /// A decimal comma in place of the point.
    public static func number(_ text: String) -> String {
        String(text.map { $0 == "." ? "," : $0 })
    }
}
