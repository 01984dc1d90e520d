public import HealthRecord

/// What of the data an incident touches (GDPR article 4(12)).
public enum IncidentNature: String, Sendable, Hashable, Codable, CaseIterable {
    /// Somebody learned what is not his to know.
    case confidentiality
    /// Something was altered.
    case integrity
    /// Something was lost, or could not be reached.
    case availability
}

/// What risk it is to persons: by it the duties go (GDPR article 33(1), 34(1)).
public enum IncidentRisk: String, Sendable, Hashable, Codable, CaseIterable {
    /// None is likely: the register keeps it, nobody is told.
    case unlikely
    /// There is one: the authority is told.
    case likely
    /// It is high: those concerned are told as well.
    case high
}

/// Whether it is one of those of which the state hears (CSP L1111-8-2).
public enum IncidentGravity: String, Sendable, Hashable, Codable, CaseIterable {
    /// It is not.
    case ordinary
    /// Significant or serious.
    case serious
}

/// What is known of an incident when it is declared.
public struct IncidentFacts: Sendable, Hashable, Codable {
    /// When it became known: by this moment the terms go.
    public let known: Instant
    /// What of the data it touches.
    public let natures: [IncidentNature]
    /// The systems, the kinds of data, how many records: in words that name nobody.
    public let touched: String
    /// What risk it is to persons.
    public let risk: IncidentRisk
    /// Whether the state hears of it.
    public let gravity: IncidentGravity

    /// Joins the parts.
    public init(
        known: Instant,
        natures: [IncidentNature],
        touched: String,
        risk: IncidentRisk,
        gravity: IncidentGravity
    ) {
        self.known = known
        self.natures = natures
        self.touched = touched
        self.risk = risk
        self.gravity = gravity
    }
}

/// A line of the register of incidents (GDPR article 33(5)).
public struct Incident: Sendable, Hashable, Codable {
    /// Its name: that of the order that declared it.
    public let id: UniqueID
    /// When it was declared.
    public let declared: Instant
    /// What is known of it.
    public let facts: IncidentFacts
    /// When the data protection authority was told.
    public let authority: Instant?
    /// When the state and CERT Santé were told.
    public let state: Instant?
    /// When all those concerned had been told.
    public let persons: Instant?
    /// On how many records its message stands.
    public let records: Int
    /// What was written beside it since, the oldest first.
    public let notes: [IncidentNote]
}
