import AccessRules

extension RuleBook {
    /// A set of rules and its version as traces name it, such as `mes2026@1`.
    func versionedName(of set: String) -> String { policySets[set].map { "\(set)@\($0.version)" } ?? set }
}
