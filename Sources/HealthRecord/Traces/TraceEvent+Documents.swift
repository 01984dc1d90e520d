extension TraceEvent {
    /// The same of more documents; each counts once.
    public func with(_ more: [UniqueID]) -> TraceEvent {
        TraceEvent(
            sequence: sequence,
            time: time,
            act: act,
            actor: actor,
            mode: mode,
            documents: documents + more.filter { !documents.contains($0) },
            outcome: outcome,
            rule: rule,
            policy: policy,
            node: node,
            request: request,
            details: details
        )
    }
}
