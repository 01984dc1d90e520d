import HealthRecord
import Testing

@testable import AccessRules

/// § 2.2: earlier test plans let a structure hold a leave, the present matrix gives it to persons; the set says which.
@Suite struct StructureLeaveTests {
    /// What ships, or the same with the key turned.
    private func book(_ isOn: Bool) throws -> RuleBook {
        let shipped = try #require(House.book)
        let value = shipped.policySets["mes2026"]?[.structureLeave]?.value
        return value == .flag(isOn) ? shipped : try House.turned(.structureLeave, to: isOn)
    }

    @Test(arguments: [true, false])
    func aLeaveOfTheStructureIsASwitch(isOn: Bool) throws {
        let actor = try House.care("10", specialty: "SM26")
        var policy = try House.policy()
        policy.authorisations = [House.leave(actor, subject: .structure(actor.structure.id))]
        let book = try book(isOn)
        let document = Resource.document(House.document())
        let decision = try House.ask(.care(actor), .read, document, policy, book: book)
        #expect(decision.isPermitted == isOn)
        #expect(decision.rule == (isOn ? .authorisationOfStructure : .authorisationMissing))
        // Whoever works elsewhere gains nothing by it.
        let elsewhere = try House.care("10", specialty: "SM26", number: 2, structure: 2)
        #expect(try !House.ask(.care(elsewhere), .read, document, policy, book: book).isPermitted)
    }

    /// § 1.2, § 2.2: a team in which a structure stands brings in its people by the same switch.
    @Test(arguments: [true, false])
    func aStructureInATeamIsTheSameSwitch(isOn: Bool) throws {
        let actor = try House.care("10", specialty: "SM26")
        let other = try House.care("10", specialty: "SM26", number: 2, structure: 2)
        var policy = try House.policy()
        policy.authorisations = [House.leave(other)]
        var circumstances = Circumstances()
        circumstances.team = CareTeam(members: [other.subject, .structure(actor.structure.id)])
        let decision = try House.ask(
            .care(actor),
            .read,
            .document(House.document()),
            policy,
            circumstances: circumstances,
            book: try book(isOn)
        )
        #expect(decision.isPermitted == isOn)
    }

    /// § 3.2: from whom it was taken back, it lets nobody else out and him no longer in; its replay says the same.
    @Test func itIsTakenBackFromOnePersonAlone() throws {
        let (actor, colleague) = (try House.care("10", specialty: "SM26"), try House.care("60", number: 2))
        var leave = House.leave(actor, subject: .structure(actor.structure.id))
        leave.except(try #require(actor.person))
        leave.except(try #require(actor.person))
        #expect(leave.exceptions.count == 1)
        var policy = try House.policy()
        policy.authorisations = [leave]
        let book = try #require(House.book)
        let document = Resource.document(House.document())
        for (one, rule) in [(actor, RuleID.authorisationMissing), (colleague, .authorisationOfStructure)] {
            let decision = try House.ask(.care(one), .read, document, policy)
            #expect(decision.rule == rule)
            let facts = try #require(
                DecisionFacts(
                    subject: .care(one),
                    act: .read,
                    resource: document,
                    context: Context(policy: policy, now: House.now),
                    ruleBook: book
                )
            )
            let kept = try DecisionFacts(text: facts.text())
            #expect(kept == facts)
            #expect(try kept.replay(in: book) == decision)
        }
        // His own leave stands for itself, and what names him is taken back whole.
        policy.authorisations.append(House.leave(actor))
        #expect(try House.ask(.care(actor), .read, document, policy).rule == .authorisationValid)
        var own = House.leave(actor)
        own.except(try #require(actor.person))
        #expect(own.exceptions.isEmpty)
    }

    /// § 2.2: the certificate itself reads nothing, whatever leave its structure has.
    @Test(arguments: [true, false])
    func theCertificateReadsNothingByIt(isOn: Bool) throws {
        let robot = try House.care(
            "AUTOMATE",
            system: CodeSystem.nonProfession,
            holder: .structure,
            authentication: .indirect
        )
        var policy = try House.policy()
        policy.authorisations = [House.leave(robot, subject: .structure(robot.structure.id))]
        let book = try book(isOn)
        #expect(
            try !House.ask(.care(robot), .read, .document(House.document()), policy, book: book).isPermitted
        )
    }
}
