internal import SafeXML

extension DecodedName {
    /// Longest text read.
    public static let maximumLength = 2048

    /// Reads the text form of a name (RFC 4514 and RFC 2253), keywords or raw identifiers, escapes, quotes and `#` values.
    public init?(text: String) {
        guard text.utf8.count <= Self.maximumLength else { return nil }
        var relativeNames: [Set<Attribute>] = []
        for relative in Self.split(text[...], at: [",", ";"]) {
            var attributes: Set<Attribute> = []
            for pair in Self.split(relative, at: ["+"]) {
                guard let attribute = Self.attribute(pair) else { return nil }
                attributes.insert(attribute)
            }
            relativeNames.append(attributes)
        }
        guard !relativeNames.isEmpty else { return nil }
        // The most specific is written first.
        self.init(relativeNames: relativeNames.reversed())
    }

    private static func split(_ text: Substring, at separators: [Character]) -> [Substring] {
        var parts: [Substring] = []
        var start = text.startIndex
        var isQuoted = false
        var isEscaped = false
        for index in text.indices {
            let character = text[index]
            if isEscaped {
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else if character == "\"" {
                isQuoted.toggle()
            } else if !isQuoted, separators.contains(character) {
                parts.append(text[start..<index])
                start = text.index(after: index)
            }
        }
        parts.append(text[start...])
        return parts
    }

    private static func attribute(_ pair: Substring) -> Attribute? {
        guard let equals = pair.firstIndex(of: "=") else { return nil }
        let keyword = trimmed(pair[..<equals])
        let raw = trimmed(pair[pair.index(after: equals)...])
        guard let type = AttributeType.oid(forKeyword: keyword), let value = value(raw) else { return nil }
        return Attribute(type: type, value: folded(value))
    }

    private static func value(_ raw: Substring) -> String? {
        if raw.first == "#" { return Hex.decode(String(raw.dropFirst())).flatMap(DirectoryText.decode(der:)) }
        var bytes = Array(raw.utf8)[...]
        if bytes.count >= 2, bytes.first == UInt8(ascii: "\""), bytes.last == UInt8(ascii: "\"") {
            bytes = bytes.dropFirst().dropLast()
        }
        var plain: [UInt8] = []
        while let byte = bytes.popFirst() {
            guard byte == UInt8(ascii: "\\") else {
                plain.append(byte)
                continue
            }
            guard let next = bytes.popFirst() else { return nil }
            if let second = bytes.first, let pair = Hex.decode(String(decoding: [next, second], as: UTF8.self))?.first {
                bytes = bytes.dropFirst()
                plain.append(pair)
            } else {
                plain.append(next)
            }
        }
        return String(validating: plain, as: UTF8.self)
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text
        while text.first?.isWhitespace == true { text = text.dropFirst() }
        while text.last?.isWhitespace == true, !text.hasSuffix("\\ ") { text = text.dropLast() }
        return text
    }
}
