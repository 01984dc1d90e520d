import HealthRecord
import Testing

@testable import AccessRules

/// Consent of the care team, consent collected for another, how long an emergency lasts.
@Suite struct TeamTests {
    private let document = Resource.document(House.document())

    /// CSP L1110-12, R1111-46; CE 15/10/2025 n° 490409: one initial consent, recorded, covers the team.
    @Test func oneInitialConsentCoversTheTeam() throws {
        let physician = try House.care("10", number: 1, structure: 1)
        let nurse = try House.care("60", number: 2, structure: 2)
        let facts = Circumstances(team: CareTeam(members: [physician.subject, nurse.subject]))
        func nurseReads(_ policy: RecordPolicy, _ facts: Circumstances) throws -> Decision {
            try House.ask(.care(nurse), .read, document, policy, circumstances: facts)
        }
        var policy = try House.policy()
        let without = try nurseReads(policy, facts)
        #expect(without.rule == .teamConsentMissing)
        #expect(without.denial == .told(.consentRequired, remedy: .stateConsent))
        policy.authorisations = [House.leave(physician)]
        #expect(try nurseReads(policy, facts).rule == .authorisationOfTeam)
        // Outside the team each needs a leave of his own.
        #expect(try nurseReads(policy, Circumstances()).rule == .authorisationMissing)
        let others = Circumstances(team: CareTeam(members: [physician.subject]))
        #expect(try nurseReads(policy, others).rule == .authorisationMissing)
        // A member by his structure.
        let house = Circumstances(team: CareTeam(members: [physician.subject, .structure(nurse.structure.id)]))
        #expect(try nurseReads(policy, house).rule == .authorisationOfTeam)
        // Only while care goes on.
        for (offset, isOn) in [(Int64(0), false), (1, true)] {
            let end = Instant(milliseconds: House.now.milliseconds + offset)
            let ended = Circumstances(team: CareTeam(members: [physician.subject, nurse.subject], until: end))
            #expect(try nurseReads(policy, ended).isPermitted == isOn)
        }
        // A leave that has ended, has not begun, or whose bearer is blocked, is no consent.
        policy.authorisations = [House.leave(physician, until: House.now)]
        #expect(try nurseReads(policy, facts).rule == .teamConsentMissing)
        policy.authorisations = [House.leave(physician)]
        policy.blocks = [Block(subject: physician.subject, name: physician.name, profession: nil, since: House.now)]
        #expect(try nurseReads(policy, facts).rule == .teamConsentMissing)
        policy.blocks = [Block(subject: nurse.subject, name: nurse.name, profession: nil, since: House.now)]
        #expect(try nurseReads(policy, facts).rule == .blocked)
    }

    @Test func aLeaveOfTomorrowIsNoConsentToday() throws {
        let physician = try House.care("10", number: 1)
        let nurse = try House.care("60", number: 2)
        var policy = try House.policy()
        func leave(since: Instant) -> Authorisation {
            Authorisation(
                subject: physician.subject,
                name: physician.name,
                profession: physician.profession,
                structure: physician.structure,
                since: since,
                until: nil,
                origin: .givenByHolder,
                lastAct: House.now
            )
        }
        let facts = Circumstances(team: CareTeam(members: [physician.subject, nurse.subject]))
        policy.authorisations = [leave(since: House.now)]
        let decision = try House.ask(.care(nurse), .read, document, policy, circumstances: facts)
        #expect(decision.rule == .authorisationOfTeam)
        policy.authorisations = [leave(since: House.now.advanced(bySeconds: 1))]
        let early = try House.ask(.care(nurse), .read, document, policy, circumstances: facts)
        #expect(early.rule == .teamConsentMissing)
        #expect(try House.ask(.care(physician), .read, document, policy).rule == .authorisationExpired)
    }

    /// § 3.1 by era: no team before 2016, and in 2022 a team deemed authorised without a recorded consent.
    @Test(arguments: [
        ("era2007", false, false), ("era2011", false, false), ("era2016", false, true), ("era2019", false, true),
        ("mes2022", true, true), ("mes2026", false, true),
    ])
    func teamsByEra(set: String, withoutConsent: Bool, withConsent: Bool) throws {
        let physician = try House.care("10", number: 1, structure: 1)
        let nurse = try House.care("60", number: 2, structure: 2)
        let facts = Circumstances(team: CareTeam(members: [physician.subject, nurse.subject]))
        var policy = try House.policy(set: set)
        func reads() throws -> Bool {
            try House.ask(.care(nurse), .read, document, policy, circumstances: facts).isPermitted
        }
        #expect(try reads() == withoutConsent)
        policy.authorisations = [House.leave(physician)]
        #expect(try reads() == withConsent)
    }

    /// CSP L1111-17 II, R1111-46: consent collected for another to whom part of the care is entrusted.
    @Test func consentCollectedForAnother() throws {
        let physician = try House.care("10", number: 1)
        let other = CareSubject.person(try House.person(9))
        var policy = try House.policy()
        func declare(_ actor: CareActor, _ presence: HolderPresence = .declared) throws -> Decision {
            try House.ask(.care(actor), .declareAuthorisation, .target(other), policy, presence: presence)
        }
        #expect(try declare(physician).rule == .authorisationMissing)
        policy.authorisations = [House.leave(physician)]
        #expect(try declare(physician).rule == .consentDelegated)
        #expect(try declare(physician, .absent).rule == .consentMissing)
        let secretary = try House.care("SECRETARIAT_MEDICAL", system: CodeSystem.nonProfession, holder: .employee)
        policy.authorisations.append(House.leave(secretary, subject: .structure(secretary.structure.id)))
        #expect(try declare(secretary).rule == .consentNotDelegable)
        policy.blocks = [Block(subject: other, name: physician.name, profession: nil, since: House.now)]
        let blocked = try declare(physician)
        #expect(blocked.rule == .delegateBlocked && blocked.denial?.remedy == .askHolderToUnblock)
        policy.blocks = []
        policy.policySet = "era2011"
        #expect(try declare(physician).rule == .consentNotDelegable)
        // In an emergency nothing is declared for anybody.
        policy.policySet = "mes2026"
        let glass = try House.ask(
            .care(physician),
            .declareAuthorisation,
            .target(other),
            policy,
            mode: .breakGlass(reason: "Coma")
        )
        #expect(!glass.isPermitted)
    }

    /// Design § 4: an emergency ends at its term (§ 3.4).
    @Test func anEmergencyEnds() throws {
        let actor = try House.care("10")
        let policy = try House.policy()
        for mode in [AccessMode.breakGlass(reason: "Coma"), .regulation] {
            for (minutes, isOpen) in [(Int64(0), true), (239, true), (240, false), (500, false)] {
                let facts = Circumstances(emergencySince: House.now.advanced(bySeconds: -60 * minutes))
                let decision = try House.ask(.care(actor), .read, document, policy, mode: mode, circumstances: facts)
                #expect(decision.isPermitted == isOpen)
                if !isOpen {
                    #expect(decision.rule == .modeTimeBoxEnded && decision.denial?.remedy == .giveReason)
                }
            }
        }
    }

    /// § 3.4: the justification comes after, for broken glass only, where the set asks for it.
    @Test(arguments: PolicySetTests.names)
    func justificationAfterwards(set: String) throws {
        let actor = try House.care("10")
        let policy = try House.policy(set: set)
        let glass = try House.ask(.care(actor), .read, document, policy, mode: .breakGlass(reason: "Coma"))
        let centre = try House.ask(.care(actor), .read, document, policy, mode: .regulation)
        #expect(glass.isPermitted == (set != "era2007") && centre.isPermitted == (set != "era2007"))
        #expect(glass.obligations.contains(.askJustification) == set.hasPrefix("mes"))
        #expect(!centre.obligations.contains(.askJustification))
        for decision in [glass, centre] where decision.isPermitted {
            #expect(decision.obligations.contains(.notifyHolder))
            #expect(decision.obligations.contains(.notifyTreatingPhysician))
        }
        if set == "era2007" { #expect(glass.rule == .modeOff && centre.rule == .modeOff) }
    }

    /// § 3.4: read-only but for feeding, deleting what one filed, and a physician's archiving.
    @Test func brokenGlassReadsAndFiles() throws {
        let nurse = try House.care("60")
        let own = Resource.document(House.document(relation: .author))
        let policy = try House.policy()
        for act in Act.allCases {
            let resource: Resource =
                act.needsTarget ? .target(.person(try House.person(9))) : act.takesDocument ? own : .record
            let decision = try House.ask(.care(nurse), act, resource, policy, mode: .breakGlass(reason: "Coma"))
            let open: [Act] = [
                .testExistence, .listOpenRecords, .webAccess, .readIdentity, .feed, .search, .findReference, .read,
                .delete, .replace,
            ]
            #expect(decision.isPermitted == open.contains(act), "\(act): \(decision.rule)")
        }
    }
}
