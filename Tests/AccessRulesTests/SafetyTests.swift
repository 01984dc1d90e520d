import Foundation
import HealthRecord
import Testing

@testable import AccessRules

/// Modes that somebody could claim for himself, and acts on a record as such.
@Suite struct SafetyTests {
    private func decide(_ subject: Subject, _ act: Act, _ context: Context) throws -> Decision {
        AccessRules.decide(
            subject: subject,
            act: act,
            resource: .record,
            context: context,
            ruleBook: try #require(House.book)
        )
    }

    /// CSP L1111-17 I: the physician who regulates; a structure regulates when the operator says so.
    @Test(arguments: PolicySetTests.names)
    func nobodyRegulatesByHisOwnWord(set: String) throws {
        let actor = Subject.care(try House.care("10", specialty: "SM59"))
        for act in [Act.testExistence, .search, .readIdentity, .findWithoutINS] {
            var context = Context(policy: try House.policy(set: set), mode: .regulation, now: House.now)
            let refused = try decide(actor, act, context)
            let isOff = try #require(House.book?.policySets[set]).switches.regulation == false
            #expect(refused.rule == (isOff ? .modeOff : .modeNotRegulator))
            #expect(refused.denial == .told(.modeRefused, remedy: .useNormalMode))
            context.circumstances.isRegulationCentre = true
            #expect(try decide(actor, act, context).isPermitted != isOff)
        }
    }

    @Test func aTraceOfBeforeTheCentresIsReplayedAsItFell() throws {
        let book = try #require(House.book)
        let context = Context(policy: try House.policy(), mode: .regulation, now: House.now)
        let facts = DecisionFacts(
            subject: .care(try House.care("10")),
            act: .search,
            resource: .record,
            context: context,
            ruleBook: book
        )
        let kept = try #require(facts)
        #expect(try DecisionFacts(text: kept.text()).replay(in: book).rule == .modeNotRegulator)
        let text = String(decoding: try JSONEncoder().encode(kept), as: UTF8.self)
        let old = text.replacing("\"v\":3", with: "\"v\":1")
        #expect(old != text)
        #expect(try DecisionFacts(text: old).replay(in: book).rule == .emergencyRegulation)
    }

    /// CSP L1111-5; EX_0.1-1115: a secret connection is a minor's; with anybody else it is a cloak.
    @Test func aSecretConnectionIsAMinorsWhateverTheAct() throws {
        let actor = try House.care("10")
        for act in Act.allCases where !act.needsTarget && !act.needsDocument {
            var policy = try House.policy()
            policy.authorisations = [House.leave(actor)]
            let decision = try House.ask(.care(actor), act, .record, policy, secrecy: .secret)
            #expect(decision.rule == .secretConnection, "\(act)")
            #expect(decision.denial?.code == .modeRefused)
        }
        for (set, year, isOpen) in [("mes2026", 2010, true), ("mes2026", 2015, nil), ("era2007", 2010, false)] {
            var policy = try House.policy(CalendarDate(year: year, month: 5, day: 1), set: set)
            policy.authorisations = [House.leave(actor)]
            let switches = try #require(House.book?.policySets[set]).switches
            let expected = isOpen ?? (policy.birthDate.age(on: House.now.date) >= switches.minorSecretAge)
            let decision = try House.ask(.care(actor), .search, .record, policy, secrecy: .secret)
            #expect(decision.isPermitted == (expected && switches.minorSecret), "\(set) \(year)")
        }
    }

    /// TD1.2 to TD1.5: with the patient, by who has leave; the patient's own access in his proven presence alone.
    @Test(arguments: ["era2011", "era2016", "era2019"])
    func aRecordIsAdministeredByWhoHasLeaveOrHasThePatientThere(set: String) throws {
        let actor = try House.care("10")
        let policy = try House.policy(set: set)
        var leave = policy
        leave.authorisations = [House.leave(actor)]
        var blocked = leave
        blocked.blocks = [Block(subject: actor.subject, name: actor.name, profession: nil, since: House.now)]
        func ask(_ act: Act, _ policy: RecordPolicy, _ presence: HolderPresence = .declared) throws -> Decision {
            try House.ask(.care(actor), act, policy, presence: presence)
        }
        #expect(try ask(.administer, policy).rule == .authorisationMissing)
        #expect(try ask(.administer, leave).isPermitted)
        #expect(try ask(.administer, policy, .confirmed).rule == .holderPresent)
        for act in [Act.administer, .administerAccess] {
            #expect(try ask(act, blocked, .confirmed).rule == .blocked)
        }
        #expect(try ask(.administerAccess, leave).rule == .presenceMissing)
        let done = try ask(.administerAccess, leave, .confirmed)
        #expect(done.isPermitted && done.obligations.contains(.notifyHolder))
        var closed = leave
        closed.state = .closed(at: House.now, reason: .holderRequest)
        #expect(try ask(.administer, closed).isPermitted)
        closed.state = .suspended(since: House.now)
        #expect(try ask(.administer, closed).rule == .recordSuspended)
    }

    @Test func whoAdministersNothing() throws {
        let physician = try House.care("10")
        let others: [CareActor] = try [
            House.care("10", holder: .trainee), House.care("10", specialty: "SM25"),
            House.care("AUTOMATE", system: CodeSystem.nonProfession, holder: .structure, authentication: .indirect),
            House.care("10", authentication: .reinforcedIndirect),
        ]
        for actor in others {
            var policy = try House.policy(set: "era2019")
            policy.authorisations = [House.leave(actor), House.leave(actor, subject: .structure(actor.structure.id))]
            #expect(try !House.ask(.care(actor), .administer, policy, presence: .confirmed).isPermitted)
        }
        for set in ["era2007", "mes2022", "mes2026"] {
            var policy = try House.policy(set: set)
            policy.authorisations = [House.leave(physician)]
            let decision = try House.ask(.care(physician), .administer, policy, presence: .confirmed)
            #expect(decision.rule == .administrationOff, "\(set)")
        }
        var policy = try House.policy(set: "era2019")
        policy.authorisations = [House.leave(physician)]
        let glass = AccessMode.breakGlass(reason: "Coma")
        #expect(try House.ask(.care(physician), .administer, policy, mode: glass).rule == .administrationOff)
    }

    /// TD0.5 shows whom somebody did not know: not to whom he has blocked.
    @Test func theBlockedFindNobodyByTraits() throws {
        let actor = try House.care("10")
        var policy = try House.policy()
        policy.blocks = [Block(subject: actor.subject, name: actor.name, profession: nil, since: House.now)]
        #expect(try House.ask(.care(actor), .findWithoutINS, policy, mode: .regulation).rule == .blocked)
        // With the matricule a regulator gets in (key block.defeatsRegulation).
        #expect(try House.ask(.care(actor), .search, policy, mode: .regulation).isPermitted)
        policy.blocks = []
        policy.emergency.refusesRegulation = true
        #expect(try House.ask(.care(actor), .findWithoutINS, policy, mode: .regulation).rule == .modeOpposed)
    }
}
