import AccessRules
import HealthRecord

extension Preparation {
    /// A document's visibility, hidden from the patient no longer once its term has come (CSP R1111-53).
    func asSeenByPatient(_ entry: DocumentEntry) -> Visibility {
        let policy = context.policy
        guard let set = custodian.rules.policySets[policy.policySet] else { return entry.visibility }
        let facts = DocumentFacts(entry, for: admission.actor)
        let stands = facts.announcement(on: now.dayInFrance, in: set, grace: policy.announcementGrace)
        return stands == .released ? entry.visibility.subtracting(.hiddenFromPatient) : entry.visibility
    }
}
