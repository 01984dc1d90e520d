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
        let arcs = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard arcs.count >= 2, let root = arcs.first, root.count == 1, let digit = root.first,
            (UInt8(ascii: "0")...UInt8(ascii: "2")).contains(digit)
        else { return nil }
        for arc in arcs {
            guard !arc.isEmpty, arc.allSatisfy(\.isASCIIDigit) else { return nil }
            if arc.count > 1, arc.first == UInt8(ascii: "0") { return nil }
        }
        self.text = String(text)
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
