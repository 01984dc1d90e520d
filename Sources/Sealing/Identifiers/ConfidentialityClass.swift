/// Who is kept from a document: the class byte that keys, rows and state leaves are bound to.
public struct ConfidentialityClass: OptionSet, Hashable, Codable, Sendable, FixedField {
    /// The class byte.
    public let rawValue: UInt8

    /// Any byte; use ``init(byte:)`` for a byte that comes from outside.
    public init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// Refuses a byte with a bit that has no meaning.
    public init?(byte: UInt8) {
        guard byte & ~Self.all.rawValue == 0 else { return nil }
        rawValue = byte
    }

    /// Masked to professionals (*masqué aux professionnels*).
    public static let maskedToProfessionals = ConfidentialityClass(rawValue: 1)
    /// Not visible to the patient (*invisible patient*).
    public static let hiddenFromPatient = ConfidentialityClass(rawValue: 2)
    /// Not visible to the legal representatives (*invisible représentants légaux*).
    public static let hiddenFromLegalRepresentatives = ConfidentialityClass(rawValue: 4)
    /// Made in a secret connection (*connexion secrète*).
    public static let secretConnection = ConfidentialityClass(rawValue: 8)
    /// Every bit that has a meaning.
    public static let all = ConfidentialityClass(rawValue: 15)

    var fieldBytes: [UInt8] { [rawValue] }
}
