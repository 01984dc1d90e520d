/// A social-security matricule: 13 characters and their two-digit key (INSEE register of persons).
///
/// `2A` and `2B` at positions 6–7 stand for Corsica; the key is computed with `19` and `18` in their place.
public struct NIR: Hashable, Sendable {
    /// The thirteen characters before the key, upper case.
    public let body: String
    /// The key, 1 to 97.
    public let key: UInt8

    /// Accepts fifteen characters whose key is right; inner spaces and lower case are refused.
    public init?(_ text: some StringProtocol) {
        let characters = Array(text.utf8)
        guard characters.count == 15 else { return nil }
        let digits = characters.suffix(2)
        guard digits.allSatisfy(\.isASCIIDigit), let expected = Self.key(ofBody: characters.prefix(13)) else {
            return nil
        }
        let stated = digits.reduce(0) { $0 * 10 + ($1 - UInt8(ascii: "0")) }
        guard stated == expected else { return nil }
        body = String(decoding: characters.prefix(13), as: UTF8.self)
        key = stated
    }

    /// Completes thirteen characters with their key.
    public init?(body: some StringProtocol) {
        let characters = Array(body.utf8)
        guard characters.count == 13, let key = Self.key(ofBody: characters[...]) else { return nil }
        self.body = String(body)
        self.key = key
    }

    /// The fifteen characters.
    public var text: String { body + (key < 10 ? "0\(key)" : "\(key)") }

    /// The sex that the first digit tells, under a number given for good or while one is awaited.
    public var sex: Sex {
        switch body.utf8.first {
        case UInt8(ascii: "1"), UInt8(ascii: "3"), UInt8(ascii: "7"): .male
        case UInt8(ascii: "2"), UInt8(ascii: "4"), UInt8(ascii: "8"): .female
        default: .unknown
        }
    }

    private static func key(ofBody body: ArraySlice<UInt8>) -> UInt8? {
        var value: UInt64 = 0
        var correction: UInt64 = 0
        for (position, character) in body.enumerated() {
            var digit = character &- UInt8(ascii: "0")
            if position == 6, character == UInt8(ascii: "A") || character == UInt8(ascii: "B") {
                // 2A counts as 19 and 2B as 18: the letter as a zero, less one or two millions.
                correction = character == UInt8(ascii: "A") ? 1_000_000 : 2_000_000
                digit = 0
                guard value % 10 == 2 else { return nil }
            }
            guard digit <= 9 else { return nil }
            value = value * 10 + UInt64(digit)
        }
        guard value >= correction else { return nil }
        return UInt8(97 - (value - correction) % 97)
    }
}
