import Sealing

/// Thirty-two opaque bytes: a tag, a binding code or a hash.
public struct Bytes32: Hashable, Sendable {
    /// The thirty-two bytes.
    public let bytes: [UInt8]

    /// Accepts exactly thirty-two bytes.
    public init?(bytes: [UInt8]) {
        guard bytes.count == 32 else { return nil }
        self.bytes = bytes
    }
}

extension Bytes32: Codable {
    /// Reads the hexadecimal form.
    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let bytes = Hexadecimal.decode(text), let value = Self(bytes: bytes) else {
            throw HostStoreError.invalid(.document)
        }
        self = value
    }

    /// Writes the hexadecimal form.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(Hexadecimal.encode(bytes))
    }
}
