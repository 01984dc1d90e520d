extension PolicyKey {
    /// Whether the key describes an era and decides no access and no page.
    public var describesEra: Bool {
        switch self {
        case .openingConsent, .tenancy, .identityKind, .loginMethods, .loginIdentifier, .careCredentials: true
        default: false
        }
    }

    /// Words that the key admits and that change nothing, where the others do.
    public var idleWords: Set<String> {
        switch self {
        case .openingMode: [OpeningMode.selfOnline.rawValue]
        case .codeByMail: [CodeByMail.discouraged.rawValue]
        default: []
        }
    }
}

extension PolicySet {
    /// The words of the set that change nothing, by the keys that name them.
    public var idleWords: [(key: PolicyKey, word: String)] {
        PolicyKey.allCases.flatMap { key -> [(key: PolicyKey, word: String)] in
            let named: [String] =
                switch self[key]?.value {
                case .choice(let word): [word]
                case .choices(let words): words
                case .flag, .period, .number, nil: []
                }
            return named.filter(key.idleWords.contains).map { (key, $0) }
        }
    }

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
    ///
    /// - Parameter shipped: by first day of validity, as a book lists them.
    public func idleChoices(beside shipped: [PolicySet]) -> [IdleChoice] {
        guard let model = shipped.last(where: { $0.validFrom <= validFrom }) ?? shipped.first else { return [] }
        return PolicyDifference(from: model, to: self).lines.filter(\.key.describesEra).map {
            IdleChoice(key: $0.key, value: $0.latter.value, shipped: $0.former.value)
        }
    }
}
