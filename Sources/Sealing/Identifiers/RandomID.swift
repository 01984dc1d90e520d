/// A random 128-bit identifier of one kind of thing; it carries nothing about a person.
public struct RandomID<Kind>: Hashable, Sendable {
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
}

extension RandomID: FixedField {
    var fieldBytes: [UInt8] { bytes }
}

extension RandomID: Codable {
    /// Reads the hexadecimal form.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let value = Self(hex: try container.decode(String.self)) else {
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

/// The kind of ``RecordID``.
public enum SealedRecord {}
/// The kind of ``DocumentID``.
public enum SealedDocument {}

/// Names a record where nothing may tell whose it is.
public typealias RecordID = RandomID<SealedRecord>
/// Names a document where nothing may tell what it is.
public typealias DocumentID = RandomID<SealedDocument>
