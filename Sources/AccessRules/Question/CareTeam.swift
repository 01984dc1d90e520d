public import HealthRecord

/// Those who take part in one effective care of the holder, *équipe de soins* (CSP L1110-12).
public struct CareTeam: Hashable, Sendable, Codable {
    /// Its members: persons, or structures for all who work there.
    public var members: [CareSubject]
    /// When the care ends; nil while nobody knows.
    public var until: Instant?

    /// Joins the parts.
    public init(members: [CareSubject], until: Instant? = nil) {
        self.members = members
        self.until = until
    }

    /// Whether somebody takes part, himself or by his structure.
    public func includes(_ actor: CareActor) -> Bool {
        members.contains(actor.subject) || members.contains(.structure(actor.structure.id))
    }

    /// Whether care goes on.
    public func isEffective(at now: Instant) -> Bool { until.map { now < $0 } ?? true }

    /// Whether the holder's initial consent stands recorded: a leave in force of one member who is not blocked.
    func hasConsent(_ policy: RecordPolicy, at now: Instant) -> Bool {
        policy.authorisations.contains { leave in
            members.contains(leave.subject) && leave.since <= now && leave.isValid(at: now)
                && !policy.blocks.contains { $0.subject == leave.subject }
        }
    }
}
