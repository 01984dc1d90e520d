public import HealthRecord

/// Names under which the service's own people and machines come (`Actor.system`).
public enum ServiceActor: String, Hashable, Sendable, CaseIterable {
    /// The health insurance's feed of the history of care: writes, reads nothing (C10).
    case insurerFeed = "ALIM_AM"
    /// The support desk: no content; may suspend for a fraud (CSP R1111-36).
    case support = "SUPPORT"
    /// Staff of the host: nothing at all.
    case host = "HEBERGEUR"
    /// The host's physician: by procedure only (C11).
    case hostPhysician = "MEDECIN_HEBERGEUR"
    /// The national contact point for another country's request: shut, for nobody can ask the holder each time (CSP L1111-22).
    case foreignContactPoint = "NCPEH"
    /// A digital service of the holder's choice: shut, for no consent for a purpose can be given (CSP R1111-32).
    case digitalService = "SERVICE_NUMERIQUE"

    /// As a subject.
    public var subject: Subject { .system(rawValue) }
}
