/// From whom a document is hidden, beyond what rules say of its type (JDV_J58; DMP confidentiality codes).
public struct Visibility: OptionSet, Hashable, Sendable, Codable {
    /// One bit for each restriction.
    public let rawValue: UInt8

    /// Any bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// *Masqué aux professionnels*: the author, the treating physician and the patient still see it.
    public static let maskedToProfessionals = Visibility(rawValue: 1)
    /// Not to be seen by the patient before it has been announced.
    public static let hiddenFromPatient = Visibility(rawValue: 2)
    /// Kept by a minor from the legal representatives.
    public static let hiddenFromRepresentatives = Visibility(rawValue: 4)
    /// Filed in a *connexion secrète*.
    public static let secretConnection = Visibility(rawValue: 8)
    /// To be masked once the patient may see it, where the rules do not let it be hidden from the patient and masked at
    /// once; it hides nothing itself.
    public static let maskedOnceRevealed = Visibility(rawValue: 16)
    /// Kept from the legal representatives once, and opened to them: nothing closes it again (EX_3.3-1045); it hides
    /// nothing itself.
    public static let openedToRepresentatives = Visibility(rawValue: 32)
    /// Every bit that hides from somebody.
    public static let all: Visibility = [
        .maskedToProfessionals, .hiddenFromPatient, .hiddenFromRepresentatives, .secretConnection,
    ]

    /// Every bit that means something.
    public static let known: Visibility = [.all, .maskedOnceRevealed, .openedToRepresentatives]

    /// The codes beside `N`, as metadata carry them.
    public var codes: [Code] {
        var codes: [Code] = []
        if contains(.maskedToProfessionals) { codes.append(Self.maskedCode) }
        if contains(.hiddenFromPatient) { codes.append(Self.hiddenFromPatientCode) }
        if contains(.hiddenFromRepresentatives) { codes.append(Self.hiddenFromRepresentativesCode) }
        return codes
    }

    /// `MASQUE_PS`.
    public static let maskedCode = Code(
        "MASQUE_PS",
        CodeSystem.visibility,
        label: "Document masqué aux professionnels de santé"
    )
    /// `INVISIBLE_PATIENT`.
    public static let hiddenFromPatientCode = Code(
        "INVISIBLE_PATIENT",
        CodeSystem.visibility,
        label: "Document non visible par le patient"
    )
    /// `INVISIBLE_REPRESENTANTS_LEGAUX`.
    public static let hiddenFromRepresentativesCode = Code(
        "INVISIBLE_REPRESENTANTS_LEGAUX",
        CodeSystem.visibility,
        label: "Document non visible par les représentants légaux du patient"
    )
}
