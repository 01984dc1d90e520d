import HealthRecord
import Testing

@testable import AccessRules

/// The properties that issue 3 names, in its own words, over random histories of a record (§ 2, § 10).
@Suite struct WordsOfTheIssueTests {
    /// *Withdrawing a consent never widens*: whichever consent, whoever asks, whatever he does, in whatever mode.
    ///
    /// The holder and those who act for him may gain one thing: what they may decide about somebody whose role has ended.
    @Test(arguments: UInt64(1)...8)
    func withdrawingAConsentNeverWidens(seed: UInt64) throws {
        var life = try RandomLife(seed: seed)
        var compared = 0
        for _ in 0..<4 {
            for _ in 0..<3 { try life.happen() }
            for (what, narrower) in try life.withdrawals() {
                for subject in life.subjects {
                    for act in Act.allCases where !(act.isAboutRoles && !subject.isCare) {
                        for mode in OrderTests.modes {
                            let after = try narrower.decision(subject, act, mode)
                            guard after.isPermitted else { continue }
                            compared += 1
                            let before = try life.decision(subject, act, mode)
                            #expect(
                                before.isPermitted,
                                "\(what), \(act), \(mode.code): \(before.rule) became \(after.rule)"
                            )
                        }
                    }
                }
            }
        }
        #expect(compared > 1000)
    }

    /// *Masking then unmasking is identity* is asked of the service, which keeps what was: `RecordService/MaskIdentityTests`.
    ///
    /// Here (§ 3.5): masking shows nobody more, and takes from somebody what he had.
    @Test(arguments: UInt64(100)...107)
    func maskingShowsNobodyMoreAndSomebodyLess(seed: UInt64) throws {
        var life = try RandomLife(seed: seed)
        // One who may read, so that there is something to lose.
        life.policy.authorisations.append(House.leave(life.actors[1]))
        var lost = 0
        for round in 0..<6 {
            if round > 0 { for _ in 0..<3 { try life.happen() } }
            life.facts.visibility.remove(.maskedToProfessionals)
            var masked = life
            masked.facts.visibility.insert(.maskedToProfessionals)
            for subject in life.subjects {
                for act in Act.allCases {
                    for mode in OrderTests.modes {
                        let before = try life.decision(subject, act, mode)
                        let after = try masked.decision(subject, act, mode)
                        // What undoes a mask presupposes it.
                        if act != .unmask, after.isPermitted {
                            #expect(before.isPermitted, "\(act): \(before.rule)")
                        }
                        if before.isPermitted, !after.isPermitted { lost += 1 }
                    }
                }
            }
        }
        #expect(lost > 0)
    }

    /// *No act reaches a banned actor in any set* (CSP L1111-18): whatever has happened to the record, whatever he was given.
    @Test(arguments: PolicySetTests.names, UInt64(200)...201)
    func noActReachesABannedActorInAnySet(set: String, seed: UInt64) throws {
        var life = try RandomLife(seed: seed, set: set)
        var banned = try ["SA11", "SA23", "SA24", "SA44", "SA45", "SA48"].map { sector in
            try House.care("10", specialty: "SM26", sector: sector)
        }
        banned += try ["ASSUR", "ALIM_AM"].map { try House.care($0, system: CodeSystem.nonProfession) }
        for _ in 0..<8 {
            for _ in 0..<3 { try life.happen() }
            for actor in banned {
                // All that a record can give, given to him.
                var given = life
                given.policy.authorisations += [
                    House.leave(actor), House.leave(actor, subject: .structure(actor.structure.id)),
                ]
                given.policy.treatingPhysicians.append(try House.person(1))
                given.policy.administrators.append(try House.person(1))
                given.circumstances.team = CareTeam(members: [actor.subject])
                given.circumstances.isRegulationCentre = true
                given.presence = .confirmed
                for act in Act.allCases {
                    for mode in OrderTests.modes {
                        let decision = try given.decision(.care(actor), act, mode)
                        #expect(!decision.isPermitted && decision.denial == .silent, "\(act): \(decision.rule)")
                        #expect(decision.obligations == Obligations(.trace))
                    }
                }
            }
        }
    }

    /// *Replay of the trace gives the same decisions* (§ 10): whatever decided, from the text that stands beside the trace.
    @Test(arguments: UInt64(300)...311)
    func replayOfTheTraceGivesTheSameDecisions(seed: UInt64) throws {
        var life = try RandomLife(seed: seed)
        let book = try #require(House.book)
        for _ in 0..<60 {
            try life.happen()
            life.circumstances.emergencySince = try life.pick([nil, Instant(milliseconds: 0), House.now])
            life.circumstances.carers = try life.pick([0, 3])
            life.circumstances.representatives = try life.pick([0, 2])
            let approvals = try life.pick([Set<String>(), ["un", "deux"]])
            life.circumstances.hostProcedure = HostProcedure(
                requestedAt: House.now,
                approvals: approvals,
                until: House.now.advanced(bySeconds: 1)
            )
            let subject = try life.pick(life.subjects)
            let act = try life.pick(Act.allCases)
            let context = life.context(try life.pick(OrderTests.modes), try life.pick(SessionSecrecy.allCases))
            let resource = life.resource(act)
            let decision = decide(subject: subject, act: act, resource: resource, context: context, ruleBook: book)
            let facts = try #require(
                DecisionFacts(subject: subject, act: act, resource: resource, context: context, ruleBook: book)
            )
            #expect(try DecisionFacts(text: facts.text()).replay(in: book) == decision)
        }
    }
}

extension Act {
    /// Whether the act changes what somebody may do: it depends on what he may do already.
    fileprivate var isAboutRoles: Bool {
        switch self {
        case .authorise, .revoke, .block, .unblock, .declareTreatingPhysician, .removeTreatingPhysician,
            .nameAdministrator,
            .withdrawAdministrator, .delegate, .endDelegation, .inviteRepresentative:
            true
        default: false
        }
    }
}

extension Subject {
    fileprivate var isCare: Bool { if case .care = self { true } else { false } }
}
