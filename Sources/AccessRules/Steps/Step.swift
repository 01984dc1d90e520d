/// One step of the order of evaluation: it refuses, or notes what it found and lets the next one judge.
protocol Step: Sendable {
    /// The refusal; nil to go on.
    static func judge(_ question: Question, _ findings: inout Findings) -> Refusal?
}

/// What the steps have found so far.
struct Findings {
    /// The rule that carries a permit; without one there is none.
    var ground: (rule: RuleID, source: LegalSource)?
    /// What must be done beside the act.
    var obligations = Obligations(.trace)
}

/// Why a step refuses.
struct Refusal {
    let rule: RuleID
    let source: LegalSource
    let denial: Denial
    /// Whether the refusal depends on the document, so that it must not tell of one that is hidden.
    let dependsOnDocument: Bool

    static func told(
        _ rule: RuleID,
        _ source: LegalSource,
        _ code: DenialCode,
        _ remedy: Remedy = .nothing
    ) -> Refusal {
        Refusal(rule: rule, source: source, denial: .told(code, remedy: remedy), dependsOnDocument: false)
    }

    /// Told, unless the document is one that the reader must not know of.
    static func toldIfVisible(
        _ rule: RuleID,
        _ source: LegalSource,
        _ code: DenialCode,
        _ remedy: Remedy = .nothing
    ) -> Refusal {
        Refusal(rule: rule, source: source, denial: .told(code, remedy: remedy), dependsOnDocument: true)
    }

    static func silent(_ rule: RuleID, _ source: LegalSource) -> Refusal {
        Refusal(rule: rule, source: source, denial: .silent, dependsOnDocument: false)
    }

    static let undefined = Refusal.told(.undefined, .undefined, .refused)
}
