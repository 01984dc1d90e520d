/// An HL7 point in time with the precision it was written with: `YYYY[MM[DD[hh[mm[ss]]]]][±zzzz]` (HL7 V3 data types, TS).
///
/// Without an offset it is UTC, as XDS metadata are (ITI TF-3 § 4.2.3.1.7).
public struct HL7Time: Hashable, Sendable, Codable {
    /// The finest field written.
    public enum Precision: Int, Sendable, Codable, Comparable {
        /// A year.
        case year = 4
        /// A month.
        case month = 6
        /// A day.
        case day = 8
        /// An hour.
        case hour = 10
        /// A minute.
        case minute = 12
        /// A second.
        case second = 14

        public static func < (left: Precision, right: Precision) -> Bool { left.rawValue < right.rawValue }
    }

    /// The first moment of the span that the text names.
    public let start: Instant
    /// The finest field written.
    public let precision: Precision

    /// A moment to the second.
    public init(_ instant: Instant) {
        start = instant
        precision = .second
    }

    /// Reads a time stamp; a fraction of a second is read and dropped.
    public init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        let digits = Array(bytes.prefix(while: \.isASCIIDigit))
        var rest = bytes[digits.count...]
        guard let precision = Precision(rawValue: digits.count) else { return nil }
        if rest.first == UInt8(ascii: ".") {
            let fraction = rest.dropFirst().prefix(while: \.isASCIIDigit)
            guard precision == .second, (1...4).contains(fraction.count) else { return nil }
            rest = rest.dropFirst(fraction.count + 1)
        }
        guard let offset = Self.offsetMinutes(rest) else { return nil }
        func field(_ range: Range<Int>, or absent: Int) -> Int {
            range.upperBound <= digits.count
                ? digits[range].reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) } : absent
        }
        guard
            let local = Instant(
                year: field(0..<4, or: 1),
                month: field(4..<6, or: 1),
                day: field(6..<8, or: 1),
                hour: field(8..<10, or: 0),
                minute: field(10..<12, or: 0),
                second: field(12..<14, or: 0)
            )
        else { return nil }
        // An offset on a bare date moves nothing: the day is the day.
        start = precision < .hour ? local : local.advanced(bySeconds: Int64(-offset * 60))
        self.precision = precision
    }

    /// The text in UTC, cut at the precision.
    public var hl7: String { String(start.hl7.prefix(precision.rawValue)) }

    private static func offsetMinutes(_ text: ArraySlice<UInt8>) -> Int? {
        guard let sign = text.first else { return 0 }
        let digits = text.dropFirst()
        guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"), digits.count == 4,
            digits.allSatisfy(\.isASCIIDigit)
        else { return nil }
        let number = digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
        let minutes = number / 100 * 60 + number % 100
        guard number % 100 < 60, minutes <= 14 * 60 else { return nil }
        return sign == UInt8(ascii: "-") ? -minutes : minutes
    }
}
