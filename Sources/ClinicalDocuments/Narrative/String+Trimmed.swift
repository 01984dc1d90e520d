extension String {
    /// Without white space at both ends.
    var trimmed: Substring {
        let isSpace: (Character) -> Bool = { $0.isWhitespace }
        guard let first = firstIndex(where: { !isSpace($0) }), let last = lastIndex(where: { !isSpace($0) }) else {
            return ""
        }
        return self[first...last]
    }
}

extension Substring {
    /// The text, or nil where there is none.
    var nonEmpty: String? { isEmpty ? nil : String(self) }
}
