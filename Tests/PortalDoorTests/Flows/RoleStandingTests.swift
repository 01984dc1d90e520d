import AccessRules
import HealthRecord
import SampleRecords
import Testing
import Wording

@testable import PortalDoor

/// Pages 17 and 18 say of a role what the rules of the record's set make of it (§ 7.1, page 18; access and life cycle § 1.2,
/// § 3.3).
@Suite struct RoleStandingTests {
    /// A set is in force from the midnight of its first day in France, an hour before that of UTC in winter.
    @Test func aSetBeginsAtMidnightInFrance() throws {
        let rules = try RuleBook.bundled()
        let first = try #require(rules.policySets["mes2026"]).validFrom.midnight.advanced(bySeconds: -3600)
        #expect(TypeRights.ordinary(rules, now: first)?.policySet == "mes2026")
        #expect(TypeRights.ordinary(rules, now: first.advanced(bySeconds: -1))?.policySet == "mes2022")
    }

    private static func known(
        _ set: String,
        isTreating: Bool,
        until: Instant?
    ) throws -> (one: KnownProfessional, reads: Bool) {
        let rules = try RuleBook.bundled()
        let who = try #require(SamplePopulation(seed: 1, now: PageSamples.now).professional("gp"))
        let ordinary = try #require(TypeRights.ordinary(rules, now: PageSamples.now))
        var policy = RecordPolicy(policySet: set, state: .open(internet: .active), birthDate: ordinary.birthDate)
        var leave = ReadersTests.leave(who)
        leave.until = until
        policy.authorisations = [leave]
        if isTreating { policy.treatingPhysicians = [who.id] } else { policy.administrators = [who.id] }
        let one = try #require(
            KnownProfessional.all(in: policy, events: [], at: PageSamples.now, rules: rules).first
        )
        let decision = decide(
            subject: .care(who.actor()),
            act: .search,
            resource: .record,
            context: Context(policy: policy, now: PageSamples.now),
            ruleBook: rules
        )
        return (one, decision.isPermitted)
    }

    /// Whoever reads by his structure's leave stands among the authorised, and its refusal among the refused (§ 3.2).
    @Test func theStructureStandsForWhoeverWorksThere() throws {
        let rules = try RuleBook.bundled()
        let who = try #require(SamplePopulation(seed: 1, now: PageSamples.now).professional("gp"))
        let ordinary = try #require(TypeRights.ordinary(rules, now: PageSamples.now))
        var policy = RecordPolicy(
            policySet: "mes2026",
            state: .open(internet: .active),
            birthDate: ordinary.birthDate
        )
        func standing(_ leaves: [Authorisation], _ blocks: [CareSubject] = []) throws -> KnownProfessional {
            policy.authorisations = leaves
            policy.blocks = blocks.map {
                Block(subject: $0, name: who.actor().name, profession: nil, since: PageSamples.now)
            }
            let all = KnownProfessional.all(in: policy, events: [], at: PageSamples.now, rules: rules)
            return try #require(all.first { $0.subject == who.actor().subject })
        }
        var ended = ReadersTests.leave(who)
        ended.until = PageSamples.now.advanced(bySeconds: -1)
        let structure = CareSubject.structure(who.actor().structure.id)
        var desk = Authorisation(
            subject: structure,
            name: ended.name,
            profession: ended.profession,
            structure: ended.structure,
            since: ended.since,
            until: nil,
            origin: .declaredInConsultation,
            lastAct: ended.since
        )
        #expect(try standing([ended]).standing(at: PageSamples.now) == .ended)
        let served = try standing([ended, desk])
        #expect(served.standing(at: PageSamples.now) == .byStructure)
        #expect(served.choices(at: PageSamples.now).contains(.revoke))
        desk.except(who.id)
        #expect(try standing([ended, desk]).standing(at: PageSamples.now) == .ended)
        ended.until = nil
        let refused = try standing([ended, desk], [structure])
        #expect(refused.standing(at: PageSamples.now) == .structureBlocked)
        #expect(refused.choices(at: PageSamples.now).prefix(2) == [.revoke, .block])
    }

    /// An administrator whose leave has ended reads on where the set knows administrators, and nowhere else.
    @Test(
        arguments: [
            ("era2007", ProfessionalPage.Standing.ended), ("era2011", .ended), ("era2016", .administrator),
            ("era2019", .administrator), ("mes2022", .administrator), ("mes2026", .administrator),
        ]
    )
    func anAdministratorWhoseLeaveHasEnded(set: String, standing: ProfessionalPage.Standing) throws {
        let past = PageSamples.now.advanced(bySeconds: -1)
        let (one, reads) = try Self.known(set, isTreating: false, until: past)
        #expect(one.standing(at: PageSamples.now) == standing)
        #expect(reads == (standing == .administrator))
        let choices = one.choices(at: PageSamples.now)
        #expect(choices.contains(.endAdministrator) && choices.contains(.block) && !choices.contains(.revoke))
        let (open, opens) = try Self.known(set, isTreating: false, until: nil)
        #expect(open.standing(at: PageSamples.now) == .authorised && opens)
    }

    /// A treating physician whose leave has ended reads on where the role is leave enough (`mt.readsWithoutLeave`).
    @Test(arguments: [("era2007", false), ("era2011", true), ("era2019", true), ("mes2026", true)])
    func aTreatingPhysicianWhoseLeaveHasEnded(set: String, readsOn: Bool) throws {
        let past = PageSamples.now.advanced(bySeconds: -1)
        let (one, reads) = try Self.known(set, isTreating: true, until: past)
        #expect(one.standing(at: PageSamples.now) == (readsOn ? .treating : .ended))
        #expect(reads == readsOn)
        let choices = one.choices(at: PageSamples.now)
        #expect(choices.contains(.endTreating) && !choices.contains(.nameTreating))
        #expect(choices.contains(.authorise) == !readsOn)
        let (open, _) = try Self.known(set, isTreating: true, until: nil)
        #expect(open.standing(at: PageSamples.now) == .treating)
    }
}
