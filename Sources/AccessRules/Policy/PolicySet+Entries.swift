/// What the entries of a set say of a key, each kind of value under its type.
extension [PolicyKey: PolicySet.Entry] {
    /// Whether the key says yes.
    func flag(_ key: PolicyKey) -> Bool { self[key]?.value == .flag(true) }

    /// The number of a key; zero where it has none.
    func number(_ key: PolicyKey) -> Int { if case .number(let number) = self[key]?.value { number } else { 0 } }

    /// The span of a key; nil where nothing ends by itself.
    func period(_ key: PolicyKey) -> Period? { if case .period(let period) = self[key]?.value { period } else { nil } }

    /// The words chosen, one or several; none for keys of another kind.
    func words(_ key: PolicyKey) -> [String] {
        switch self[key]?.value {
        case .choice(let word): [word]
        case .choices(let words): words
        case .flag, .period, .number, nil: []
        }
    }

    /// Whether a word is chosen.
    func has(_ key: PolicyKey, _ word: String) -> Bool { words(key).contains(word) }
}
