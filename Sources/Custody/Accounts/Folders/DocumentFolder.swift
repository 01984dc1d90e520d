import Foundation
public import HealthRecord

/// The name of a folder, as its owner wrote it: one line of fifty characters at most (identity and experience § 4.2).
public struct FolderName: Sendable, Hashable, Codable {
    /// The most characters.
    public static let maximumLength = 50

    /// The name.
    public let text: String

    /// Takes a name as it was typed; nil where it is empty, too long, or of several lines.
    public init?(_ typed: String) {
        let plain = typed.trimmingCharacters(in: .whitespacesAndNewlines).precomposedStringWithCanonicalMapping
        guard (1...Self.maximumLength).contains(plain.unicodeScalars.count),
            plain.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control })
        else { return nil }
        text = plain
    }

    /// Reads one, by the same door.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let name = FolderName(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a name of a folder")
        }
        self = name
    }

    /// Writes the text alone.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }

    /// What two names have in common that people would take for one another.
    var folded: String { text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil) }
}

/// A folder of somebody's own: a name, and the documents that he put into it.
///
/// A document lies in one, in several, or in none; some of them may no longer be in sight.
public struct DocumentFolder: Sendable, Hashable, Codable {
    /// What it is known by.
    public let id: UniqueID
    /// What its owner calls it.
    public internal(set) var name: FolderName
    /// What he put into it.
    public internal(set) var documents: Set<UniqueID>
}
