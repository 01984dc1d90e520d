/// Dates as French readers write them (identity and experience § 8.3).
enum FrenchDate {
    private static let months = [
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
        "décembre",
    ]

    /// `12 mars 2026 à 14 h 30` from an HL7 local time, to the precision it was written with; nil for other text.
    static func text(local: String) -> String? {
        let digits = Array(local.utf8.prefix { (0x30...0x39).contains($0) })
        func number(_ range: Range<Int>) -> Int? {
            range.upperBound <= digits.count ? digits[range].reduce(0) { $0 * 10 + Int($1 - 0x30) } : nil
        }
        guard let year = number(0..<4) else { return nil }
        guard let month = number(4..<6) else { return "\(year)" }
        guard (1...12).contains(month) else { return nil }
        let name = months[month - 1]
        guard let day = number(6..<8) else { return "\(name) \(year)" }
        let date = "\(day == 1 ? "1er" : "\(day)")\u{A0}\(name) \(year)"
        guard let hour = number(8..<10) else { return date }
        let minute = number(10..<12) ?? 0
        return "\(date) à \(hour)\u{A0}h\u{A0}\(minute < 10 ? "0" : "")\(minute)"
    }
}
