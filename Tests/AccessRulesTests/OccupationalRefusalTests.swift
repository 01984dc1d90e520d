import HealthRecord
import Testing

@testable import AccessRules

/// CSP L1111-17 IV: a worker's refusal to the occupational physician is no fault, grounds nothing and is told to nobody (§ 1.2).
@Suite struct OccupationalRefusalTests {
    @Test(arguments: PolicySetTests.names)
    func aRefusalIsToldToNobodyElse(set: String) throws {
        let physician = Subject.care(try House.care("10", specialty: "SM25"))
        let gp = try House.care("10", specialty: "SM26", number: 2, structure: 2)
        var policy = try House.policy(set: set)
        policy.authorisations = [House.leave(gp)]
        for act in [Act.search, .read, .declareAuthorisation, .readHistory] {
            let resource: Resource = act == .read ? .document(House.document()) : .record
            let decision = try House.ask(physician, act, resource, policy, presence: .absent)
            guard !decision.isPermitted else { continue }
            // Traced where the holder reads it, and nothing beside.
            #expect(decision.obligations == Obligations(.trace), "\(act)")
        }
        // Who was refused opens no mode either: an occupational physician has the ordinary one.
        for mode in OrderTests.modes where mode != .normal {
            let decision = try House.ask(physician, .read, .document(House.document()), policy, mode: mode)
            #expect(!decision.isPermitted && decision.obligations == Obligations(.trace))
        }
    }

    /// § 1.2: what others may do is the same whether or not the worker refused.
    @Test func nobodyElseGainsOrLosesByIt() throws {
        let physician = try House.care("10", specialty: "SM25")
        let gp = try House.care("10", specialty: "SM26", number: 2, structure: 2)
        var open = try House.policy()
        open.authorisations = [House.leave(gp), House.leave(physician)]
        var refusing = open
        refusing.authorisations.removeLast()
        refusing.blocks = [Block(subject: physician.subject, name: physician.name, profession: nil, since: House.now)]
        for act in Act.allCases where !act.needsTarget {
            let resource: Resource = act.takesDocument ? .document(House.document()) : .record
            for subject in [Subject.care(gp), House.holder] {
                let before = try House.ask(subject, act, resource, open)
                #expect(try House.ask(subject, act, resource, refusing) == before, "\(act)")
            }
        }
    }
}
