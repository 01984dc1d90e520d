public import HealthRecord

extension DocumentFacts {
    /// The facts of an entry as they stand to an actor.
    public init(_ entry: DocumentEntry, for actor: Subject) { self = EntryStanding(entry).facts(for: actor) }
}
