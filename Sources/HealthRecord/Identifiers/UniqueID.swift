/// A UUID as sixteen bytes (RFC 9562), written `urn:uuid:…` on the wires.
public struct UniqueID: Hashable, Sendable, Comparable, Codable {
    /// The sixteen bytes.
    public let bytes: [UInt8]

    /// Accepts exactly sixteen bytes.
    public init?(bytes: some Collection<UInt8>) {
        guard bytes.count == 16 else { return nil }
        self.bytes = Array(bytes)
    }

    /// A version 4 identifier made of two random halves.
    public init(random bytes: (UInt64, UInt64)) {
        var all: [UInt8] = []
        for half in [bytes.0, bytes.1] {
            for shift in stride(from: 56, through: 0, by: -8) {
                all.append(UInt8(truncatingIfNeeded: half >> UInt64(shift)))
            }
        }
        all[6] = all[6] & 0x0F | 0x40
        all[8] = all[8] & 0x3F | 0x80
        self.bytes = all
    }

    /// A version 4 identifier out of sixteen bytes drawn from a source of unpredictable ones.
    public init(drawnFrom random: (Int) -> [UInt8]) {
        let bytes = random(16)
        func half(_ part: some Sequence<UInt8>) -> UInt64 { part.reduce(0) { $0 << 8 | UInt64($1) } }
        self.init(random: (half(bytes.prefix(8)), half(bytes.dropFirst(8).prefix(8))))
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
        var result = ""
        for (index, byte) in bytes.enumerated() {
            if [4, 6, 8, 10].contains(index) { result += "-" }
            result += byte < 16 ? "0" + String(byte, radix: 16) : String(byte, radix: 16)
        }
        return result
    }

    /// The form that ebXML objects carry.
    public var urn: String { "urn:uuid:" + text }

    public static func < (left: UniqueID, right: UniqueID) -> Bool { left.bytes.lexicographicallyPrecedes(right.bytes) }

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

    private static func value(ofHexDigit byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        default: nil
        }
    }
}
