public import Custody
public import HealthRecord

/// A line of the register of incidents, with what is still to be done.
public struct IncidentLine: Sendable, Hashable, Codable {
    /// The incident.
    public let incident: Incident
    /// Until when the data protection authority has to be told; nil where it need not be.
    public let authorityDue: Instant?
    /// Who is still to be told.
    public let open: [IncidentDuty]
    /// Who should have been told by now.
    public let overdue: [IncidentDuty]

    init(_ incident: Incident, at now: Instant) {
        self.incident = incident
        authorityDue = incident.due(.authority)
        open = incident.open
        overdue = incident.overdue(at: now)
    }
}
