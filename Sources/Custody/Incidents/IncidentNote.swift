public import HealthRecord

/// Of what an entry beside an incident tells (GDPR article 33(5)).
public enum IncidentAspect: String, Sendable, Hashable, Codable, CaseIterable {
    /// What has become known since of what happened: information may come in phases (article 33(4)).
    case facts
    /// What came or may come of it.
    case effects
    /// What was done against it, or will be.
    case measures
}

/// What somebody writes beside an incident.
public struct IncidentStatement: Sendable, Hashable, Codable {
    /// Of what.
    public let aspect: IncidentAspect
    /// In words that name nobody.
    public let words: String
    /// In which role he writes; his name stands in the journal, under the order.
    public let by: OperatorRole

    /// Joins the parts.
    public init(_ aspect: IncidentAspect, words: String, by role: OperatorRole) {
        self.aspect = aspect
        self.words = words
        by = role
    }
}

/// A dated entry beside an incident; it is added to, and never changed.
public struct IncidentNote: Sendable, Hashable, Codable {
    /// When it was written.
    public let at: Instant
    /// What it says.
    public let statement: IncidentStatement
}
