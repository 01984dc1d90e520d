public import AccessRules
public import HealthRecord

/// What a record's first pages may offer somebody, by the judgement that each act will meet.
///
/// Judged under a policy of nobody's, of the record's set and age: nothing of it tells what else the holder decided.
public struct EntryWays: Sendable, Hashable {
    /// What he may do: state the consent and declare himself treating physician without a leave; the rest with one.
    public let acts: Set<Act>
    /// In which emergencies he may come in without consent, unless the holder objects.
    public let emergencies: Set<EmergencyChoice>

    /// Joins both.
    public init(acts: Set<Act>, emergencies: Set<EmergencyChoice>) {
        self.acts = acts
        self.emergencies = emergencies
    }
}

/// What pages know of a record before they have opened it.
public struct EntryFacts: Sendable {
    /// The dated set of rules under which it lives.
    public let policySet: String
    /// The holder's day of birth.
    public let birthDate: CalendarDate
    /// What the test of existence told of the one who asks.
    public let standing: AuthorisationStatus
    /// Whether it told that he is a treating physician.
    public let isTreating: Bool

    /// Joins the parts.
    public init(policySet: String, birthDate: CalendarDate, standing: AuthorisationStatus, isTreating: Bool) {
        self.policySet = policySet
        self.birthDate = birthDate
        self.standing = standing
        self.isTreating = isTreating
    }
}

extension Custodian {
    /// What may be offered to a care actor on the first pages of a record; nothing is traced, for nothing is done.
    public func ways(_ facts: EntryFacts, _ admission: Admission) -> EntryWays {
        guard case .care(let actor) = admission.actor else { return EntryWays(acts: [], emergencies: []) }
        let now = clock()
        var stranger = RecordPolicy(
            policySet: facts.policySet,
            state: .open(internet: .active),
            birthDate: facts.birthDate
        )
        if facts.standing == .blocked {
            stranger.blocks = [Block(subject: actor.subject, name: actor.name, profession: nil, since: now)]
        }
        var known = stranger
        known.authorisations = [Explanation.leave(of: actor, since: now)]
        if facts.isTreating { known.treatingPhysicians = actor.person.map { [$0] } ?? [] }
        var asker = admission.asker
        asker.presence = .confirmed
        func permits(_ act: Act, _ resource: Resource, _ policy: RecordPolicy, in mode: AccessMode) -> Bool {
            asker.mode = mode
            asker.isSecret = admission.isSecretConnection && mode == .normal
            return judge(act, resource, by: asker, policy: policy, now: now).refusal == nil
        }
        var acts: Set<Act> = []
        if permits(.declareAuthorisation, .record, stranger, in: .normal) { acts.insert(.declareAuthorisation) }
        if permits(.declareTreatingPhysician, .target(actor.holdsLeaveAs), stranger, in: .normal) {
            acts.insert(.declareTreatingPhysician)
        }
        for act in [Act.search, .read, .listAuthorisations, .readHistory]
        where permits(act, .record, known, in: admission.mode) { acts.insert(act) }
        let modes: [(EmergencyChoice, AccessMode)] = [
            (.breakGlass, .breakGlass(reason: "…")), (.regulation, .regulation),
        ]
        let open = modes.filter { permits(.search, .record, stranger, in: $0.1) }.map(\.0)
        return EntryWays(acts: acts, emergencies: Set(open))
    }

    /// Whether somebody finds persons by their traits after a call to 15, by the judgement of the search itself (TD0.5).
    public func findsByTraits(_ admission: Admission) -> Bool {
        var asker = admission.asker
        asker.mode = .regulation
        asker.isSecret = false
        return judge(.findWithoutINS, .record, by: asker, policy: nobodysPolicy, now: clock()).refusal == nil
    }
}
