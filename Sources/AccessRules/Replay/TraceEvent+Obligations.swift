public import HealthRecord

extension TraceEvent {
    /// What the decision behind a traced act obliged to; nil where no rule was asked, or it cannot be decided again.
    public func obligations(in book: RuleBook) -> Obligations? {
        guard let text = details[TraceEvent.factsKey] else { return nil }
        return try? DecisionFacts(text: text).replay(in: book).obligations
    }
}
