import Foundation

/// A value as the file holds it.
enum FileValue: Decodable, Hashable, Sendable {
    case flag(Bool)
    case integer(Int)
    case text(String)
    case list([FileValue])
    case object([String: FileValue])
    case other

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let flag = try? container.decode(Bool.self) {
            self = .flag(flag)
        } else if let integer = try? container.decode(Int.self) {
            self = .integer(integer)
        } else if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let list = try? container.decode([FileValue].self) {
            self = .list(list)
        } else if let object = try? container.decode([String: FileValue].self) {
            self = .object(object)
        } else {
            self = .other
        }
    }

    /// Reads a file: JSON, and lines that begin with `//`, so that the example is a file too.
    ///
    /// Foundation's own JSON5 mode stops the process on some malformed files: it is not used.
    static func parse(_ bytes: [UInt8]) throws(ConfigurationError) -> [String: FileValue] {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .unreadableFile }
        // A line end within a JSON string is always escaped: a line that begins with `//` is never part of one.
        let lines = text.split { ["\n", "\r\n", "\r"].contains($0) }.filter {
            !$0.drop(while: \.isWhitespace).hasPrefix("//")
        }
        let json = Data(lines.joined(separator: "\n").utf8)
        guard let value = try? JSONDecoder().decode(FileValue.self, from: json), case .object(let object) = value
        else { throw .unreadableFile }
        var flat: [String: FileValue] = [:]
        try flatten(object, under: "", into: &flat)
        return flat
    }

    /// `{"portal":{"port":1}}` and `{"portal.port":1}` say the same.
    private static func flatten(
        _ object: [String: FileValue],
        under prefix: String,
        into flat: inout [String: FileValue]
    ) throws(ConfigurationError) {
        for (name, value) in object {
            let key = prefix + name
            switch value {
            case .object(let inner): try flatten(inner, under: key + ".", into: &flat)
            case .flag, .integer, .text, .list, .other:
                guard flat.updateValue(value, forKey: key) == nil else { throw .repeatedKey(key) }
            }
        }
    }
}
