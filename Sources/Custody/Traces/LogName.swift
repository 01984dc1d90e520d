import HealthRecord

/// The name under which a log is signed, as the deployment gives it: `trace.<domain>/<year>/s00` (security design § 3.3).
///
/// Its first segment of four digits after the domain is a year: there is a log for each. A name without one is that of one log
/// for ever.
struct LogName: Sendable, Hashable {
    private let segments: [String]
    private let place: Int?

    /// Reads a name; any text is one.
    init(_ origin: String) {
        let segments = origin.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        self.segments = segments
        place = segments.indices.dropFirst().first { Self.year(segments[$0]) != nil }
    }

    /// The year that the name says; nil of one log for ever.
    var year: Int? { place.flatMap { Self.year(segments[$0]) } }

    /// The name of a year's log; the name as it is where it has no place for a year, or where a year has not four digits.
    func origin(of year: Int) -> String {
        guard let place, (0...9999).contains(year) else { return segments.joined(separator: "/") }
        var named = segments
        let digits = String(year)
        named[place] = String(repeating: "0", count: 4 - digits.utf8.count) + digits
        return named.joined(separator: "/")
    }

    /// Whether another is a name of the same log, of whatever year.
    func isSameLog(as other: LogName) -> Bool { place == other.place && origin(of: 0) == other.origin(of: 0) }

    private static func year(_ segment: String) -> Int? {
        guard segment.utf8.count == 4, segment.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return Int(segment)
    }
}

extension Instant {
    /// The year in UTC.
    var year: Int { date.year }
}
