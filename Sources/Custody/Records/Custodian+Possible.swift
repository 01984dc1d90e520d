public import AccessRules
public import HealthRecord

extension Custodian {
    /// Whether an act would be permitted now, by the judgement that the act itself will meet, a court's limits included.
    ///
    /// Pages ask it to offer only what will be done; nothing is traced, for nothing is done.
    public func permits(
        _ act: Act,
        _ resource: Resource,
        under policy: RecordPolicy,
        _ admission: Admission
    ) -> Bool {
        judge(act, resource, by: admission.asker, policy: policy, now: clock()).refusal == nil
    }

    /// Whose traces reading the history would show now; nil where it would be refused.
    public func traceReach(under policy: RecordPolicy, _ admission: Admission) -> TraceReach? {
        let judgement = judge(.readHistory, .record, by: admission.asker, policy: policy, now: clock())
        guard judgement.refusal == nil else { return nil }
        return judgement.decision.obligations.contains(.limitToOwnTraces) ? .own : .everybody
    }
}

/// Whose accesses a reader of the history may see.
public enum TraceReach: Hashable, Sendable {
    /// His own alone.
    case own
    /// Everybody's.
    case everybody
}
