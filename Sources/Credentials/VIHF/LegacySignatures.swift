public import HealthRecord

/// Whether SHA-1 is tolerated in assertions and lot signatures of old software; nowhere else, and never without an end.
public enum LegacySignatures: Hashable, Sendable {
    /// SHA-1 is refused.
    case refused
    /// SHA-1 is tolerated before that moment.
    case until(Instant)

    func tolerates(at now: Instant) -> Bool {
        switch self {
        case .refused: false
        case .until(let end): now < end
        }
    }
}
