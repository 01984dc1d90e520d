/// What an operator is there for: nobody who has one role has another (security design § 1.2; reference:
/// access-and-lifecycle § 6, separation of roles).
public enum OperatorRole: String, Sendable, Hashable, Codable, CaseIterable {
    /// Openings, identities, representatives, deaths: what civil status and courts say.
    case registrar
    /// Suspensions and requests, by their identifiers alone.
    case support
    /// The health insurance, which declares and is told nothing back.
    case insurer
    /// An officer of the custodian: the rules that a record is under.
    case officer
    /// The data protection officer of the controller, second where a second person is asked for.
    case dataProtection
    /// Proofs, and nothing but proofs.
    case auditor
    /// The host's physician: what a holder asked for in writing and two people approved, for its time (C11).
    case hostPhysician
}
