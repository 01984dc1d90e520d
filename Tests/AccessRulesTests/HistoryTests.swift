import HealthRecord
import Testing

@testable import AccessRules

/// Random histories of a record: what its holder and its professionals do to it, one after another, under any set.
@Suite struct HistoryTests {
    /// A record that changes, and the people round it.
    private struct World {
        var generator: SplitMix64
        var policy: RecordPolicy
        var facts = House.document()
        var circumstances = Circumstances()
        let actors: [CareActor]

        init(seed: UInt64) throws {
            generator = SplitMix64(seed: seed)
            actors = [
                try House.care("10", specialty: "SM26", number: 1, structure: 1),
                try House.care("60", number: 2, structure: 1), try House.care("40", number: 3, structure: 2),
                try House.care("10", specialty: "SM25", number: 4, structure: 3),
                try House.care(
                    "AUTOMATE",
                    system: CodeSystem.nonProfession,
                    structure: 2,
                    holder: .structure,
                    authentication: .indirect
                ),
                try House.care("SECRETARIAT_MEDICAL", system: CodeSystem.nonProfession, number: 5, holder: .employee),
                try House.care("60", number: 6, structure: 4, holder: .trainee),
            ]
            let set = try #require(PolicySetTests.names.randomElement(using: &generator))
            policy = try House.policy(Bool.random(using: &generator) ? House.adult : House.child, set: set)
        }

        mutating func pick<Value>(_ values: [Value]) throws -> Value {
            try #require(values.randomElement(using: &generator))
        }

        /// One thing happens.
        mutating func happen() throws {
            let actor = try pick(actors)
            let subject = try pick([actor.subject, .structure(actor.structure.id)])
            switch Int.random(in: 0..<14, using: &generator) {
            case 0, 1:
                let until = try pick([nil, House.now, House.now.advanced(bySeconds: 9)])
                policy.authorisations.removeAll { $0.subject == subject }
                policy.authorisations.append(House.leave(actor, subject: subject, until: until))
            case 2: policy.authorisations.removeAll { $0.subject == subject }
            case 3: policy.blocks.append(Block(subject: subject, name: actor.name, profession: nil, since: House.now))
            case 4: policy.blocks.removeAll { $0.subject == subject }
            case 5: policy.treatingPhysicians = try pick([[], [try House.person(1)], [try House.person(2)]])
            case 6:
                policy.emergency = EmergencyWishes(
                    refusesBreakGlass: .random(using: &generator),
                    refusesRegulation: .random(using: &generator),
                    opensMaskedDocuments: .random(using: &generator)
                )
            case 7: facts.visibility = .random(using: &generator)
            case 8: facts.status = try pick(AvailabilityStatus.allCases)
            case 9: facts.relation = try pick(DocumentRelation.allCases)
            case 10: facts.origin = try pick(DocumentOrigin.allCases)
            case 11: circumstances.team = try pick([nil, CareTeam(members: [actor.subject, actors[1].subject])])
            case 12: circumstances.administrators = try pick([[], [try House.person(3)]])
            default:
                policy.state = try pick([
                    .open(internet: .active), .open(internet: .active), .open(internet: .awaitingActivation),
                    .suspended(since: House.now), .closed(at: House.now, reason: .holderRequest),
                ])
            }
        }

        var subjects: [Subject] { actors.map(Subject.care) + PortalTests.everybody }

        mutating func decision(_ subject: Subject, _ act: Act, _ mode: AccessMode) throws -> Decision {
            let resource: Resource =
                act.needsTarget ? .target(actors[1].subject) : act.takesDocument ? .document(facts) : .record
            let context = Context(
                policy: policy,
                mode: mode,
                now: House.now,
                presence: .declared,
                circumstances: circumstances
            )
            let book = try #require(House.book)
            return decide(subject: subject, act: act, resource: resource, context: context, ruleBook: book)
        }

        /// Every answer to everybody, in the modes that people come in.
        mutating func answers() throws -> [Decision] {
            var answers: [Decision] = []
            for subject in subjects {
                for act in [Act.read, .search, .readHistory, .mask, .delete, .feed, .authorise, .declareAuthorisation] {
                    for mode in OrderTests.modes { answers.append(try decision(subject, act, mode)) }
                }
            }
            return answers
        }
    }

    @Test(arguments: UInt64(100)..<116)
    func withdrawingNeverWidens(seed: UInt64) throws {
        var world = try World(seed: seed)
        for _ in 0..<12 {
            try world.happen()
            let before = try world.answers()
            let kept = world
            // A leave withdrawn, somebody blocked, an emergency refused: nobody gains by any of them.
            switch Int.random(in: 0..<4, using: &world.generator) {
            case 0:
                if !world.policy.authorisations.isEmpty {
                    world.policy.authorisations.remove(
                        at: Int.random(in: 0..<world.policy.authorisations.count, using: &world.generator)
                    )
                }
            case 1:
                let actor = try world.pick(world.actors)
                world.policy.blocks.append(
                    Block(subject: actor.subject, name: actor.name, profession: nil, since: House.now)
                )
            case 2: world.policy.emergency = EmergencyWishes(refusesBreakGlass: true, refusesRegulation: true)
            default: world.circumstances.team = nil
            }
            let after = try world.answers()
            for (former, latter) in zip(before, after) where latter.isPermitted {
                #expect(former.isPermitted, "\(former.rule) became \(latter.rule)")
            }
            world = kept
        }
    }

    /// § 10.
    @Test(arguments: UInt64(300)..<324)
    func theTraceDecidesTheSameAgain(seed: UInt64) throws {
        var world = try World(seed: seed)
        let book = try #require(House.book)
        for _ in 0..<60 {
            try world.happen()
            let act = try world.pick(Act.allCases)
            let subject = try world.pick(world.subjects)
            let mode = try world.pick(OrderTests.modes)
            let resource = try world.pick([
                Resource.record, .document(world.facts), .target(world.actors[1].subject),
            ])
            let context = Context(
                policy: world.policy,
                mode: mode,
                now: House.now,
                presence: try world.pick(HolderPresence.allCases),
                secrecy: try world.pick(SessionSecrecy.allCases),
                circumstances: world.circumstances
            )
            let decision = decide(subject: subject, act: act, resource: resource, context: context, ruleBook: book)
            let facts = try #require(
                DecisionFacts(subject: subject, act: act, resource: resource, context: context, ruleBook: book)
            )
            #expect(try facts.replay(in: book) == decision)
            #expect(try DecisionFacts(text: facts.text()).replay(in: book) == decision)
        }
    }

    /// § 10.
    @Test(arguments: PolicySetTests.names)
    func noActReachesTheBannedInAnySet(set: String) throws {
        // CSP L1111-18: insurers, mutuals, employers, banks; whatever the leave, the role, the mode.
        for sector in ["SA11", "SA23", "SA24", "SA44", "SA45", "SA48"] {
            let actor = try House.care("10", specialty: "SM26", sector: sector)
            var policy = try House.policy(set: set)
            policy.authorisations = [House.leave(actor), House.leave(actor, subject: .structure(actor.structure.id))]
            policy.treatingPhysicians = [try House.person(1)]
            let facts = Circumstances(
                team: CareTeam(members: [actor.subject]),
                administrators: [try House.person(1)]
            )
            for act in Act.allCases {
                for mode in OrderTests.modes {
                    for resource in [Resource.record, .document(House.document(relation: .author))] {
                        let decision = try House.ask(
                            .care(actor),
                            act,
                            resource,
                            policy,
                            mode: mode,
                            presence: .confirmed,
                            circumstances: facts
                        )
                        #expect(decision.rule == .banned && decision.denial == .silent)
                    }
                }
            }
        }
        let actor = try House.care("ASSUR", system: CodeSystem.nonProfession)
        var policy = try House.policy(set: set)
        policy.authorisations = [House.leave(actor)]
        #expect(try House.ask(.care(actor), .feed, .document(House.document()), policy).rule == .banned)
        // The insurer's own feed writes and reads nothing (C10).
        for act in Act.allCases where act != .feed {
            #expect(try !House.ask(.system("ALIM_AM"), act, .document(House.document()), policy).isPermitted)
        }
    }
}
