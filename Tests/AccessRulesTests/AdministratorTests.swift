import HealthRecord
import Testing

@testable import AccessRules

/// Those to whom the holder gives the treating physician's rights (§ 1.2; CSP R1111-43 as worded in 2016).
@Suite struct AdministratorTests {
    @Test(arguments: PolicySetTests.names)
    func theHolderNamesThemWhereTheSetKnowsThem(set: String) throws {
        let policy = try House.policy(set: set)
        let knows = try #require(House.book?.policySets[set]).allowsAdministrators
        let target = Resource.target(.person(try House.person(9)))
        let named = try House.ask(House.holder, .nameAdministrator, target, policy)
        #expect(named.isPermitted == knows)
        if !knows { #expect(named.rule == .administratorsNotKnown) }
        // What was given is taken back under any set.
        #expect(try House.ask(House.holder, .withdrawAdministrator, target, policy).isPermitted)
        let nurse = try House.care("60", number: 9)
        var administered = policy
        administered.administrators = [try House.person(9)]
        let masked = Resource.document(House.document(.maskedToProfessionals))
        #expect(try House.ask(.care(nurse), .read, masked, administered).isPermitted == knows)
    }

    @Test func aStructureIsNoAdministratorAndACarerNamesNone() throws {
        let policy = try House.policy()
        let structure = Resource.target(.structure(try House.structure(1).id))
        #expect(try House.ask(House.holder, .nameAdministrator, structure, policy).rule == .administratorsNotKnown)
        let target = Resource.target(.person(try House.person(9)))
        for subject in [House.representative(.carer), .care(try House.care()), .system("calendar")] {
            for act in [Act.nameAdministrator, .withdrawAdministrator] {
                #expect(try !House.ask(subject, act, target, policy).isPermitted)
            }
        }
    }

    /// What the policy names decides as what the circumstances name, and a replay sees it.
    @Test func theirDecisionsAreReplayed() throws {
        let book = try #require(House.book)
        let nurse = Subject.care(try House.care("60", number: 9))
        var policy = try House.policy()
        policy.administrators = [try House.person(9)]
        let masked = Resource.document(House.document(.maskedToProfessionals))
        let context = Context(policy: policy, now: House.now)
        let decision = decide(subject: nurse, act: .read, resource: masked, context: context, ruleBook: book)
        #expect(decision.rule == .maskedForAdministrator)
        let facts = try #require(
            DecisionFacts(subject: nurse, act: .read, resource: masked, context: context, ruleBook: book)
        )
        #expect(try DecisionFacts(text: facts.text()).replay(in: book) == decision)
    }
}
