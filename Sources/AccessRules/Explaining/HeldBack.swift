public import HealthRecord

/// What waits to be announced and would show itself at once under another set, but for the respite that comes first
/// (CSP R1111-53).
public struct HeldBack: Hashable, Sendable {
    /// Places in the list of documents.
    public let documents: [Int]
    /// The day on which they show themselves.
    public let until: CalendarDate

    /// Looks for them among a record's documents on a day.
    ///
    /// - Parameter policy: the policy as it stands once the record has passed to the other set.
    /// - Returns: nil where nothing is held back.
    public init?(_ documents: [DocumentFacts], under policy: RecordPolicy, on today: CalendarDate, ruleBook: RuleBook) {
        guard let set = ruleBook.policySets[policy.policySet], let grace = policy.announcementGrace,
            grace.isRunning(on: today)
        else { return nil }
        let held = documents.indices.filter { place in
            guard documents[place].visibility.contains(.hiddenFromPatient),
                let since = documents[place].hiddenSince?.date,
                let release = set.releaseDay(ofHiddenSince: since, grace: nil)
            else { return false }
            return grace.covers(release)
        }
        guard !held.isEmpty else { return nil }
        self.documents = held
        until = grace.until
    }
}
