import AccessRules
import HealthRecord

/// What the set of a record says of one-time codes (C12).
extension Custodian {
    /// When a code sent now is over: at once where no set says.
    func codeEnd(under set: String, from now: Instant) -> Instant {
        rules.policySets[set]?.codeLifetime?.end(from: now) ?? now
    }

    /// For how many minutes a code is good, as its message tells.
    func codeMinutes(under set: String) -> Int {
        let start = Instant(milliseconds: 0)
        return Int(codeEnd(under: set, from: start).milliseconds / 60_000)
    }

    /// The ways by which codes may go, the preferred one first.
    func codeWays(under set: String) -> [ContactKind] {
        guard let set = rules.policySets[set] else { return [] }
        var ways: [ContactKind] = set.codeChannels.contains(.sms) ? [.sms] : []
        if set.codeChannels.contains(.email), set.codeByMail != .forbidden { ways.append(.email) }
        return ways
    }
}
