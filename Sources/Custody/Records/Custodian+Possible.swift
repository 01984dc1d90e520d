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
}
