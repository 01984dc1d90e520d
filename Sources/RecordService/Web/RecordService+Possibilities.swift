public import AccessRules
import Custody
public import HealthRecord

/// What pages may offer, by the very function that decides; the act itself is decided again by the custodian.
extension RecordService {
    /// Acts that a reader may do on a document of his list.
    public func possibleActs(
        among acts: [Act],
        on entry: DocumentEntry,
        in listing: RecordListing,
        _ visit: Visit
    ) -> Set<Act> {
        let facts = DocumentFacts(entry, for: visit.actor)
        return Set(acts.filter { isPossible($0, .document(facts), listing, visit) })
    }

    /// Acts that a reader may do on a record that he lists.
    public func possibleActs(among acts: [Act], in listing: RecordListing, _ visit: Visit) -> Set<Act> {
        Set(acts.filter { isPossible($0, .record, listing, visit) })
    }

    private func isPossible(_ act: Act, _ resource: Resource, _ listing: RecordListing, _ visit: Visit) -> Bool {
        let context = Context(
            policy: listing.policy,
            mode: visit.mode,
            now: clock(),
            presence: visit.admission.record == nil ? .declared : .confirmed,
            secrecy: visit.admission.isSecretConnection ? .secret : .ordinary,
            circumstances: listing.circumstances
        )
        return decide(subject: visit.actor, act: act, resource: resource, context: context, ruleBook: rules)
            .isPermitted
    }
}
