import Foundation

/// What is wrong with a name that somebody wants to sign in by; told to the person, with what to do instead.
public enum SignInNameFault: String, Sendable, Hashable, Codable, CaseIterable {
    /// Fewer than eight characters.
    case tooShort
    /// More than a hundred.
    case tooLong
    /// Something else than plain letters, digits, dots, hyphens and low lines; an e-mail address has some.
    case characters
    /// Fewer than three letters.
    case fewLetters
    /// Ten digits or more: a matricule, a telephone, an account at a bank.
    case number
}

/// A name of a holder's own, by which he signs in instead of the matricule (identity and experience § 2.2, § 2.6).
///
/// Nothing that is a matricule, an account or an e-mail address passes: such a name would tell of its bearer wherever it is
/// typed. Capitals do not matter.
public struct SignInName: Sendable, Hashable, Codable {
    /// The fewest characters.
    public static let minimumLength = 8
    /// The most characters.
    public static let maximumLength = 100
    /// The fewest letters; a matricule has one at most.
    public static let minimumLetters = 3
    /// The most digits; a telephone number has ten, a matricule thirteen.
    public static let maximumDigits = 9

    /// The name in small letters.
    public let text: String

    /// Takes a name as it was typed; nil where something is wrong with it.
    public init?(_ typed: String) {
        let plain = Self.plain(typed)
        guard Self.fault(plain) == nil else { return nil }
        text = plain
    }

    /// The first thing that is wrong with what was typed; nil where it is a name.
    public static func fault(in typed: String) -> SignInNameFault? { fault(plain(typed)) }

    /// Reads one, by the same door.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let name = SignInName(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a name to sign in by")
        }
        self = name
    }

    /// Writes the text alone.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }

    private static func plain(_ typed: String) -> String {
        typed.trimmingCharacters(in: .whitespacesAndNewlines).lowercased()
    }

    private static func fault(_ plain: String) -> SignInNameFault? {
        let characters = plain.unicodeScalars
        if characters.count > maximumLength { return .tooLong }
        let letters = characters.filter { ("a"..."z").contains($0) }.count
        let digits = characters.filter { ("0"..."9").contains($0) }.count
        let marks = characters.filter { $0 == "." || $0 == "-" || $0 == "_" }.count
        if letters + digits + marks != characters.count { return .characters }
        if characters.count < minimumLength { return .tooShort }
        if digits > maximumDigits { return .number }
        return letters < minimumLetters ? .fewLetters : nil
    }
}
