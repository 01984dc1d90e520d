/// An ISO object identifier in dotted notation, such as `1.2.250.1.213.1.4.8` (ITU-T X.660).
///
/// The first arc is 0, 1 or 2; arcs are decimal without leading zeros; at most 64 characters in all, the limit
/// that ITI TF-3 § 4.2.3.1.7 sets for OIDs in document metadata.
public struct OID: Hashable, Sendable, CustomStringConvertible {
    /// The longest text accepted.
    public static let maximumLength = 64

    /// The dotted text.
    public let text: String

    /// Accepts a well-formed dotted identifier with at least two arcs.
    public init?(_ text: some StringProtocol) {
        guard text.utf8.count <= Self.maximumLength else { return nil }
        var text = String(text)
        guard text.withUTF8({ Self.isWellFormed($0) }) else { return nil }
        self.text = text
    }

    /// One pass over the bytes: a message names dozens of identifiers, and taking each apart into arcs costs more than all else
    /// that is read of it.
    private static func isWellFormed(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let root = text.first, (UInt8(ascii: "0")...UInt8(ascii: "2")).contains(root) else { return false }
        var arcs = 1
        var digits = 0
        var leading: UInt8 = 0
        for byte in text {
            if byte == UInt8(ascii: ".") {
                guard digits > 0, arcs > 1 || digits == 1 else { return false }
                arcs += 1
                digits = 0
            } else {
                guard byte.isASCIIDigit, digits == 0 || leading != UInt8(ascii: "0") else { return false }
                if digits == 0 { leading = byte }
                digits += 1
            }
        }
        return digits > 0 && arcs > 1
    }

    /// An identifier written in the source, whose form a test checks.
    public init(literal: StaticString) { text = "\(literal)" }

    public var description: String { text }
}

extension OID: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let oid = OID(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not an object identifier")
        }
        self = oid
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

extension UInt8 {
    var isASCIIDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
    var isASCIIUppercase: Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) }
}
