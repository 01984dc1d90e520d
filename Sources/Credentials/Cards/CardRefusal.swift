public import HealthRecord

/// Why a card of a browser's connection was not believed.
public enum CardRefusal: Error, Hashable, Sendable {
    /// Its certificate does not hold.
    case certificate(CertificateRefusal)
    /// It names a structure.
    case notAPerson
    /// The card says no profession, or one that needs a specialty which neither card nor directory tells.
    case noProfession
    /// The directory knows no active structure where its holder works.
    case noSituation
    /// The directory does not answer.
    case directoryUnavailable
}

/// The holder of a verified card and the situations in which he may act.
public struct CardHolder: Hashable, Sendable {
    /// The person as the card states him.
    public let person: CertifiedPerson
    /// One actor for each structure of the directory, or of the card.
    public let situations: [CareActor]
}
