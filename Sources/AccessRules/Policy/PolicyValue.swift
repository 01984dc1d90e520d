/// A value of a key.
public enum PolicyValue: Hashable, Sendable {
    /// Yes or no.
    case flag(Bool)
    /// One of the words that the key admits.
    case choice(String)
    /// Some of them, at least one, none twice.
    case choices([String])
    /// A span of time; nil where nothing ends by itself.
    case period(Period?)
    /// A whole number.
    case number(Int)

    /// The value as a set's file writes it.
    public var text: String {
        switch self {
        case .flag(let flag): "\(flag)"
        case .choice(let word): word
        case .choices(let words): words.joined(separator: " | ")
        case .period(let period): period?.iso8601 ?? "none"
        case .number(let number): "\(number)"
        }
    }
}
