import AccessRules
import HealthRecord
import Wording

/// Somebody whom a record has to do with: authorised, blocked, treating, or seen in its history.
struct KnownProfessional: Sendable {
    let subject: CareSubject
    var name: PersonName
    var profession: Profession?
    var structure: Structure?
    /// As whom the rules know him: a professional, or one in training.
    var bearer = HolderKind.professional
    /// Whether all that is known of him shows an employee, who reads nothing by his structure's leave: no card of his, no leave
    /// and no role is a professional's.
    var isEmployee = false
    var lastAccess: Instant?
    var authorisation: Authorisation?
    var block: Block?
    var isTreating = false
    var isAdministrator = false
    /// Whether a role alone lets him in, as the rules of the record's set decide.
    var readsByRole = false
    /// What is decided about his structure, or a team in which it stands, as far as it reaches him.
    var throughStructure = ThroughStructure.nothing

    /// What somebody has by the place where he works.
    enum ThroughStructure: Sendable {
        /// Its leave lets him in.
        case letIn
        /// The holder's refusal of it keeps him out.
        case refused
        /// Neither.
        case nothing
    }

    /// The name with its title, where the profession is known.
    var titledName: String { profession.map { NameText.titled(name, $0, bearer) } ?? name.spoken }

    /// Everybody that the holder's decisions, his care teams and the history name, in that order.
    static func all(
        in policy: RecordPolicy,
        events: [TraceEvent],
        at now: Instant,
        rules: RuleBook
    ) -> [KnownProfessional] {
        let deemed = rules.deemedLeaves(in: policy, at: now)
        var order: [CareSubject] = []
        var known: [CareSubject: KnownProfessional] = [:]
        func update(_ subject: CareSubject, _ name: PersonName, _ change: (inout KnownProfessional) -> Void) {
            if known[subject] == nil { order.append(subject) }
            var one = known[subject] ?? KnownProfessional(subject: subject, name: name)
            if one.name.spoken.isEmpty { one.name = name }
            change(&one)
            known[subject] = one
        }
        // A member whom the set deems authorised stands as if by a leave, over one that has ended.
        for leave in policy.leaves(at: now) + deemed {
            update(leave.subject, leave.name) {
                $0.authorisation = leave
                $0.profession = leave.profession
                $0.structure = leave.structure
                $0.bearer = leave.bearer
                $0.isEmployee = leave.namesEmployee
            }
        }
        for block in policy.blocks {
            update(block.subject, block.name) {
                $0.block = block
                $0.profession = $0.profession ?? block.profession
            }
        }
        for physician in policy.treatingPhysicians {
            update(.person(physician), PersonName(family: "", given: "")) { $0.isTreating = true }
        }
        for administrator in policy.administrators {
            update(.person(administrator), PersonName(family: "", given: "")) { $0.isAdministrator = true }
        }
        var comings = Comings()
        for event in events {
            // Whoever was refused stands in the history as well: he can be looked up, blocked and reported like the others.
            guard case .care(let care) = event.actor else { continue }
            comings.note(care, at: event.time)
            update(care.subject, care.name) {
                if event.outcome == .permitted { $0.lastAccess = max($0.lastAccess ?? event.time, event.time) }
            }
        }
        for (subject, coming) in comings.shown { known[subject]?.learn(from: coming.care) }
        return order.compactMap { known[$0] }.map { one in
            var one = one
            if one.isInRole { one.isEmployee = false }
            one.readsByRole = one.isLetInByRole(policy, at: now, rules)
            one.throughStructure = one.throughStructure(policy, at: now, rules)
            return one
        }
    }

    /// Whether he gets in by a role of the holder's, without the leaves: the decision that he would meet himself.
    private func isLetInByRole(_ policy: RecordPolicy, at now: Instant, _ rules: RuleBook) -> Bool {
        guard isInRole, let actor else { return false }
        var roles = policy
        roles.authorisations = []
        return Self.isLetIn(actor, by: roles, team: nil, at: now, rules)
    }

    /// The same of the place where he works: its leave or its place in a team, without what names him.
    private func throughStructure(
        _ policy: RecordPolicy,
        at now: Instant,
        _ rules: RuleBook
    ) -> ThroughStructure {
        guard case .person = subject, structure != nil, let actor else { return .nothing }
        if rules.refuses(actor, under: policy) { return .refused }
        var places = policy
        places.authorisations.removeAll { $0.subject == subject }
        places.treatingPhysicians = []
        places.administrators = []
        let team = CareTeam(of: actor, in: policy, at: now)
        return Self.isLetIn(actor, by: places, team: team, at: now, rules) ? .letIn : .nothing
    }

    private static func isLetIn(
        _ actor: CareActor,
        by policy: RecordPolicy,
        team: CareTeam?,
        at now: Instant,
        _ rules: RuleBook
    ) -> Bool {
        var open = policy
        open.state = .open(internet: .active)
        return decide(
            subject: .care(actor),
            act: .search,
            resource: .record,
            context: Context(
                policy: open,
                now: now,
                today: now.dayInFrance,
                circumstances: Circumstances(team: team)
            ),
            ruleBook: rules
        ).isPermitted
    }

    /// Whether every access that he tried was refused, and the holder has decided nothing about him.
    var wasOnlyRefused: Bool {
        lastAccess == nil && authorisation == nil && block == nil && !isTreating && !isAdministrator
    }

    /// The name with its title; the structure's where nobody is named.
    var spoken: String {
        let titled = profession.map { NameText.titled(name, $0, bearer) } ?? name.spoken
        return titled.isEmpty ? structure.map { NameText.structure($0).french } ?? subjectWord : titled
    }

    private var subjectWord: String {
        switch subject {
        case .person: "Professionnel de santé"
        case .structure: "Structure de soins"
        }
    }

    var professionLabel: Phrase {
        switch subject {
        case .structure:
            structure.map { SectorText.label($0.sector) } ?? Phrase("structure de soins", "care organisation")
        case .person:
            profession.map { ProfessionText.label($0, bearer) }
                ?? Phrase("professionnel de santé", "health professional")
        }
    }

    func standing(at now: Instant) -> ProfessionalPage.Standing {
        if block != nil { return .blocked }
        if throughStructure == .refused { return .structureBlocked }
        let isAuthorised = authorisation?.isValid(at: now) == true
        // A role of somebody in training is none.
        if isTreating, readsByRole || (isAuthorised && bearer != .trainee) { return .treating }
        if isAuthorised { return .authorised }
        if readsByRole { return .administrator }
        if throughStructure == .letIn { return .byStructure }
        return authorisation == nil ? .none : .ended
    }

    func choices(at now: Instant) -> [ProfessionalChoice] {
        if block != nil { return [.unblock] }
        return (isAdministrator ? [.endAdministrator] : []) + ordinaryChoices(at: now)
            + (mayAdminister && !isAdministrator ? [.nameAdministrator] : [])
    }

    private func ordinaryChoices(at now: Instant) -> [ProfessionalChoice] {
        (isTreating ? [.endTreating] : []) + choicesOnLeave(at: now)
    }

    private func choicesOnLeave(at now: Instant) -> [ProfessionalChoice] {
        switch standing(at: now) {
        case .blocked: [.unblock]
        case .authorised, .byStructure: (mayTreat ? [.nameTreating] : []) + [.revoke, .block]
        case .structureBlocked: authorisation?.isValid(at: now) == true ? [.revoke, .block] : [.block]
        case .treating: authorisation == nil ? [.block] : [.revoke, .block]
        case .administrator, .ended, .none:
            profession == nil || structure == nil
                ? [.block] : (mayTreat ? [.authorise, .nameTreating, .block] : [.authorise, .block])
        }
    }

    /// Whether he could be named treating physician: a physician in person who is not named yet, and not in training.
    private var mayTreat: Bool {
        guard case .person = subject, bearer != .trainee, !isTreating else { return false }
        return profession?.isPhysician == true && structure != nil
    }

    /// Whether he could be given a treating physician's rights: a registered professional of any kind, in person.
    private var mayAdminister: Bool {
        guard case .person = subject, bearer != .trainee else { return false }
        return profession != nil && structure != nil && !isTreating
    }

    /// The wish that a choice stands for; nil when it does not apply.
    func leave(now: Instant) -> Authorisation? {
        guard let profession, let structure else { return nil }
        return Authorisation(
            subject: subject,
            name: name,
            profession: profession,
            structure: structure,
            since: now,
            until: nil,
            origin: .givenByHolder,
            lastAct: now,
            holder: holder
        )
    }
}
