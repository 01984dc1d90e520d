/// Why news reached nobody; it names no one.
public enum NewsLoss: String, Hashable, Sendable, CaseIterable {
    /// No carrier took them in all their time.
    case givenUp
    /// Nobody was to be told any more when they were to leave.
    case withheld

    /// What the security log calls it.
    var event: SecurityEvent {
        switch self {
        case .givenUp: .newsGivenUp
        case .withheld: .newsWithheld
        }
    }
}
