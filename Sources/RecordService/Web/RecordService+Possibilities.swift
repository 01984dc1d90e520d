public import AccessRules
public import Custody
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
        return Set(acts.filter { isPossible($0, .document(facts), under: listing.policy, visit) })
    }

    /// Acts that a reader may do on a record that he lists.
    public func possibleActs(among acts: [Act], in listing: RecordListing, _ visit: Visit) -> Set<Act> {
        Set(acts.filter { isPossible($0, .record, under: listing.policy, visit) })
    }

    /// Whether professionals administer a record under its set, the holder's wishes among it (TD1.3b).
    public func isAdministeredByProfessionals(_ policy: RecordPolicy) -> Bool {
        rules.policySets[policy.policySet]?.openingModes.contains(.professional) == true
    }

    /// The terms of a set of rules, by its name.
    public func policySet(named name: String) -> PolicySet? { rules.policySets[name] }

    /// The terms of the set under which new records open.
    public var openingTerms: PolicySet? { custodian.openingTerms }

    /// Whether somebody born on a day gets an access of his own to a record that opens on another.
    public func givesOwnAccess(born birthDate: CalendarDate, on day: CalendarDate) -> Bool {
        custodian.givesOwnAccess(born: birthDate, on: day)
    }

    /// Whether the one of a visit may do something to a record, by the judgement that the act itself will meet.
    public func isPossible(_ act: Act, _ resource: Resource, under policy: RecordPolicy, _ visit: Visit) -> Bool {
        custodian.permits(act, resource, under: policy, visit.admission)
    }

    /// Whose accesses the one of a visit would read in the history; nil where it would be refused.
    public func traceReach(under policy: RecordPolicy, _ visit: Visit) -> TraceReach? {
        custodian.traceReach(under: policy, visit.admission)
    }
}

extension RecordService {
    /// What the first pages of a record may offer the one of a visit.
    public func ways(_ facts: EntryFacts, _ visit: Visit) -> EntryWays { custodian.ways(facts, visit.admission) }

    /// Whether the one of a visit finds persons by their traits after a call to 15.
    public func findsByTraits(_ visit: Visit) -> Bool { custodian.findsByTraits(visit.admission) }
}
