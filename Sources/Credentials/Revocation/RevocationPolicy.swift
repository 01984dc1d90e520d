/// What is asked of revocation lists.
public struct RevocationPolicy: Hashable, Sendable {
    /// What happens to a certificate whose authority's list is not at hand.
    public enum MissingList: String, Hashable, Sendable {
        /// It is refused.
        case refused
        /// It is accepted and its standing says so: rehearsals only.
        case tolerated
    }

    /// Seconds for which a list still serves after its `nextUpdate`.
    public let grace: Int64
    /// Fate of a certificate whose authority's list is not at hand.
    public let missing: MissingList

    /// Joins both; a negative grace counts as none.
    public init(grace: Int64, missing: MissingList) {
        self.grace = max(0, grace)
        self.missing = missing
    }

    /// Lists must be there and in force; four hours are granted when the authorities cannot be reached.
    public static let strict = RevocationPolicy(grace: 4 * 3600, missing: .refused)
    /// Lists are used where they are.
    public static let rehearsal = RevocationPolicy(grace: 4 * 3600, missing: .tolerated)
}
