/// The keys in which two sets differ.
public struct PolicyDifference: Hashable, Sendable {
    /// One key's two entries.
    public struct Line: Hashable, Sendable {
        /// The key.
        public let key: PolicyKey
        /// In the first set.
        public let former: PolicySet.Entry
        /// In the second.
        public let latter: PolicySet.Entry
    }

    /// The keys whose values differ, in their order.
    public let lines: [Line]

    /// Compares the values; a source or date that changes alone is no difference of rules.
    public init(from former: PolicySet, to latter: PolicySet) {
        lines = PolicyKey.allCases.compactMap { key in
            guard let before = former[key], let after = latter[key], before.value != after.value else { return nil }
            return Line(key: key, former: before, latter: after)
        }
    }
}
