/// A pattern of SQL `LIKE`: `%` for any run, `_` for one character; matched in time linear in pattern × text.
public struct LikePattern: Hashable, Sendable {
    /// The longest pattern accepted, in characters.
    public static let maximumLength = 256

    /// As written.
    public let text: String

    /// Accepts a pattern that is neither empty nor too long.
    public init?(_ text: String) {
        guard !text.isEmpty, text.unicodeScalars.count <= Self.maximumLength else { return nil }
        self.text = text
    }

    /// Whether the whole of a value is of the pattern; case counts.
    public func matches(_ value: String) -> Bool {
        let pattern = Array(text.unicodeScalars)
        let subject = Array(value.unicodeScalars)
        var at = 0
        var inPattern = 0
        // Where to resume when what follows the last `%` fails: only the last one ever needs it.
        var resume: (pattern: Int, subject: Int)?
        while at < subject.count {
            if inPattern < pattern.count, pattern[inPattern] == "%" {
                resume = (inPattern, at)
                inPattern += 1
            } else if inPattern < pattern.count, pattern[inPattern] == "_" || pattern[inPattern] == subject[at] {
                inPattern += 1
                at += 1
            } else if let last = resume {
                resume = (last.pattern, last.subject + 1)
                inPattern = last.pattern + 1
                at = last.subject + 1
            } else {
                return false
            }
        }
        return pattern[inPattern...].allSatisfy { $0 == "%" }
    }
}
