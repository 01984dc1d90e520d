import HealthRecord
import Testing

@testable import AccessRules

/// Bans, and that the earlier step wins where two would refuse.
@Suite struct OrderTests {
    static let modes: [AccessMode] = [.normal, .regulation, .breakGlass(reason: "Coma")]

    @Test(arguments: ["SA11", "SA23", "SA24", "SA44", "SA45", "SA48"], Act.allCases)
    func theBannedDoNothingInAnyMode(sector: String, act: Act) throws {
        for role in ["10", "60", "ASSUR"] {
            for holder in HolderKind.allCases {
                for evidence in AuthenticationMode.allCases {
                    let actor = try House.care(role, sector: sector, holder: holder, authentication: evidence)
                    var policy = try House.policy()
                    policy.treatingPhysicians = [try House.person(1)]
                    policy.authorisations = [
                        House.leave(actor), House.leave(actor, subject: .structure(actor.structure.id)),
                    ]
                    for mode in Self.modes {
                        let resources: [Resource] = [
                            .record, .document(House.document(relation: .author)), .target(actor.subject),
                        ]
                        for resource in resources {
                            let decision = try House.ask(.care(actor), act, resource, policy, mode: mode)
                            #expect(!decision.isPermitted)
                            if decision.rule == .banned { #expect(decision.denial == .silent) }
                        }
                    }
                }
            }
        }
    }

    @Test(arguments: Act.allCases)
    func rolesOfInsurersAreBannedInAnySector(act: Act) throws {
        for role in ["ASSUR", "ALIM_AM"] {
            let actor = try House.care(role, system: CodeSystem.nonProfession)
            var policy = try House.policy()
            policy.authorisations = [House.leave(actor)]
            #expect(try House.ask(.care(actor), act, .record, policy).rule == .banned)
        }
    }

    @Test func anUnreadableSectorIsRefused() throws {
        var policy = try House.policy()
        for sector in ["", "SA", "SA7", "SA077", "sa23", "XX23", "SA2B"] {
            let actor = try House.care("10", sector: sector)
            policy.authorisations = [House.leave(actor)]
            #expect(try House.ask(.care(actor), .read, .record, policy).rule == .actorSectorUnknown, "\(sector)")
        }
    }

    /// § 2.
    @Test func eachStepComesBeforeTheNext() throws {
        // Everything is wrong; then the faults are mended one by one in the order of evaluation.
        var facts = House.document("68599-0", classCode: "10")
        facts.visibility = .maskedToProfessionals
        let document = Resource.document(facts)
        var policy = try House.policy()
        policy.policySet = "nowhere"
        policy.state = .suspended(since: House.now)
        policy.emergency.refusesBreakGlass = true
        var actor = try House.care("60", sector: "SA23", holder: .structure, authentication: .direct)
        policy.blocks = [
            Block(subject: .structure(actor.structure.id), name: actor.name, profession: nil, since: House.now)
        ]
        var mode = AccessMode.breakGlass(reason: " ")
        var rules: [RuleID] = []
        func note(_ act: Act = .read) throws {
            rules.append(try House.ask(.care(actor), act, document, policy, mode: mode).rule)
        }
        try note()
        policy.policySet = "mes2026"
        try note()
        policy.state = .open(internet: .awaitingActivation)
        try note()
        actor = try House.care("60", sector: "SA23")
        try note()
        actor = try House.care("60")
        try note()
        mode = .breakGlass(reason: "Coma")
        try note()
        policy.emergency.refusesBreakGlass = false
        try note()
        policy.blocks = []
        mode = .normal
        try note()
        policy.authorisations = [House.leave(actor, until: House.now)]
        try note()
        policy.authorisations = [House.leave(actor)]
        try note(.feedBySecretary)
        try note(.search)
        #expect(
            rules == [
                .unknownPolicySet, .recordSuspended, .actorUnbound, .banned, .modeReasonMissing, .modeOpposed, .blocked,
                .authorisationMissing, .authorisationExpired, .functionalRefused, .professionRefused,
            ]
        )
        let plainType = Resource.document(House.document(.maskedToProfessionals))
        #expect(try House.ask(.care(actor), .search, plainType, policy).rule == .masked)
    }

    /// § 3.1, CSP R1111-47.
    @Test func feedingNeedsNoLeaveEvenWhenBlocked() throws {
        let actor = try House.care("10")
        var policy = try House.policy()
        let document = Resource.document(House.document(relation: .author))
        #expect(try House.ask(.care(actor), .feed, document, policy).rule == .authorisationNeedless)
        policy.blocks = [Block(subject: actor.subject, name: actor.name, profession: nil, since: House.now)]
        #expect(try House.ask(.care(actor), .feed, document, policy).isPermitted)
        #expect(try House.ask(.care(actor), .delete, document, policy).isPermitted)
        #expect(try House.ask(.care(actor), .read, document, policy).rule == .blocked)
        #expect(try House.ask(.care(actor), .declareAuthorisation, policy, presence: .confirmed).rule == .blocked)
    }

    @Test func anAuthorReadsHisOwnWithoutLeave() throws {
        let actor = try House.care("10")
        let own = Resource.document(House.document(.maskedToProfessionals, relation: .author))
        let decision = try House.ask(.care(actor), .read, own, try House.policy())
        #expect(decision.isPermitted && decision.rule == .maskedForAuthor)
    }

    /// § 3.2.
    @Test func aBlockDefeatsBreakGlassAndNotTheRegulationCentre() throws {
        let actor = try House.care("10")
        var policy = try House.policy()
        policy.blocks = [Block(subject: actor.subject, name: actor.name, profession: nil, since: House.now)]
        let document = Resource.document(House.document())
        let glass = try House.ask(.care(actor), .read, document, policy, mode: .breakGlass(reason: "Coma"))
        #expect(glass.rule == .blocked)
        let centre = try House.ask(.care(actor), .read, document, policy, mode: .regulation)
        #expect(centre.rule == .emergencyRegulation)
        for obligation in [Obligation.notifyHolder, .notifyTreatingPhysician, .showEmergencySession] {
            #expect(centre.obligations.contains(obligation))
        }
        let turned = try House.turned(.blockDefeatsBreakGlass, to: false)
        let free = try House.ask(
            .care(actor),
            .read,
            document,
            policy,
            mode: .breakGlass(reason: "Coma"),
            book: turned
        )
        #expect(free.rule == .emergencyBreakGlass)
    }

    /// § 3.4, CSP L1111-17 I, EX_1.1-1050.
    @Test func theTwoEmergencyObjectionsAreIndependent() throws {
        let actor = try House.care("10")
        let document = Resource.document(House.document())
        var policy = try House.policy()
        policy.emergency.refusesRegulation = true
        let glass = AccessMode.breakGlass(reason: "Coma")
        #expect(try House.ask(.care(actor), .read, document, policy, mode: glass).isPermitted)
        #expect(try House.ask(.care(actor), .read, document, policy, mode: .regulation).rule == .modeOpposed)
        #expect(try House.ask(.care(actor), .testExistence, policy, mode: .regulation).isPermitted)
        policy.emergency = EmergencyWishes(refusesBreakGlass: true)
        #expect(try House.ask(.care(actor), .read, document, policy, mode: glass).rule == .modeOpposed)
        #expect(try House.ask(.care(actor), .read, document, policy, mode: .regulation).isPermitted)
    }

    /// § 3.1, CSP R1111-46.
    @Test func declaringNeedsTheHoldersConsentStated() throws {
        let actor = try House.care("10")
        let policy = try House.policy()
        #expect(try House.ask(.care(actor), .declareAuthorisation, policy, presence: .absent).rule == .consentMissing)
        #expect(try House.ask(.care(actor), .declareAuthorisation, policy, presence: .declared).isPermitted)
        let strict = try House.edited {
            $0.replacing("\"value\": \"declaration\"", with: "\"value\": \"holderConfirmed\"")
        }
        let declared = try House.ask(
            .care(actor),
            .declareAuthorisation,
            .record,
            policy,
            presence: .declared,
            book: strict
        )
        #expect(declared.rule == .consentMissing)
    }

    @Test func limitsOfALeaveInTime() throws {
        let actor = try House.care("10")
        let document = Resource.document(House.document())
        for (offset, isValid) in [(Int64(-1), false), (0, false), (1, true)] {
            var policy = try House.policy()
            policy.authorisations = [
                House.leave(actor, until: Instant(milliseconds: House.now.milliseconds + offset))
            ]
            #expect(try House.ask(.care(actor), .read, document, policy).isPermitted == isValid)
        }
    }
}
