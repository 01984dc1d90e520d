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

    /// The entry with the visibility that the holder wishes for what comes in, and with that of the version before it.
    ///
    /// A new version shows nobody what the old one hid. What the old one had opened to representatives stays open in it, unless
    /// it is filed as a secret of its own. Where the rules do not let both masks stand together, that of the holder waits for
    /// the reveal.
    func withWishes(_ entry: DocumentEntry, after old: DocumentEntry?, _ act: Act) -> DocumentEntry {
        guard !entry.isLotSignature else { return entry }
        var wished = entry
        wished.visibility.formUnion(context.policy.defaultVisibility)
        wished.visibility.formUnion(
            old?.visibility.intersection([
                .maskedToProfessionals, .maskedOnceRevealed, .hiddenFromRepresentatives, .secretConnection,
                .openedToRepresentatives,
            ]) ?? []
        )
        if wished.visibility.contains(.hiddenFromRepresentatives) {
            wished.visibility.remove(.openedToRepresentatives)
        }
        // A mask that waited for the reveal of the old one has nothing to wait for in a new one that the patient sees.
        wished.visibility.settleWaitingMask()
        guard wished.visibility.isSuperset(of: [.maskedToProfessionals, .hiddenFromPatient]),
            !entry.visibility.contains(.maskedToProfessionals)
        else { return wished }
        var both = entry
        both.visibility.insert(.maskedToProfessionals)
        let facts = DocumentFacts(both, for: admission.actor)
        guard custodian.judge(act, .document(facts), by: admission, on: context, now: now).refusal != nil else {
            return wished
        }
        wished.visibility.remove(.maskedToProfessionals)
        wished.visibility.insert(.maskedOnceRevealed)
        return wished
    }
}
