/// A UUID as sixteen bytes (RFC 9562), written `urn:uuid:…` on the wires.
public struct UniqueID: Hashable, Sendable, Comparable, Codable {
    /// Inline rather than an array: an entry has several, and is copied at every turn.
    private let high: UInt64
    private let low: UInt64

    /// The sixteen bytes.
    public var bytes: [UInt8] {
        withUnsafeBytes(of: (high.bigEndian, low.bigEndian)) { Array($0) }
    }

    /// Accepts exactly sixteen bytes.
    public init?(bytes: some Collection<UInt8>) {
        guard bytes.count == 16 else { return nil }
        high = Self.half(bytes.prefix(8))
        low = Self.half(bytes.dropFirst(8))
    }

    /// A version 4 identifier made of two random halves.
    public init(random halves: (UInt64, UInt64)) {
        high = halves.0 & ~0xF000 | 0x4000
        low = halves.1 & ~(0b11 << 62) | 0b10 << 62
    }

    /// A version 4 identifier out of sixteen bytes drawn from a source of unpredictable ones.
    public init(drawnFrom random: (Int) -> [UInt8]) {
        let bytes = random(16)
        self.init(random: (Self.half(bytes.prefix(8)), Self.half(bytes.dropFirst(8).prefix(8))))
    }

    /// Reads the 36-character form, with or without `urn:uuid:`; either case.
    public init?(_ text: some StringProtocol) {
        let lower = text.lowercased()
        let body = lower.hasPrefix("urn:uuid:") ? lower.dropFirst(9) : lower[...]
        guard body.utf8.count == 36 else { return nil }
        var all: [UInt8] = []
        var high: UInt8?
        for (position, byte) in body.utf8.enumerated() {
            if [8, 13, 18, 23].contains(position) {
                guard byte == UInt8(ascii: "-") else { return nil }
                continue
            }
            guard let value = Self.value(ofHexDigit: byte) else { return nil }
            if let first = high {
                all.append(first << 4 | value)
                high = nil
            } else {
                high = value
            }
        }
        self.init(bytes: all)
    }

    /// The 36-character form, lower case.
    public var text: String {
        String(unsafeUninitializedCapacity: 36) { text in
            var position = 0
            for (index, byte) in bytes.enumerated() {
                if index == 4 || index == 6 || index == 8 || index == 10 {
                    text[position] = UInt8(ascii: "-")
                    position += 1
                }
                text[position] = Self.hexDigit(byte >> 4)
                text[position + 1] = Self.hexDigit(byte & 0x0F)
                position += 2
            }
            return position
        }
    }

    /// The form that ebXML objects carry.
    public var urn: String { "urn:uuid:" + text }

    public static func < (left: UniqueID, right: UniqueID) -> Bool {
        (left.high, left.low) < (right.high, right.low)
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let id = UniqueID(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a UUID")
        }
        self = id
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }

    private static func half(_ bytes: some Sequence<UInt8>) -> UInt64 { bytes.reduce(0) { $0 << 8 | UInt64($1) } }

    private static func hexDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }

    private static func value(ofHexDigit byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        default: nil
        }
    }
}
