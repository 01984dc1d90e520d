/// A value that people wrote and that decides something: JSON (RFC 8259) without fractions.
///
/// Foundation's decoder takes one of two members of a name and does not say which; here a name twice is refused.
public indirect enum JSONValue: Hashable, Sendable {
    /// Members by their names.
    case object([String: JSONValue])
    /// Values in their order.
    case array([JSONValue])
    /// A text.
    case string(String)
    /// A whole number.
    case number(Int)
    /// `true` or `false`.
    case flag(Bool)
    /// `null`.
    case null

    /// Reads one value and nothing after it.
    public init(_ bytes: [UInt8]) throws(JSONFault) {
        var reader = JSONReader(bytes: bytes[...])
        self = try reader.value(depth: 0)
        reader.skipSpace()
        guard reader.bytes.isEmpty else { throw reader.error("text after the value") }
    }
}

/// Reads JSON byte by byte.
private struct JSONReader {
    /// Objects and arrays one inside another, at most.
    static let maximumDepth = 16

    var bytes: ArraySlice<UInt8>
    var line = 1

    func error(_ reason: String) -> JSONFault { .malformed(line: line, reason: reason) }

    mutating func skipSpace() {
        while let byte = bytes.first, [0x20, 0x09, 0x0A, 0x0D].contains(byte) {
            if byte == 0x0A { line += 1 }
            bytes.removeFirst()
        }
    }

    private mutating func take(_ character: Character) -> Bool {
        skipSpace()
        guard let byte = character.asciiValue, bytes.first == byte else { return false }
        bytes.removeFirst()
        return true
    }

    private mutating func word(_ text: String) -> Bool {
        guard bytes.starts(with: text.utf8) else { return false }
        bytes.removeFirst(text.utf8.count)
        return true
    }

    mutating func value(depth: Int) throws(JSONFault) -> JSONValue {
        guard depth < Self.maximumDepth else { throw error("nested too deep") }
        skipSpace()
        switch bytes.first {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try array(depth: depth)
        case UInt8(ascii: "\""): return .string(try string())
        case .some(UInt8(ascii: "-")), .some(UInt8(ascii: "0")...UInt8(ascii: "9")): return try number()
        default:
            if word("true") { return .flag(true) }
            if word("false") { return .flag(false) }
            if word("null") { return .null }
            throw error("no value here")
        }
    }

    private mutating func object(depth: Int) throws(JSONFault) -> JSONValue {
        bytes.removeFirst()
        var members: [String: JSONValue] = [:]
        if take("}") { return .object(members) }
        repeat {
            skipSpace()
            guard bytes.first == UInt8(ascii: "\"") else { throw error("a name expected") }
            let name = try string()
            guard take(":") else { throw error("a colon expected") }
            guard members.updateValue(try value(depth: depth + 1), forKey: name) == nil else {
                throw .repeated(name: name)
            }
        } while take(",")
        guard take("}") else { throw error("an object is not closed") }
        return .object(members)
    }

    private mutating func array(depth: Int) throws(JSONFault) -> JSONValue {
        bytes.removeFirst()
        var items: [JSONValue] = []
        if take("]") { return .array(items) }
        repeat { items.append(try value(depth: depth + 1)) } while take(",")
        guard take("]") else { throw error("an array is not closed") }
        return .array(items)
    }

    private mutating func number() throws(JSONFault) -> JSONValue {
        let digits = bytes.prefix { $0 == UInt8(ascii: "-") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        bytes.removeFirst(digits.count)
        guard let number = Int(String(decoding: digits, as: UTF8.self)) else { throw error("not a whole number") }
        if let next = bytes.first, [UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E")].contains(next) {
            throw error("not a whole number")
        }
        return .number(number)
    }

    private mutating func string() throws(JSONFault) -> String {
        bytes.removeFirst()
        var text: [UInt8] = []
        while let byte = bytes.popFirst() {
            switch byte {
            case UInt8(ascii: "\""):
                guard let result = String(validating: text, as: UTF8.self) else { throw error("not UTF-8") }
                return result
            case UInt8(ascii: "\\"):
                text.append(contentsOf: try escaped().utf8)
            case 0..<0x20: throw error("a control character in a text")
            default: text.append(byte)
            }
        }
        throw error("a text is not closed")
    }

    /// What an escape stands for (RFC 8259 § 7): an operator's tools write them.
    private mutating func escaped() throws(JSONFault) -> Character {
        switch bytes.popFirst() {
        case UInt8(ascii: "\""): return "\""
        case UInt8(ascii: "\\"): return "\\"
        case UInt8(ascii: "/"): return "/"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"):
            let unit = try hexadecimal()
            var scalar = unit
            if (0xD800..<0xDC00).contains(unit) {
                guard bytes.starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "u")]) else { throw error("half an escape") }
                bytes.removeFirst(2)
                let low = try hexadecimal()
                guard (0xDC00..<0xE000).contains(low) else { throw error("half an escape") }
                scalar = 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)
            }
            guard let known = Unicode.Scalar(scalar) else { throw error("half an escape") }
            return Character(known)
        default: throw error("an escape that JSON does not know")
        }
    }

    private mutating func hexadecimal() throws(JSONFault) -> UInt32 {
        let digits = bytes.prefix(4)
        guard digits.count == 4, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
            let unit = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
        else { throw error("an escape without its four digits") }
        bytes.removeFirst(4)
        return unit
    }
}
