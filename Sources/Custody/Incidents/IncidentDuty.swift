public import HealthRecord

/// Who has to be told of an incident.
public enum IncidentDuty: String, Sendable, Hashable, Codable, CaseIterable {
    /// The data protection authority, within 72 hours (GDPR article 33(1)).
    case authority
    /// The state and CERT Santé, without delay (CSP L1111-8-2).
    case state
    /// Those concerned, without undue delay (GDPR article 34(1)).
    case persons
}

extension Incident {
    /// The hours of GDPR article 33(1), in seconds.
    public static let authorityTerm: Int64 = 72 * 3600

    /// Until when somebody has to be told; nil where he need not be.
    ///
    /// What the law wants *without delay* has no number: it is due when the incident is known.
    public func due(_ duty: IncidentDuty) -> Instant? {
        switch duty {
        case .authority: facts.risk == .unlikely ? nil : facts.known.advanced(bySeconds: Self.authorityTerm)
        case .state: facts.gravity == .serious ? facts.known : nil
        case .persons: facts.risk == .high ? facts.known : nil
        }
    }

    /// When somebody was told; nil where he was not yet.
    public func told(_ duty: IncidentDuty) -> Instant? {
        switch duty {
        case .authority: authority
        case .state: state
        case .persons: persons
        }
    }

    /// Who is still to be told.
    public var open: [IncidentDuty] { IncidentDuty.allCases.filter { due($0) != nil && told($0) == nil } }

    /// Who should have been told by now.
    public func overdue(at now: Instant) -> [IncidentDuty] { open.filter { due($0).map { $0 < now } ?? false } }
}
