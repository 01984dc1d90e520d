/// Escaping by bytes: runs that need nothing are copied whole.
enum XMLEscape {
    static func text(_ value: String, into bytes: inout [UInt8]) {
        write(value, into: &bytes) { byte in
            switch byte {
            case UInt8(ascii: "&"): "&amp;"
            case UInt8(ascii: "<"): "&lt;"
            case UInt8(ascii: ">"): "&gt;"
            case 0x0D: "&#xD;"
            default: nil
            }
        }
    }

    static func attribute(_ value: String, into bytes: inout [UInt8]) {
        write(value, into: &bytes) { byte in
            switch byte {
            case UInt8(ascii: "&"): "&amp;"
            case UInt8(ascii: "<"): "&lt;"
            case UInt8(ascii: ">"): "&gt;"
            case UInt8(ascii: "\""): "&quot;"
            case 0x09: "&#x9;"
            case 0x0A: "&#xA;"
            case 0x0D: "&#xD;"
            default: nil
            }
        }
    }

    static func name(_ value: String, into bytes: inout [UInt8]) {
        for byte in value.utf8 {
            let isNameByte =
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: ":"), UInt8(ascii: "_"), UInt8(ascii: "-"),
                    UInt8(ascii: "."), 0x80...:
                    true
                default: false
                }
            bytes.append(isNameByte ? byte : UInt8(ascii: "_"))
        }
    }

    private static func write(
        _ value: String,
        into bytes: inout [UInt8],
        escape: (UInt8) -> StaticString?
    ) {
        var value = value
        value.withUTF8 { buffer in
            var clean = 0
            var at = 0
            while at < buffer.count {
                let byte = buffer[at]
                var length = 1
                var replacement: StaticString?
                if byte < 0x40 {
                    replacement = escape(byte)
                    if replacement == nil, byte < 0x20, byte != 0x09, byte != 0x0A, byte != 0x0D {
                        replacement = "\u{FFFD}"
                    }
                } else if byte == 0xEF, at + 2 < buffer.count, buffer[at + 1] == 0xBF, buffer[at + 2] >= 0xBE {
                    // U+FFFE and U+FFFF are the only scalars of Swift above U+001F that XML 1.0 forbids.
                    replacement = "\u{FFFD}"
                    length = 3
                }
                if let replacement {
                    bytes.append(contentsOf: buffer[clean..<at])
                    replacement.withUTF8Buffer { bytes.append(contentsOf: $0) }
                    clean = at + length
                }
                at += length
            }
            bytes.append(contentsOf: buffer[clean...])
        }
    }
}
