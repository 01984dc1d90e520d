/// A telephone number in international form (ITU-T E.164): `+33600000000`.
public struct PhoneNumber: Hashable, Sendable {
    /// A plus sign and 7 to 15 digits.
    public let text: String

    /// Accepts the international form; spaces, dots and dashes between digits go.
    public init?(_ text: String) {
        let kept = text.filter { $0 != " " && $0 != "." && $0 != "-" && $0 != "\u{A0}" && $0 != "\u{202F}" }
        let digits = kept.dropFirst()
        guard kept.first == "+", (7...15).contains(digits.utf8.count), digits.first != "0",
            digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
        else { return nil }
        self.text = kept
    }
}
