import StrictJSON

/// A configuration's file as text: JSON, and lines that begin with `//`.
enum ConfigurationText {
    /// The first line that is no JSON; nil where all is JSON, or no text at all.
    static func faultyLine(_ bytes: [UInt8]) -> Int? {
        guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
        // A comment leaves an empty line, so that lines keep their numbers.
        let lines = text.split(omittingEmptySubsequences: false) { ["\n", "\r\n", "\r"].contains($0) }
            .map { $0.drop(while: \.isWhitespace).hasPrefix("//") ? "" : $0 }
        do throws(JSONFault) { _ = try JSONValue(Array(lines.joined(separator: "\n").utf8)) } catch {
            if case .malformed(let line, _) = error { return line }
        }
        return nil
    }
}
