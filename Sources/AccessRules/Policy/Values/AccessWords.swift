/// Whether occupational physicians have access (C9).
public enum OccupationalReading: String, Hashable, Sendable, CaseIterable {
    /// The law bans them.
    case never
    /// With the worker's express consent, by name.
    case expressConsent
}

/// Whether the host's physician may reach content (C11).
public enum HostPhysicianAccess: String, Hashable, Sendable, CaseIterable {
    /// Nobody of the host does.
    case none = "false"
    /// On the holder's written request, under two persons' eyes, for a time.
    case procedure
}

/// What proves a consent given in the consultation (C14).
public enum ConsentProof: String, Hashable, Sendable, CaseIterable {
    /// The professional states it.
    case declaration
    /// The holder confirms by own means.
    case holderConfirmed
}

/// How long a leave lasts.
public enum LeaveTerm: String, Hashable, Sendable, CaseIterable {
    /// One consultation.
    case session
    /// As long as care goes on.
    case care
    /// A year.
    case year
    /// Until it is taken back.
    case lasting
}

/// In what form a copy is given (C17).
public enum ExportFormat: String, Hashable, Sendable, CaseIterable {
    /// On paper.
    case paper
    /// On a disc.
    case disc
    /// From the portal.
    case download
}

/// Who reads the history of a record (C18).
public enum TraceReader: String, Hashable, Sendable, CaseIterable {
    /// The holder, by law.
    case holder
    /// The treating physician, all of it.
    case treatingPhysician
    /// A professional, own acts.
    case own
}
