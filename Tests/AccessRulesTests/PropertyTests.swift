import HealthRecord
import Testing

@testable import AccessRules

/// What holds for every question, asked with seeded random ones.
@Suite struct PropertyTests {
    private struct Asked {
        var subject: Subject
        var act: Act
        var resource: Resource
        var policy: RecordPolicy
        var mode: AccessMode
        var care: CareActor?
    }

    private func random(_ generator: inout SplitMix64) throws -> Asked {
        func pick<Value>(_ values: [Value]) throws -> Value { try #require(values.randomElement(using: &generator)) }
        let care = try House.care(
            try pick(["10", "60", "21", "40", "28", "99", "SECRETARIAT_MEDICAL"]),
            specialty: try pick([nil, "SM26", "SM25"]),
            system: try pick([CodeSystem.profession, CodeSystem.profession, CodeSystem.nonProfession]),
            number: try pick([1, 2]),
            structure: try pick([1, 2]),
            sector: try pick(["SA07", "SA01", "SA66", "SA23", "??"]),
            holder: try pick(HolderKind.allCases),
            authentication: try pick(AuthenticationMode.allCases)
        )
        var policy = try House.policy(try pick([House.adult, House.child]))
        if Bool.random(using: &generator) { policy.authorisations.append(House.leave(care)) }
        if Bool.random(using: &generator) {
            policy.authorisations.append(House.leave(care, subject: .structure(care.structure.id)))
        }
        if Int.random(in: 0..<6, using: &generator) == 0 {
            policy.blocks = [Block(subject: care.subject, name: care.name, profession: nil, since: House.now)]
        }
        if Bool.random(using: &generator), let person = care.person { policy.treatingPhysicians = [person] }
        policy.emergency = EmergencyWishes(
            refusesBreakGlass: .random(using: &generator),
            refusesRegulation: .random(using: &generator),
            opensMaskedDocuments: .random(using: &generator)
        )
        let facts = House.document(
            .random(using: &generator),
            status: try pick(AvailabilityStatus.allCases),
            relation: try pick(DocumentRelation.allCases),
            origin: try pick(DocumentOrigin.allCases)
        )
        return Asked(
            subject: try pick([.care(care), .care(care), .care(care)] + PortalTests.everybody),
            act: try pick(Act.allCases),
            resource: try pick([.record, .document(facts), .document(facts), .target(care.subject)]),
            policy: policy,
            mode: try pick(OrderTests.modes),
            care: care
        )
    }

    @Test(arguments: UInt64(0)..<20)
    func withdrawingALeaveNeverWidens(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        for _ in 0..<200 {
            let asked = try random(&generator)
            let before = try House.ask(asked.subject, asked.act, asked.resource, asked.policy, mode: asked.mode)
            guard !before.isPermitted else { continue }
            var narrower = asked.policy
            if !narrower.authorisations.isEmpty { narrower.authorisations.removeLast() }
            let after = try House.ask(asked.subject, asked.act, asked.resource, narrower, mode: asked.mode)
            #expect(!after.isPermitted, "\(asked.act) \(asked.mode.code): \(before.rule) became \(after.rule)")
        }
    }

    @Test(arguments: UInt64(20)..<40)
    func blockingAndObjectingNeverWiden(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        for _ in 0..<200 {
            let asked = try random(&generator)
            let before = try House.ask(asked.subject, asked.act, asked.resource, asked.policy, mode: asked.mode)
            guard !before.isPermitted else { continue }
            var narrower = asked.policy
            if let care = asked.care {
                narrower.blocks.append(
                    Block(subject: care.subject, name: care.name, profession: nil, since: House.now)
                )
            }
            narrower.emergency = EmergencyWishes(refusesBreakGlass: true, refusesRegulation: true)
            #expect(try !House.ask(asked.subject, asked.act, asked.resource, narrower, mode: asked.mode).isPermitted)
        }
    }

    @Test(arguments: UInt64(40)..<60)
    func maskingNeverWidensReading(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        for _ in 0..<200 {
            let asked = try random(&generator)
            guard case .document(var facts) = asked.resource else { continue }
            facts.visibility.remove(.maskedToProfessionals)
            func read(_ act: Act) throws -> Decision {
                try House.ask(asked.subject, act, .document(facts), asked.policy, mode: asked.mode)
            }
            for act in [Act.read, .search, .findReference] {
                let before = try read(act)
                facts.visibility.insert(.maskedToProfessionals)
                let masked = try read(act)
                #expect(before.isPermitted || !masked.isPermitted)
                facts.visibility.remove(.maskedToProfessionals)
            }
        }
    }

    @Test(arguments: UInt64(60)..<80)
    func permitsHaveAGroundAndRefusalsOfHiddenThingsSayNothing(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        for _ in 0..<200 {
            let asked = try random(&generator)
            let decision = try House.ask(asked.subject, asked.act, asked.resource, asked.policy, mode: asked.mode)
            if decision.isPermitted { #expect(decision.rule != .undefined) }
            if decision.denial == .silent {
                #expect(decision.denial?.code == .notFound && decision.denial?.remedy == .nothing)
            }
            var lost = asked.policy
            lost.policySet = "era2007-of-nowhere"
            let undefined = try House.ask(asked.subject, asked.act, asked.resource, lost, mode: asked.mode)
            #expect(!undefined.isPermitted && undefined.rule == .unknownPolicySet)
        }
    }

    /// § 2.
    @Test func undefinedDocumentsAreRefused() throws {
        let actor = try House.care("10")
        var policy = try House.policy()
        policy.authorisations = [House.leave(actor)]
        var facts = House.document()
        facts.typeCode = Code("11488-4", "another system")
        facts.classCode = Code("10", "another system")
        #expect(try House.ask(.care(actor), .read, .document(facts), policy).rule == .professionUndefined)
        #expect(try House.ask(.care(actor), .feed, .document(facts), policy).rule == .professionUndefined)
        #expect(try House.ask(.care(actor), .mask, .record, policy).rule == .undefined)
        #expect(try House.ask(.care(actor), .read, .target(actor.subject), policy).rule == .undefined)
    }
}
