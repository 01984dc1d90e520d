/// A professional's mailbox in a secured messaging service (MSSanté): an e-mail address, and no other way to write to anybody.
///
/// Whether the service of its domain is one of the trusted space stands on the agency's signed list and not in the name: who
/// fills a directory answers for it. Patients' own mailboxes can be told by their name, and are none.
public struct SecureMailbox: Hashable, Sendable {
    /// `anne.roche@hopital.mssante.fr`.
    public let address: String

    /// Longest address, in bytes (RFC 5321 § 4.5.3.1.3, without its brackets).
    public static let maximumLength = 254
    /// Longest part before the `@` (RFC 5321 § 4.5.3.1.1).
    public static let maximumLocalLength = 64
    /// Where patients write from, in Mon espace santé.
    private static let patients = "patient.mssante.fr"

    /// Accepts a plain address at a name of the Internet; nil for anything else.
    public init?(_ text: String) {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, text.utf8.count <= Self.maximumLength,
            (1...Self.maximumLocalLength).contains(parts[0].utf8.count)
        else { return nil }
        let words = parts[0].split(separator: ".", omittingEmptySubsequences: false)
        let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
        guard words.allSatisfy(Self.isAtom), labels.count > 1, labels.allSatisfy(Self.isLabel),
            parts[1].lowercased() != Self.patients
        else { return nil }
        address = text
    }

    /// What stands after the `@`, in lower case.
    public var domain: String { address.split(separator: "@").last.map { $0.lowercased() } ?? "" }

    /// The mailbox as a way to send a message.
    public var channel: ContactChannel { .email(address) }

    // atext of RFC 5322 § 3.2.3.
    private static func isAtom(_ word: Substring) -> Bool {
        !word.isEmpty && word.utf8.allSatisfy { isLetterOrDigit($0) || "!#$%&'*+-/=?^_`{|}~".utf8.contains($0) }
    }

    private static func isLabel(_ label: Substring) -> Bool {
        (1...63).contains(label.utf8.count) && !label.hasPrefix("-") && !label.hasSuffix("-")
            && label.utf8.allSatisfy { isLetterOrDigit($0) || $0 == UInt8(ascii: "-") }
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }
}

extension SecureMailbox: Codable {
    /// Reads the address, and refuses what is none.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let mailbox = SecureMailbox(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "no mailbox")
        }
        self = mailbox
    }

    /// Writes the address.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(address)
    }
}
