/// An e-mail address that fits in a header and an envelope: ASCII, a dot-atom and a host (RFC 5321 § 4.1.2).
public struct EmailAddress: Hashable, Sendable {
    /// `anne@example.fr`.
    public let text: String
    /// What stands after the `@`.
    public let domain: String

    /// Accepts plain addresses; quoted local parts, comments and literals of addresses are not accepted.
    public init?(_ text: String) {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, text.utf8.count <= 254, (1...64).contains(parts[0].utf8.count),
            parts[0].utf8.allSatisfy(Self.isAtom), !parts[0].hasPrefix("."), !parts[0].hasSuffix("."),
            !parts[0].contains(".."), let host = HostName(String(parts[1])), host.text.contains("."),
            !host.text.contains(".."), !host.text.hasSuffix(".")
        else { return nil }
        self.text = text
        domain = host.text
    }

    // atext of RFC 5322 § 3.2.3, and the dot.
    private static func isAtom(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "!#$%&'*+-/=?^_`{|}~.".utf8.contains(byte)
        }
    }
}
