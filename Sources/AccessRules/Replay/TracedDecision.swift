public import HealthRecord

/// What comes of deciding once more, from what stands in a trace, what the trace says was decided.
public enum TracedDecision: Hashable, Sendable {
    /// The same rule gives the same answer.
    case same
    /// Another answer, or another rule.
    case different(Decision)
    /// The act asked no rule: time brought it, or the operator ordered it.
    case undecided
    /// The rules permit it, as they did then, and what the record held stood against it: the conflict that the trace names.
    case conflict(String)
    /// The rules permitted it and a court's limit refused it, in a trace of before limits were among the rules' facts.
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
        self = Self.compared(decision, with: event)
    }

    private static func compared(_ decision: Decision, with event: TraceEvent) -> TracedDecision {
        let isSameRule = decision.rule.rawValue == event.rule
        switch event.outcome {
        case .permitted: return isSameRule && decision.isPermitted ? .same : .different(decision)
        case .refused:
            guard decision.isPermitted else { return isSameRule ? .same : .different(decision) }
            if event.rule == courtLimit { return .limited }
            // A conflict stands beside the rule that permitted: under another rule the decision was another.
            guard isSameRule, let conflict = event.details[TraceEvent.conflictKey] else { return .different(decision) }
            return .conflict(conflict)
        }
    }

    /// The rule that traces of before named where a court's limit refused.
    public static let courtLimit = "representation.limit"
}
