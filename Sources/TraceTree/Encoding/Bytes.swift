import Foundation

extension [UInt8] {
    /// Appends an unsigned integer, most significant byte first.
    mutating func appendBigEndian(_ value: some FixedWidthInteger & UnsignedInteger) {
        Swift.withUnsafeBytes(of: value.bigEndian) { append(contentsOf: $0) }
    }

    /// Appends `LP(bytes)`; false when they are longer than 65,535.
    mutating func appendLengthPrefixed(_ bytes: [UInt8]) -> Bool {
        guard let length = UInt16(exactly: bytes.count) else { return false }
        appendBigEndian(length)
        append(contentsOf: bytes)
        return true
    }
}

/// Reads a byte string from front to back; `nil` past its end.
struct ByteCursor {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    var remaining: Int { bytes.count - position }

    mutating func read(_ count: Int) -> [UInt8]? {
        guard count >= 0, count <= remaining else { return nil }
        defer { position += count }
        return Array(bytes[position..<position + count])
    }

    mutating func readUInt16() -> UInt16? {
        read(2).map { $0.reduce(0) { $0 << 8 | UInt16($1) } }
    }

    mutating func readUInt64() -> UInt64? {
        read(8).map { $0.reduce(0) { $0 << 8 | UInt64($1) } }
    }

    mutating func readLengthPrefixed() -> [UInt8]? {
        readUInt16().flatMap { read(Int($0)) }
    }
}

/// Standard base64 with padding (RFC 4648 § 4), one text for one value.
enum Base64 {
    static func encode(_ bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString()
    }

    static func decode(_ text: String) -> [UInt8]? {
        guard let data = Data(base64Encoded: text), data.base64EncodedString() == text else { return nil }
        return Array(data)
    }
}

/// Unsigned decimal without sign, space or leading zero.
enum DecimalNumber {
    static func parse(_ text: String) -> UInt64? {
        let digits = Array(text.utf8)
        guard !digits.isEmpty, digits.count <= 20, digits.allSatisfy({ (0x30...0x39).contains($0) }),
            digits.count == 1 || digits.first != 0x30
        else { return nil }
        return UInt64(text)
    }
}

/// Text as lines ending in U+000A; Swift's own splitting would take CR LF for one character.
enum Lines {
    /// The lines without their ends, or `nil` when the text does not end a line or is not UTF-8.
    static func split(_ bytes: some Collection<UInt8>) -> [String]? {
        guard bytes.isEmpty || Array(bytes.suffix(1)) == [0x0A] else { return nil }
        var lines: [String] = []
        for piece in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast() {
            guard let line = String(validating: piece, as: UTF8.self) else { return nil }
            lines.append(line)
        }
        return lines
    }
}
