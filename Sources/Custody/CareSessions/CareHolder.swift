public import HealthRecord

/// Whoever holds a card, as the verification of its certificate and the directory tell him.
public struct CareHolder: Sendable, Hashable {
    /// National identifier.
    public let person: ProfessionalID
    /// The name on the card.
    public let name: PersonName
    /// What the card makes of its holder.
    public let kind: HolderKind
    /// The situations in which he may act, *situations d'exercice*: one actor for each structure.
    public let situations: [CareActor]

    /// Joins what was found.
    public init(person: ProfessionalID, name: PersonName, kind: HolderKind, situations: [CareActor]) {
        self.person = person
        self.name = name
        self.kind = kind
        self.situations = situations
    }
}

/// Why the certificate of a browser's connection opens no session; each case is told plainly to its holder.
public enum CardFault: String, Error, Sendable, Hashable, Codable, CaseIterable {
    /// It is no certificate of a health card.
    case notACard = "card.notACard"
    /// It belongs to a structure, not to a person.
    case notAPerson = "card.notAPerson"
    /// It is the card's certificate for signing.
    case signatureCertificate = "card.signatureCertificate"
    /// A test card, on a service for real people.
    case testCard = "card.test"
    /// A real card, on a service for fictitious people.
    case realCard = "card.real"
    /// Its authority is not one that the service believes.
    case unknownAuthority = "card.unknownAuthority"
    /// Its validity has not begun.
    case notYetValid = "card.notYetValid"
    /// Its validity has ended.
    case expired = "card.expired"
    /// It has been revoked: lost, stolen, replaced.
    case revoked = "card.revoked"
    /// Whether it has been revoked cannot be told now.
    case revocationUnknown = "card.revocationUnknown"
    /// The directory knows no place where its holder works.
    case noSituation = "card.noSituation"
    /// The directory does not answer.
    case directoryUnavailable = "card.directoryUnavailable"

    /// Whether it says nothing of the card itself, and may be over at the next request.
    var isPassing: Bool { self == .revocationUnknown || self == .directoryUnavailable }

    /// The fault of evidence that the custodian answers with.
    var evidence: EvidenceFault {
        EvidenceFault(code: rawValue, element: "TLS client certificate", remedy: "use a health card in force")
    }
}

/// Verifies the certificate of a browser's connection, at a moment.
public typealias CardReader =
    @Sendable (_ certificate: [UInt8], _ now: Instant) async throws(CardFault) -> CareHolder
