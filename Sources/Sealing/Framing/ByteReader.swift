/// Reads a byte string from front to back and never past its end.
public struct ByteReader: Sendable {
    private let bytes: [UInt8]
    private var position = 0
    private let element: SealingError.Element

    /// Starts at the first byte; `element` is what errors name.
    public init(_ bytes: [UInt8], element: SealingError.Element = .frame) {
        self.bytes = bytes
        self.element = element
    }

    /// How many bytes are left.
    public var remaining: Int { bytes.count - position }

    /// The next `count` bytes.
    public mutating func read(_ count: Int) throws(SealingError) -> [UInt8] {
        guard count >= 0, count <= remaining else { throw .malformed(element) }
        defer { position += count }
        return Array(bytes[position..<position + count])
    }

    /// All the bytes that are left.
    public mutating func readRest() -> [UInt8] {
        defer { position = bytes.count }
        return Array(bytes[position...])
    }

    /// The next big-endian integer of the type asked for.
    public mutating func readInteger<Value: FixedWidthInteger & UnsignedInteger>(
        _ type: Value.Type = Value.self
    ) throws(SealingError) -> Value {
        let size = Value.bitWidth / 8
        guard size <= remaining else { throw .malformed(element) }
        var value: Value = 0
        for byte in bytes[position..<position + size] {
            value = Value.bitWidth > 8 ? (value << 8) | Value(byte) : Value(byte)
        }
        position += size
        return value
    }

    /// The next `LP` field, refused when longer than `maximum`.
    public mutating func readLengthPrefixed(
        maximum: Int = LengthPrefixed.maximumLength
    ) throws(SealingError) -> [UInt8] {
        let length = Int(try readInteger(UInt16.self))
        guard length <= maximum else { throw .tooLarge(element) }
        return try read(length)
    }

    /// Refuses bytes after the last field.
    public func expectEnd() throws(SealingError) {
        guard remaining == 0 else { throw .malformed(element) }
    }
}
