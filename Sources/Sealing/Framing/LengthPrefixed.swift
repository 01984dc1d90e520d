/// `LP(x)`: a 16-bit big-endian length, then the bytes.
///
/// Every input of a key derivation, a tag or associated data is framed so that two different lists of
/// fields never give the same bytes.
public enum LengthPrefixed {
    /// The longest field that can be framed.
    public static let maximumLength = Int(UInt16.max)

    /// Frames one field.
    public static func encode(_ bytes: [UInt8]) throws(SealingError) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count + 2)
        try append(bytes, to: &out)
        return out
    }

    /// Appends one framed field.
    public static func append(_ bytes: [UInt8], to out: inout [UInt8]) throws(SealingError) {
        guard let length = UInt16(exactly: bytes.count) else { throw .tooLarge(.frame) }
        out.appendBigEndian(length)
        out.append(contentsOf: bytes)
    }
}

extension [UInt8] {
    /// Appends an unsigned integer, most significant byte first.
    public mutating func appendBigEndian(_ value: some FixedWidthInteger & UnsignedInteger) {
        Swift.withUnsafeBytes(of: value.bigEndian) { append(contentsOf: $0) }
    }
}

/// A field whose length its type bounds far below 65,536 bytes, so that framing it cannot fail.
protocol FixedField {
    var fieldBytes: [UInt8] { get }
}

extension UInt8: FixedField {
    var fieldBytes: [UInt8] { [self] }
}

extension UInt32: FixedField {
    var fieldBytes: [UInt8] {
        var out: [UInt8] = []
        out.appendBigEndian(self)
        return out
    }
}

extension UInt64: FixedField {
    var fieldBytes: [UInt8] {
        var out: [UInt8] = []
        out.appendBigEndian(self)
        return out
    }
}

/// Frames a label (a literal of this module) and fields of bounded length.
func framed(_ label: String, _ fields: any FixedField...) -> [UInt8] {
    var out: [UInt8] = []
    for bytes in [Array(label.utf8)] + fields.map(\.fieldBytes) {
        out.appendBigEndian(UInt16(truncatingIfNeeded: bytes.count))
        out.append(contentsOf: bytes)
    }
    return out
}
