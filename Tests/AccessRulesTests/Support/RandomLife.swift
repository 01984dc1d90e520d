import HealthRecord
import Testing

@testable import AccessRules

/// A record to which anything may happen: leaves, blocks, roles, mandates, teams, wishes, states, documents, under any set.
struct RandomLife {
    var generator: SplitMix64
    var policy: RecordPolicy
    var facts = House.document()
    var circumstances = Circumstances()
    var presence = HolderPresence.declared
    let actors: [CareActor]

    init(seed: UInt64, set: String? = nil) throws {
        generator = SplitMix64(seed: seed)
        actors = [
            try House.care("10", specialty: "SM26", number: 1, structure: 1),
            try House.care("60", number: 2, structure: 1), try House.care("40", number: 3, structure: 2),
            try House.care("10", specialty: "SM25", number: 4, structure: 3),
            try House.care("10", specialty: "SM59", number: 7, structure: 5),
            try House.care("SECRETARIAT_MEDICAL", system: CodeSystem.nonProfession, number: 5, holder: .employee),
            try House.care("60", number: 6, structure: 4, holder: .trainee),
            try House.care("60", number: 8, structure: 2, holder: .structure, authentication: .reinforcedIndirect),
        ]
        let name = try set ?? #require(PolicySetTests.names.randomElement(using: &generator))
        policy = try House.policy(Bool.random(using: &generator) ? House.adult : House.child, set: name)
    }

    mutating func pick<Value>(_ values: [Value]) throws -> Value {
        try #require(values.randomElement(using: &generator))
    }
    private mutating func chance() -> Bool { .random(using: &generator) }

    var subjects: [Subject] {
        actors.map(Subject.care) + PortalTests.everybody + ServiceActor.allCases.map(\.subject)
    }

    /// One thing happens.
    mutating func happen() throws {
        let actor = try pick(actors)
        let subject = try pick([actor.subject, .structure(actor.structure.id)])
        let later = House.now.advanced(bySeconds: 9)
        switch Int.random(in: 0..<18, using: &generator) {
        case 0, 1, 2:
            policy.authorisations.removeAll { $0.subject == subject }
            policy.authorisations.append(
                House.leave(actor, subject: subject, until: try pick([nil, House.now, later]))
            )
        case 3: policy.blocks.append(Block(subject: subject, name: actor.name, profession: nil, since: House.now))
        case 4: policy.blocks.removeAll { $0.subject == subject }
        case 5:
            policy.treatingPhysicians = try pick([
                [], [try House.person(1)], [try House.person(1), try House.person(7)],
            ])
            if chance() {
                policy.declareTreating(try House.person(1), by: try pick([.holder, .physician]), at: House.now)
            }
        case 6:
            policy.emergency = EmergencyWishes(
                refusesBreakGlass: chance(),
                refusesRegulation: chance(),
                opensMaskedDocuments: chance()
            )
        case 7, 8: facts.visibility = .random(using: &generator)
        case 9: facts.status = try pick(AvailabilityStatus.allCases)
        case 10: facts.relation = try pick(DocumentRelation.allCases)
        case 11: facts.origin = try pick(DocumentOrigin.allCases)
        case 12: circumstances.team = try pick([nil, CareTeam(members: [actor.subject, actors[1].subject])])
        case 13: policy.administrators = try pick([[], [try House.person(3)]])
        case 14: circumstances.isRegulationCentre = chance()
        case 15:
            let basis = try pick(Mandate.Basis.allCases)
            circumstances.mandate = try pick([nil, Mandate(basis: basis, until: try pick([nil, later]))])
        case 16: presence = try pick(HolderPresence.allCases)
        default:
            policy.state = try pick([
                .open(internet: .active), .open(internet: .active), .open(internet: .awaitingActivation),
                .suspended(since: House.now), .closed(at: House.now, reason: .holderRequest),
            ])
        }
    }

    func context(_ mode: AccessMode, _ secrecy: SessionSecrecy = .ordinary) -> Context {
        Context(
            policy: policy,
            mode: mode,
            now: House.now,
            presence: presence,
            secrecy: secrecy,
            circumstances: circumstances
        )
    }

    func resource(_ act: Act) -> Resource {
        act.needsTarget ? .target(actors[1].subject) : act.takesDocument ? .document(facts) : .record
    }

    func decision(_ subject: Subject, _ act: Act, _ mode: AccessMode) throws -> Decision {
        let book = try #require(House.book)
        return decide(subject: subject, act: act, resource: resource(act), context: context(mode), ruleBook: book)
    }

    /// Every way in which a consent that stands may be withdrawn, each alone.
    func withdrawals() throws -> [(what: String, RandomLife)] {
        var all: [(String, RandomLife)] = []
        func add(_ what: String, _ edit: (inout RandomLife) -> Void) {
            var life = self
            edit(&life)
            all.append((what, life))
        }
        for place in policy.authorisations.indices { add("leave") { $0.policy.authorisations.remove(at: place) } }
        add("every leave") { $0.policy.authorisations = [] }
        for actor in actors {
            let block = Block(subject: actor.subject, name: actor.name, profession: nil, since: House.now)
            add("block") { $0.policy.blocks.append(block) }
        }
        add("break-glass") { $0.policy.emergency.refusesBreakGlass = true }
        add("regulation") { $0.policy.emergency.refusesRegulation = true }
        add("masked in emergencies") { $0.policy.emergency.opensMaskedDocuments = false }
        add("team") { $0.circumstances.team = nil }
        add("administrators") { $0.policy.administrators = [] }
        for person in policy.treatingPhysicians {
            add("treating physician") {
                $0.policy.treatingPhysicians.removeAll { $0 == person }
                $0.policy.treatingDeclarations.removeAll { $0.physician == person }
            }
        }
        if circumstances.mandate != nil {
            add("mandate") { $0.circumstances.mandate?.until = House.now }
            for limit in Mandate.Limit.allCases {
                add("mandate's limit") { $0.circumstances.mandate?.limits.insert(limit) }
            }
        }
        add("presence") { $0.presence = .absent }
        return all
    }
}
