import Foundation
import HealthRecord
import Testing

@testable import AccessRules

/// Who may say of himself that he is the treating physician, and what that protects him from (CSP L1111-16, L1111-19).
@Suite struct TreatingTests {
    private func declares(
        _ actor: CareActor,
        for subject: CareSubject? = nil,
        mode: AccessMode = .normal,
        _ policy: RecordPolicy? = nil
    ) throws -> Decision {
        let target = Resource.target(subject ?? actor.subject)
        return try House.ask(.care(actor), .declareTreatingPhysician, target, policy ?? House.policy(), mode: mode)
    }

    @Test func aPhysicianDeclaresHimselfAndTheHolderIsTold() throws {
        let decision = try declares(try House.care("10", specialty: "SM54"))
        #expect(decision.isPermitted && decision.obligations.contains(.notifyHolder))
        #expect(!decision.obligations.contains(.replaceTreatingPhysician))
        let again = try House.care("10", specialty: "SM54")
        var policy = try House.policy()
        policy.declareTreating(try House.person(1), by: .physician, at: House.now)
        #expect(try declares(again, policy).isPermitted)
    }

    @Test func nobodyElseDeclaresHimself() throws {
        // L1111-16: a physician; TD0.3 of the functional matrix: in ordinary care.
        let others: [CareActor] = try [
            House.care("60"), House.care("21"), House.care("50"), House.care("10", specialty: "SM25"),
            House.care("10", holder: .trainee),
            House.care("SECRETARIAT_MEDICAL", system: CodeSystem.nonProfession, holder: .employee),
            House.care("AUTOMATE", system: CodeSystem.nonProfession, holder: .structure, authentication: .indirect),
        ]
        for actor in others {
            for set in PolicySetTests.names {
                #expect(try !declares(actor, try House.policy(set: set)).isPermitted, "\(actor.profession.role.value)")
            }
        }
        let physician = try House.care("10")
        for mode in [AccessMode.breakGlass(reason: "Coma"), .regulation] {
            #expect(try !declares(physician, mode: mode).isPermitted)
        }
        #expect(try declares(physician, for: .person(House.person(9))).rule == .treatingDeclaredByHimself)
        #expect(try declares(try House.care("10", holder: .trainee)).rule == .treatingDeclaredByHimself)
    }

    @Test func consentIsStatedAndABlockStands() throws {
        let actor = try House.care("10")
        let target = Resource.target(actor.subject)
        let policy = try House.policy()
        let silent = try House.ask(.care(actor), .declareTreatingPhysician, target, policy, presence: .absent)
        #expect(silent.rule == .consentMissing)
        var blocking = policy
        blocking.blocks = [Block(subject: actor.subject, name: actor.name, profession: nil, since: House.now)]
        #expect(try declares(actor, blocking).rule == .blocked)
    }

    @Test(arguments: PolicySetTests.names)
    func whoNamedHimselfIsRemovedAndBlockedInEverySet(set: String) throws {
        let person = try House.person(1)
        for origin in [TreatingOrigin?.none, .physician] {
            var policy = try House.policy(set: set)
            policy.treatingPhysicians = [person]
            if let origin { policy.declareTreating(person, by: origin, at: House.now) }
            for act in [Act.block, .revoke, .removeTreatingPhysician] {
                #expect(try House.ask(House.holder, act, .target(.person(person)), policy).isPermitted, "\(act)")
            }
        }
    }

    /// § 3.3: a refusal of the structure keeps out whom a refusal by name could, and nobody else.
    @Test(arguments: PolicySetTests.names)
    func theStructuresNameDoesNotReachWhoeverStays(set: String) throws {
        let (actor, colleague) = (try House.care("10", specialty: "SM26"), try House.care("10", number: 2))
        let person = try #require(actor.person)
        let book = try #require(House.book)
        let stays = try #require(book.policySets[set]).switches.treatingRemovable == false
        for origin in [TreatingOrigin.physician, .holder] {
            var policy = try House.policy(set: set)
            policy.authorisations = [House.leave(actor), House.leave(colleague)]
            policy.declareTreating(person, by: origin, at: House.now)
            let structure = CareSubject.structure(actor.structure.id)
            policy.blocks = [Block(subject: structure, name: actor.name, profession: nil, since: House.now)]
            let isReached = !(stays && origin == .holder)
            #expect(try (House.ask(.care(actor), .search, .record, policy).rule == .blocked) == isReached)
            #expect(book.refuses(actor, under: policy) == isReached)
            #expect(try House.ask(.care(colleague), .search, .record, policy).rule == .blocked)
            // His own name reaches him: of before he was in the role, or brought along from a duplicate.
            policy.blocks.append(Block(subject: actor.subject, name: actor.name, profession: nil, since: House.now))
            #expect(try House.ask(.care(actor), .search, .record, policy).rule == .blocked)
        }
    }

    /// A trace of the second form, when the structure's name reached everybody, says today what it said then.
    @Test func theStructuresNameReachedHimInFormerTraces() throws {
        let actor = try House.care("10", specialty: "SM26")
        let book = try #require(House.book)
        var policy = try House.policy()
        policy.declareTreating(try #require(actor.person), by: .holder, at: House.now)
        let structure = CareSubject.structure(actor.structure.id)
        policy.blocks = [Block(subject: structure, name: actor.name, profession: nil, since: House.now)]
        let facts = try #require(
            DecisionFacts(
                subject: .care(actor),
                act: .search,
                resource: .record,
                context: Context(policy: policy, now: House.now),
                ruleBook: book
            )
        )
        #expect(try facts.replay(in: book).isPermitted)
        let text = try facts.text()
        #expect(text.hasPrefix("1:3"))
        let former = try DecisionFacts(text: "1:2" + text.dropFirst(3))
        #expect(try former.replay(in: book).rule == .blocked)
        // Written again, it is not taken for one of today.
        #expect(try DecisionFacts(text: former.text()) == former)
    }

    /// § 3.3.
    @Test(arguments: ["era2019", "mes2022", "mes2026"])
    func whomTheHolderOrTheInsurerDeclaredStays(set: String) throws {
        let person = try House.person(1)
        for origin in [TreatingOrigin.holder, .insurer] {
            var policy = try House.policy(set: set)
            policy.declareTreating(person, by: .physician, at: House.now)
            policy.declareTreating(person, by: origin, at: House.now)
            policy.declareTreating(person, by: .physician, at: House.now)
            #expect(policy.treatingPhysicians == [person] && policy.isConfirmedTreating(person))
            let decision = try House.ask(House.holder, .block, .target(.person(person)), policy)
            #expect(decision.rule == .treatingPhysicianNotRemovable)
        }
    }

    @Test func aDecisionOfBeforeIsReplayedAsItFell() throws {
        let person = try House.person(1)
        var policy = try House.policy()
        policy.declareTreating(person, by: .physician, at: House.now)
        let book = try #require(House.book)
        let facts = try #require(
            DecisionFacts(
                subject: House.holder,
                act: .block,
                resource: .target(.person(person)),
                context: Context(policy: policy, now: House.now),
                ruleBook: book
            )
        )
        #expect(try DecisionFacts(text: facts.text()).replay(in: book).isPermitted)
        let text = String(decoding: try JSONEncoder().encode(facts), as: UTF8.self)
        #expect(text.contains("\"mtc\":[]"))
        let old = text.replacing("\"v\":3", with: "\"v\":1")
            .replacing("\"mtc\":[],", with: "").replacing(",\"mtc\":[]", with: "")
        #expect(try DecisionFacts(text: old).replay(in: book).rule == .treatingPhysicianNotRemovable)
    }
}
