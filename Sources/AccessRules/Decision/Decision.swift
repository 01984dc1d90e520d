/// The answer to "may this person do this, here and now?", with the rule that gave it.
///
/// `outcome` is what may leave the house; `rule` and `source` are for the trace and for the holder's own reading.
public struct Decision: Hashable, Sendable {
    /// Permitted, or refused and what may be said of it.
    public enum Outcome: Hashable, Sendable {
        /// The act may be done once the obligations are discharged.
        case permit
        /// The act must not be done.
        case deny(Denial)
    }

    /// Permitted or refused.
    public let outcome: Outcome
    /// The rule that decided.
    public let rule: RuleID
    /// Where the rule is written.
    public let source: LegalSource
    /// What must be done beside the act; `trace` is always there.
    public let obligations: Obligations

    /// Whether the act may be done.
    public var isPermitted: Bool { outcome == .permit }

    /// What may be said of the refusal; nil for a permit.
    public var denial: Denial? {
        if case .deny(let denial) = outcome { denial } else { nil }
    }

    init(_ outcome: Outcome, _ rule: RuleID, _ source: LegalSource, _ obligations: Obligations) {
        self.outcome = outcome
        self.rule = rule
        self.source = source
        self.obligations = obligations
    }
}
