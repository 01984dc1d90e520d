public import HealthRecord

/// What comes of deciding once more, from what stands in a trace, what the trace says was decided.
public enum TracedDecision: Hashable, Sendable {
    /// The same rule gives the same answer.
    case same
    /// Another answer, or another rule.
    case different(Decision)
    /// The act asked no rule: time brought it, or the operator ordered it.
    case undecided
    /// The rules permitted it and something that is no rule of a set refused it: a court's limit on the mandate, or what
    /// the record held.
    case limited
    /// The facts cannot be read, or the edition that decided is not in the book.
    case unknown(ReplayError?)

    /// Decides a traced act again under the edition that decided then.
    public init(_ event: TraceEvent, in book: RuleBook) {
        guard let text = event.details[TraceEvent.factsKey] else {
            self = .undecided
            return
        }
        let facts: DecisionFacts
        do { facts = try DecisionFacts(text: text) } catch {
            self = .unknown(error as? ReplayError)
            return
        }
        let decision: Decision
        do {
            decision = try facts.replay(in: book)
        } catch {
            self = .unknown(error)
            return
        }
        if event.rule == Self.courtLimit || event.details[TraceEvent.conflictKey] != nil, event.outcome == .refused,
            decision.isPermitted
        {
            self = .limited
        } else {
            let isSame = decision.rule.rawValue == event.rule && decision.isPermitted == (event.outcome == .permitted)
            self = isSame ? .same : .different(decision)
        }
    }

    /// The rule that traces name where a court's limit refuses.
    public static let courtLimit = "representation.limit"
}
