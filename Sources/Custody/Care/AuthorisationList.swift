import AccessRules
public import HealthRecord

/// Who may read a record and who may not, as a care actor may learn it.
public struct AuthorisationList: Sendable, Hashable, Codable {
    /// Leaves, in force or not, and the members of teams whom the record's set deems authorised without one.
    ///
    /// None is of somebody whom the holder refuses, by his own name or by that of the structure where the leave knows him.
    public let authorisations: [Authorisation]
    /// Refusals by name.
    public let blocks: [Block]
    /// Declared treating physicians, with a leave or without.
    public let treating: [ProfessionalID]
    /// What the actor is himself; of others' roles he learns the treating physicians' alone.
    public let role: CareRole
    /// Care teams that the actor declared or belongs to; all of them for whoever acts for the holder, who reads each leave.
    public let teams: [DeclaredTeam]
    /// What he could change of it.
    public let offers: StandingOffers
    /// Treating physicians whom the record's set lets read by the role, and whom the holder does not refuse.
    private let readingByRole: [ProfessionalID]
    /// When those authorised last acted on the record since, where that was asked for and the asker may learn of it.
    public internal(set) var lastActs: [CareSubject: Instant] = [:]

    init(
        _ policy: RecordPolicy,
        for actor: CareActor,
        at now: Instant,
        under rules: RuleBook,
        offering offers: StandingOffers
    ) {
        self.offers = offers
        let deemed = rules.deemedLeaves(in: policy, at: now)
        let leaves =
            policy.leaves(at: now).filter { leave in !deemed.contains { $0.subject == leave.subject } } + deemed
        // The rule that keeps people out says whom no list calls authorised: the asker as he came, anybody else as his leave knows him.
        func isRefused(_ leave: Authorisation) -> Bool {
            rules.refuses(leave.subject == actor.subject ? actor : leave.reader, under: policy)
        }
        authorisations = leaves.filter { !isRefused($0) }.map { $0.excepting(only: actor.person) }
        let readsByRole = rules.policySets[policy.policySet]?.letsTreatingPhysicianReadWithoutLeave == true
        readingByRole = policy.treatingPhysicians.filter { physician in
            guard readsByRole else { return false }
            let subject = CareSubject.person(physician)
            // Of whom no leave is known, no structure is known either.
            return leaves.first { $0.subject == subject }.map { !isRefused($0) }
                ?? !policy.blocks.contains { $0.subject == subject }
        }
        blocks = policy.blocks
        treating = policy.treatingPhysicians
        role = rules.role(of: actor, under: policy)
        let own: Set<CareSubject> = [actor.subject, .structure(actor.structure.id)]
        let readsAll = role.actsForHolder
        teams = policy.careTeams.filter { team in
            readsAll || own.contains(team.declaredBy) || !own.isDisjoint(with: team.members)
        }
        .map { $0.excepting(only: actor.person) }
    }

    /// Whoever may read at a moment, and since when.
    func readers(at now: Instant) -> [CareSubject: Instant] {
        var readers: [CareSubject: Instant] = [:]
        for physician in treatingWithoutLeave(at: now) { readers[.person(physician)] = Instant(milliseconds: 0) }
        for leave in authorisations where leave.isValid(at: now) { readers[leave.subject] = leave.since }
        return readers
    }

    /// Treating physicians whom the role lets read, without a leave in force.
    public func treatingWithoutLeave(at now: Instant) -> [ProfessionalID] {
        readingByRole.filter { physician in
            !authorisations.contains { $0.subject == .person(physician) && $0.isValid(at: now) }
        }
    }

    /// Whether somebody is a declared treating physician.
    public func isTreating(_ subject: CareSubject) -> Bool {
        guard case .person(let id) = subject else { return false }
        return treating.contains(id)
    }
}

/// How much a list of the authorised is to tell.
public enum AuthorisationDetail: Hashable, Sendable {
    /// Who has leave and who is refused.
    case leaves
    /// When each of those authorised last acted, too.
    case leavesAndLastActs
}
