/// A use that somebody should look at; it names no one.
public enum UnusualUse: String, Hashable, Sendable, CaseIterable {
    /// Somebody opens more records in emergencies within an hour than is usual; he is not kept waiting.
    case manyEmergencies
    /// Somebody asks for more than care explains, and waits.
    case quotaExceeded

    /// What the security log calls it.
    var event: SecurityEvent {
        switch self {
        case .manyEmergencies: .manyEmergencies
        case .quotaExceeded: .quotaExceeded
        }
    }
}
