/// A 32-byte keyed tag under which the host looks a thing up without learning what it is.
public struct BlindTag: Hashable, Codable, Sendable, FixedField {
    /// The thirty-two bytes.
    public let bytes: [UInt8]

    /// Accepts exactly thirty-two bytes.
    public init?(bytes: [UInt8]) {
        guard bytes.count == 32 else { return nil }
        self.bytes = bytes
    }

    init(code: some Sequence<UInt8>) {
        bytes = Array(code)
    }

    /// Reads the bytes and refuses another length.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let tag = BlindTag(bytes: try container.decode([UInt8].self)) else {
            throw SealingError.malformed(.blindTag)
        }
        self = tag
    }

    /// Writes the bytes.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(bytes)
    }

    var fieldBytes: [UInt8] { bytes }
}
