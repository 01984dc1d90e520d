/// A cursor over the bytes of a header value.
struct HeaderScanner {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { position >= bytes.count }

    private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

    func isAt(_ character: Unicode.Scalar) -> Bool { current == UInt8(ascii: character) }

    mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard isAt(character) else { return false }
        position += 1
        return true
    }

    mutating func skipSpace() {
        while let byte = current, byte == 0x20 || byte == 0x09 { position += 1 }
    }

    /// A token of RFC 2045: visible ASCII but separators.
    mutating func token() -> String? { run { $0 > 0x20 && $0 < 0x7F && !Self.separators.contains($0) } }

    /// A quoted string, or bare visible characters up to a semicolon or a space.
    mutating func value() -> String? {
        guard skip("\"") else { return run { $0 > 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x3B } }
        var value: [UInt8] = []
        while let byte = current {
            position += 1
            if byte == 0x22 { return String(validating: value, as: UTF8.self) }
            if byte == 0x5C {
                guard let escaped = current, escaped >= 0x20 else { return nil }
                position += 1
                value.append(escaped)
                continue
            }
            guard byte >= 0x20, byte != 0x7F else { return nil }
            value.append(byte)
        }
        return nil
    }

    private mutating func run(while isPart: (UInt8) -> Bool) -> String? {
        let start = position
        while let byte = current, isPart(byte) { position += 1 }
        return start == position ? nil : String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private static let separators: Set<UInt8> = Set("()<>@,;:\\\"/[]?=".utf8)
}
