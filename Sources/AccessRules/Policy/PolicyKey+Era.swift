extension PolicyKey {
    /// Whether the key describes an era and decides no access and no page.
    public var describesEra: Bool {
        switch self {
        case .openingConsent, .tenancy, .identityKind, .loginMethods, .loginIdentifier, .careCredentials: true
        default: false
        }
    }
}

extension PolicySet {
    /// A choice of a set that has no effect.
    public struct IdleChoice: Hashable, Sendable {
        /// The key that decides nothing.
        public let key: PolicyKey
        /// What the set says.
        public let value: PolicyValue
        /// What the set that ships for that time says.
        public let shipped: PolicyValue
    }

    /// What the set says otherwise than the set that ships for its time, and to no effect: its author may expect one.
    public func idleChoices(beside shipped: [PolicySet]) -> [IdleChoice] {
        let byDay = shipped.sorted { $0.validFrom < $1.validFrom }
        guard let model = byDay.last(where: { $0.validFrom <= validFrom }) ?? byDay.first else { return [] }
        return PolicyDifference(from: model, to: self).lines.filter(\.key.describesEra).map {
            IdleChoice(key: $0.key, value: $0.latter.value, shipped: $0.former.value)
        }
    }
}
