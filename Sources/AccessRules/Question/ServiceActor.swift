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

    /// As a subject.
    public var subject: Subject { .system(rawValue) }
}
