import Foundation

extension DecisionFacts {
    /// One line of JSON, members in alphabetical order: the same facts give the same bytes.
    public func text() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }

    /// Reads what `text()` wrote.
    public init(text: String) throws { self = try JSONDecoder().decode(Self.self, from: Data(text.utf8)) }
}
