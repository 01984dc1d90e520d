import AccessRules
import HealthRecord

/// What the holder's wishes, and the version before it, make of the visibility of what somebody files.
struct FilingWishes {
    let custodian: Custodian
    let asker: Asker
    let policy: RecordPolicy
    let now: Instant

    /// The entry with the visibility that the holder wishes for what comes in, and with that of the version before it.
    ///
    /// A new version shows nobody what the old one hid. What the old one had opened to representatives stays open in it, unless
    /// it is filed as a secret of its own. Where the rules do not let both masks stand together, that of the holder waits for
    /// the reveal.
    func applied(to entry: DocumentEntry, after old: DocumentEntry?, _ act: Act) -> DocumentEntry {
        guard !entry.isLotSignature else { return entry }
        var wished = entry
        wished.visibility.formUnion(policy.defaultVisibility)
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
        let facts = DocumentFacts(both, for: asker.actor)
        guard custodian.judge(act, .document(facts), by: asker, policy: policy, now: now).refusal != nil else {
            return wished
        }
        wished.visibility.remove(.maskedToProfessionals)
        wished.visibility.insert(.maskedOnceRevealed)
        return wished
    }

    /// Whether prepared work still files what the wishes give.
    func give(what plan: WorkPlan) -> Bool {
        plan.leaves.allSatisfy { leaf in
            let old = plan.changes.first { $0.entryID == leaf.entry.replaces }?.before
            return applied(to: leaf.filed, after: old, leaf.judged).visibility == leaf.entry.visibility
        }
    }
}

extension Preparation {
    /// What the wishes of the moment make of what is prepared.
    var wishes: FilingWishes {
        FilingWishes(
            custodian: custodian,
            asker: custodian.asker(admission, on: context, now: now),
            policy: context.policy,
            now: now
        )
    }
}
