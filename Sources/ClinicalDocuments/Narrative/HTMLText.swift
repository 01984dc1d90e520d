/// HTML under construction: tags come from this library only, text and attribute values always escaped.
struct HTMLText {
    private(set) var html = ""

    /// Text for a place between tags or inside double quotes.
    mutating func text(_ value: String) {
        if value.utf8.allSatisfy(Self.isPlain) {
            html += value
            return
        }
        for scalar in value.unicodeScalars {
            switch scalar {
            case "&": html += "&amp;"
            case "<": html += "&lt;"
            case ">": html += "&gt;"
            case "\"": html += "&quot;"
            case "'": html += "&#39;"
            // Overrides of writing direction could turn 05 into 50 before the reader's eyes (Unicode UTS #55).
            case "\u{202D}", "\u{202E}": continue
            case "\u{00}"..."\u{08}", "\u{0B}", "\u{0C}", "\u{0E}"..."\u{1F}", "\u{7F}"..."\u{9F}": continue
            default: html.unicodeScalars.append(scalar)
            }
        }
    }

    /// Whether a byte can only be part of a character that is written as it is: C2 and E2 lead to controls and overrides.
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): false
        case 0x0A, 0x20...0x7E: true
        default: byte >= 0x80 && byte != 0xC2 && byte != 0xE2
        }
    }

    /// A tag as this library writes it.
    mutating func tag(_ tag: StaticString) { html += "\(tag)" }

    /// A start tag with attributes whose values are escaped here.
    mutating func open(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?>) {
        html += "<\(name)"
        for (key, value) in attributes {
            guard let value else { continue }
            html += " \(key)=\""
            text(value)
            html += "\""
        }
        html += ">"
    }

    /// Takes over what another part of this library has built.
    mutating func append(_ other: HTMLText) { html += other.html }

    /// Whether nothing can be seen in it.
    var isBlank: Bool { !html.contains { !$0.isWhitespace } }

    static func escaped(_ value: String) -> String {
        var text = HTMLText()
        text.text(value)
        return text.html
    }
}
