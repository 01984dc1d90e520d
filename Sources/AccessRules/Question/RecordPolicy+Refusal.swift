public import HealthRecord

extension RecordPolicy {
    /// Whether the holder refused somebody by name, himself or the structure where he works.
    ///
    /// Where the set keeps a treating physician in that role (C3), his structure's name does not reach him: the holder could
    /// otherwise shut out by it whom he cannot by his own.
    func refuses(_ actor: CareActor, _ switches: Switches) -> Bool {
        // Most records refuse nobody, and every decision asks.
        guard !blocks.isEmpty, blocks.cover(actor) else { return false }
        guard let person = actor.person, !switches.treatingRemovable, isConfirmedTreating(person) else { return true }
        return blocks.contains { $0.subject == actor.subject }
    }
}

extension RuleBook {
    /// Whether a record's holder refused somebody by name, as the record's set has it.
    public func refuses(_ actor: CareActor, under policy: RecordPolicy) -> Bool {
        policySets[policy.policySet].map { policy.refuses(actor, $0.switches) } ?? policy.isBlocked(actor)
    }
}
