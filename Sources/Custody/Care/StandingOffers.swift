public import AccessRules
public import HealthRecord

/// What a care actor could change of a record's list of professionals, by the judgement that each change will meet.
///
/// Judged with the patient beside him: where the set wants that proved, the change itself asks for the proof.
public struct StandingOffers: Sendable, Hashable, Codable {
    /// What he may do about his own standing, and `unblock` where he records and lifts refusals for the holder at all.
    public let acts: [Act]
    /// Whom he may refuse at the holder's request, each once.
    public let blockable: [CareSubject]
    /// Whose refusal he may lift: those that he has recorded himself.
    public let liftable: [CareSubject]
}

extension Custodian {
    /// Asks about each change that a list of professionals leads to.
    func offers(
        _ admission: Admission,
        _ actor: CareActor,
        on context: RecordContext,
        now: Instant
    ) -> StandingOffers {
        var asker = asker(admission, on: context, now: now)
        asker.presence = .confirmed
        let policy = context.policy
        func isPermitted(_ act: Act, _ resource: Resource) -> Bool {
            judge(act, resource, by: asker, policy: policy, now: now).refusal == nil
        }
        var acts = [Act.removeOwnAuthorisation, .resignTreatingPhysician].filter { isPermitted($0, .record) }
        // Where a record has one, a second is no matter of rights: there is no place for him.
        if isPermitted(.declareTreatingPhysician, .target(actor.holdsLeaveAs)),
            rules.admitsAnotherTreatingPhysician(policy)
        {
            acts.append(.declareTreatingPhysician)
        }
        if isPermitted(.unblock, .target(policy.blocks.first?.subject ?? actor.subject)) { acts.append(.unblock) }
        // Whose own leave is over may stand on the list by a team as well.
        let leaves = policy.authorisations + rules.deemedLeaves(in: policy, at: now)
        var others: [CareSubject] = []
        for leave in leaves where leave.subject != actor.subject && !others.contains(leave.subject) {
            others.append(leave.subject)
        }
        return StandingOffers(
            acts: acts,
            blockable: others.filter { isPermitted(.block, .target($0)) },
            liftable: policy.blocks.filter { $0.recordedBy == actor.subject }.map(\.subject)
                .filter { isPermitted(.unblock, .target($0)) }
        )
    }
}
