/// The random 128-bit identifier of a document; it carries nothing about a person.
public struct DocumentID: Hashable, Sendable, FixedField {
    /// The sixteen bytes.
    public let bytes: [UInt8]

    /// Accepts exactly sixteen bytes.
    public init?(bytes: [UInt8]) {
        guard bytes.count == 16 else { return nil }
        self.bytes = bytes
    }

    /// Accepts exactly thirty-two lower-case hexadecimal digits.
    public init?(hex: String) {
        guard let bytes = Hexadecimal.decode(hex) else { return nil }
        self.init(bytes: bytes)
    }

    /// A fresh identifier from the given source of randomness.
    public init(random: RandomBytes) throws(SealingError) {
        bytes = try drawn(16, from: random)
    }

    /// Thirty-two lower-case hexadecimal digits.
    public var hex: String { Hexadecimal.encode(bytes) }

    var fieldBytes: [UInt8] { bytes }
}

extension DocumentID: Codable {
    /// Reads the hexadecimal form.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let value = DocumentID(hex: try container.decode(String.self)) else {
            throw SealingError.malformed(.identifier)
        }
        self = value
    }

    /// Writes the hexadecimal form.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(hex)
    }
}
