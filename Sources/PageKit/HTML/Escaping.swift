/// Makes foreign text harmless between tags and inside double quotes.
enum Escaping {
    static func escaped(_ value: String) -> String {
        if value.utf8.allSatisfy(isPlain) { return value }
        var result = ""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            // Overrides of writing direction could turn 05 into 50 before the reader's eyes (Unicode UTS #55).
            case "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}", "\u{200E}", "\u{200F}": continue
            case "\u{00}"..."\u{08}", "\u{0B}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}": continue
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): false
        case 0x0A, 0x20...0x7E: true
        default: byte >= 0x80 && byte != 0xC2 && byte != 0xE2
        }
    }
}
