/// Where a record stands in its life (reference: access-and-lifecycle § 4).
public enum RecordState: Hashable, Sendable, Codable {
    /// Open; the holder's Internet access is active or not yet.
    case open(internet: InternetAccess)
    /// Closed for a fraud or a defect, until examined.
    case suspended(since: Instant)
    /// Closed: archived, nothing goes in or out.
    case closed(at: Instant, reason: ClosureReason)

    /// Whether documents may go in and out.
    public var isOpen: Bool {
        if case .open = self { true } else { false }
    }
}

/// Whether the holder can read the record on the portal.
public enum InternetAccess: String, Hashable, Sendable, Codable {
    /// The second letter has not been used yet.
    case awaitingActivation
    /// Activated.
    case active
}

/// Why a record was closed (codes `1.2.250.1.213.4.1.2.4`).
public enum ClosureReason: String, Hashable, Sendable, Codable, CaseIterable {
    /// At the holder's request.
    case holderRequest = "FERMETURE_DEMANDE_PATIENT"
    /// On the holder's death.
    case death = "FERMETURE_DECES"
    /// By the authority that runs the service.
    case authority = "FERMETURE_AUTORITE"
}
