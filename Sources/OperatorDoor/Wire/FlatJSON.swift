/// A JSON object of texts and lists of texts: all that operators send (RFC 8259).
///
/// Nothing is nested, nothing is repeated, nothing is guessed: what reads bodies that close records reads little.
public struct FlatJSON: Sendable, Hashable {
    /// The most members of an object.
    public static let memberLimit = 40
    /// The most texts of a list.
    public static let listLimit = 20
    /// The most bytes of a text.
    public static let textLimit = 500

    /// Each member's texts; a single text is a list of one.
    public let members: [String: Member]

    /// A text or a list of texts.
    public enum Member: Sendable, Hashable {
        /// One text.
        case one(String)
        /// A list of them.
        case many([String])
    }

    /// Reads a body.
    public init(_ bytes: [UInt8]) throws(OperatorFault) {
        guard String(validating: bytes, as: UTF8.self) != nil else { throw .badJSON }
        var scanner = FlatScanner(bytes: bytes[...])
        var members: [String: Member] = [:]
        try scanner.expect("{")
        if !scanner.take("}") {
            repeat {
                let name = try scanner.text()
                try scanner.expect(":")
                let member: Member = scanner.isAt("[") ? .many(try scanner.list()) : .one(try scanner.text())
                guard members.updateValue(member, forKey: name) == nil, members.count <= Self.memberLimit else {
                    throw .badJSON
                }
            } while scanner.take(",")
            try scanner.expect("}")
        }
        guard scanner.isAtEnd else { throw .badJSON }
        self.members = members
    }
}

/// Reads from the left; each step skips white space first.
private struct FlatScanner {
    var bytes: ArraySlice<UInt8>

    var isAtEnd: Bool {
        mutating get {
            skip()
            return bytes.isEmpty
        }
    }

    mutating func isAt(_ character: Unicode.Scalar) -> Bool {
        skip()
        return bytes.first == UInt8(ascii: character)
    }

    mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard isAt(character) else { return false }
        bytes.removeFirst()
        return true
    }

    mutating func expect(_ character: Unicode.Scalar) throws(OperatorFault) {
        guard take(character) else { throw .badJSON }
    }

    mutating func list() throws(OperatorFault) -> [String] {
        try expect("[")
        var texts: [String] = []
        if take("]") { return texts }
        repeat {
            guard texts.count < FlatJSON.listLimit else { throw .badJSON }
            texts.append(try text())
        } while take(",")
        try expect("]")
        return texts
    }

    mutating func text() throws(OperatorFault) -> String {
        try expect("\"")
        var units: [UInt16] = []
        var raw: [UInt8] = []
        var whole: [UInt8] = []
        func flush(_ raw: inout [UInt8], _ whole: inout [UInt8]) {
            whole += raw
            raw = []
        }
        while let byte = bytes.popFirst() {
            guard whole.count + raw.count + units.count <= FlatJSON.textLimit else { throw .badJSON }
            let isEscapedUnit = byte == UInt8(ascii: "\\") && bytes.first == UInt8(ascii: "u")
            if !units.isEmpty, !isEscapedUnit { throw .badJSON }
            switch byte {
            case UInt8(ascii: "\""):
                flush(&raw, &whole)
                // The body is valid UTF-8, and so is every part of it that ends at a quotation mark.
                guard let text = String(validating: whole, as: UTF8.self) else { throw .badJSON }
                return text
            case UInt8(ascii: "\\"):
                guard let escaped = bytes.popFirst() else { throw .badJSON }
                if escaped == UInt8(ascii: "u") {
                    units.append(try unit())
                    if let scalar = try Self.scalar(units) {
                        flush(&raw, &whole)
                        whole += Array(String(Character(scalar)).utf8)
                        units = []
                    }
                } else {
                    raw.append(try Self.plain(escaped))
                }
            case 0..<0x20: throw .badJSON
            default: raw.append(byte)
            }
        }
        throw .badJSON
    }

    private mutating func unit() throws(OperatorFault) -> UInt16 {
        guard bytes.count >= 4, let text = String(validating: bytes.prefix(4), as: UTF8.self),
            text.utf8.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }), let value = UInt16(text, radix: 16)
        else { throw .badJSON }
        bytes.removeFirst(4)
        return value
    }

    /// The scalar of one unit, or of a pair; nil while a pair waits for its second.
    private static func scalar(_ units: [UInt16]) throws(OperatorFault) -> Unicode.Scalar? {
        guard let first = units.first else { throw .badJSON }
        guard let second = units.dropFirst().first else {
            if UTF16.isLeadSurrogate(first) { return nil }
            guard let scalar = Unicode.Scalar(first) else { throw .badJSON }
            return scalar
        }
        guard UTF16.isTrailSurrogate(second) else { throw .badJSON }
        let value = 0x10000 + (UInt32(first & 0x3FF) << 10 | UInt32(second & 0x3FF))
        guard let scalar = Unicode.Scalar(value) else { throw .badJSON }
        return scalar
    }

    private static func plain(_ escaped: UInt8) throws(OperatorFault) -> UInt8 {
        switch escaped {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return escaped
        case UInt8(ascii: "b"): return 0x08
        case UInt8(ascii: "f"): return 0x0C
        case UInt8(ascii: "n"): return 0x0A
        case UInt8(ascii: "r"): return 0x0D
        case UInt8(ascii: "t"): return 0x09
        default: throw .badJSON
        }
    }

    private mutating func skip() {
        while let byte = bytes.first, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { bytes.removeFirst() }
    }
}
