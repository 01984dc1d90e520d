import HealthRecord
import Testing

@testable import AccessRules

/// Those who may come only once the holder can be asked as the law wants it (CSP L1111-22, R1111-32): shut until then.
@Suite struct ShutOutTests {
    private static let shut: [(ServiceActor, RuleID)] = [
        (.foreignContactPoint, .foreignContactPoint), (.digitalService, .digitalService),
    ]

    private static let states: [RecordState] = [
        .open(internet: .active), .open(internet: .awaitingActivation), .suspended(since: House.now),
        .closed(at: House.now, reason: .holderRequest), .closed(at: House.now, reason: .death),
    ]

    /// L1111-22, R1111-32: whatever is asked, in whatever mode and state, the answer is that there is nothing.
    @Test(arguments: PolicySetTests.names)
    func nothingIsAnsweredToThemInAnySet(set: String) throws {
        for (actor, rule) in Self.shut {
            for state in Self.states {
                var policy = try House.policy(set: set)
                policy.state = state
                for act in Act.allCases {
                    for (_, resource) in try UnclaimedTests.resources() {
                        for mode in OrderTests.modes {
                            let decision = try House.ask(actor.subject, act, resource, policy, mode: mode)
                            #expect(decision.denial == .silent, "\(actor) \(act) \(state)")
                            if state.isOpen { #expect(decision.rule == rule) }
                        }
                    }
                }
            }
        }
    }

    /// The same for one who comes as a care actor in a role that no matrix names, whatever leave he was given.
    @Test(arguments: PolicySetTests.names)
    func aRoleThatNoMatrixNamesReadsNothing(set: String) throws {
        for system in [CodeSystem.nonProfession, CodeSystem.profession, "1.3.6.1.4.1.12559.11.10"] {
            for holder in [HolderKind.structure, .employee] {
                let actor = try House.care("NCPEH", system: system, holder: holder, authentication: .indirect)
                var policy = try House.policy(set: set)
                policy.authorisations = [House.leave(actor)]
                for act in [Act.search, .read, .findReference, .export, .readHistory] {
                    for (_, resource) in try UnclaimedTests.resources() {
                        for mode in OrderTests.modes {
                            let decision = try House.ask(.care(actor), act, resource, policy, mode: mode)
                            let isOwnReference = act == .findReference
                            #expect(!decision.isPermitted || isOwnReference, "\(act) \(system) \(decision.rule)")
                        }
                    }
                }
            }
        }
    }
}
