import AccessRules
import HealthRecord
import SampleRecords
import Testing
import Wording

@testable import PortalDoor

/// Who is told as reading by his structure, of those who came with several cards, or under its seal (access and life cycle § 1.2).
@Suite struct EmployeeStandingTests {
    /// How somebody came, and what came of it.
    private struct Coming {
        var holder = HolderKind.professional
        var isSealed = false
        var role: Code?
        var outcome = TracedOutcome.permitted

        static let card = Coming()
        static let trainee = Coming(holder: .trainee)
        static let employee = Coming(holder: .employee, role: Coming.desk)
        static let refusedEmployee = Coming(holder: .employee, role: Coming.desk, outcome: .refused)
        static let sealed = Coming(holder: .structure, isSealed: true)
        static let sealedEmployee = Coming(holder: .structure, isSealed: true, role: Coming.desk)
        private static let desk = Code("SECRETARIAT_MEDICAL", CodeSystem.nonProfession)
    }

    private let rules: RuleBook
    private let who: SampleProfessional
    private let policy: RecordPolicy

    init() throws {
        rules = try RuleBook.bundled()
        who = try #require(SamplePopulation(seed: 1, now: PageSamples.now).professional("cardiologist"))
        policy = RecordPolicy(
            policySet: "mes2026",
            state: .open(internet: .active),
            birthDate: try #require(TypeRights.ordinary(rules, now: PageSamples.now)).birthDate
        )
    }

    private func leave(of subject: CareSubject, _ actor: CareActor) -> Authorisation {
        Authorisation(
            subject: subject,
            name: actor.name,
            profession: actor.profession,
            structure: actor.structure,
            since: PageSamples.now.advanced(bySeconds: -1000),
            until: nil,
            origin: .declaredInConsultation,
            lastAct: PageSamples.now,
            holder: actor.holder
        )
    }

    /// The leave of the place where he works.
    private var structure: Authorisation {
        leave(of: .structure(who.workplace.structure.id), who.actor())
    }

    private func actor(_ coming: Coming) -> CareActor {
        CareActor(
            person: who.id,
            name: who.name,
            profession: coming.role.map { Profession(role: $0) } ?? who.profession,
            structure: who.workplace.structure,
            holder: coming.holder,
            authentication: coming.isSealed ? .reinforcedIndirect : .direct
        )
    }

    /// Him after he came so, the newest first.
    private func known(_ comings: [Coming], _ policy: RecordPolicy) throws -> KnownProfessional {
        let events = comings.enumerated().map { age, coming in
            TraceEvent(
                sequence: 1,
                time: PageSamples.now.advanced(bySeconds: Int64(-age)),
                act: .authorise,
                actor: .care(actor(coming)),
                mode: .normal,
                documents: [],
                outcome: coming.outcome,
                rule: "role.care",
                policy: "mes2026@1",
                node: "n1",
                request: PageSamples.ids[0],
                details: [:]
            )
        }
        let all = KnownProfessional.all(in: policy, events: events, at: PageSamples.now, rules: rules)
        return try #require(all.first { $0.subject == .person(who.id) })
    }

    /// Only of whom nothing shows a professional it is said that he does not read.
    @Test func aProfessionalsCardCountsBeforeAnEmployees() throws {
        var policy = policy
        policy.authorisations = [structure]
        let reading: [[Coming]] = [
            [.card], [.sealed], [.card, .employee], [.employee, .card], [.refusedEmployee, .card],
            [.employee, .sealed], [.sealedEmployee, .card], [.card, .trainee], [.employee, .card, .trainee],
        ]
        for comings in reading {
            let one = try known(comings, policy)
            #expect(one.standing(at: PageSamples.now) == .byStructure)
            #expect(one.bearer == .professional && one.profession == who.profession && !one.isEmployee)
        }
        for comings in [[Coming.employee], [.refusedEmployee], [.sealedEmployee], [.employee, .sealedEmployee]] {
            let one = try known(comings, policy)
            #expect(one.standing(at: PageSamples.now) == .none)
            #expect(one.isEmployee && one.leave(now: PageSamples.now)?.holder == .employee)
        }
        let trainee = try known([.employee, .trainee], policy)
        #expect(trainee.bearer == .trainee && trainee.profession == who.profession && !trainee.isEmployee)
    }

    /// A leave and a role say it as well; a leave that was given an employee by name does not.
    @Test func leavesAndRolesShowAProfessional() throws {
        var policy = policy
        var ended = ReadersTests.leave(who)
        ended.until = PageSamples.now.advanced(bySeconds: -1)
        policy.authorisations = [structure, ended]
        #expect(try known([.employee], policy).standing(at: PageSamples.now) == .byStructure)
        let desk = leave(of: .person(who.id), actor(.sealedEmployee))
        policy.authorisations = [desk]
        for comings in [[], [Coming.employee]] { #expect(try known(comings, policy).isEmployee) }
        let corrected = try known([.sealedEmployee, .card], policy)
        #expect(!corrected.isEmployee && corrected.profession == who.profession)
        policy.authorisations = []
        policy.treatingPhysicians = [who.id]
        let treating = try known([.employee], policy)
        #expect(!treating.isEmployee && treating.standing(at: PageSamples.now) == .treating)
    }

    /// Who loses by a choice is told of the same one as where he stands.
    @Test func whoLosesIsWhoStandsThere() async throws {
        let (_, entry) = try await ReadersTests.entry()
        var before = policy
        before.authorisations = [structure]
        let lives: [([Coming], Bool)] = [
            ([.card], true), ([.employee, .card], true), ([.employee], false), ([.sealedEmployee], false),
        ]
        for (comings, reads) in lives {
            let one = try known(comings, before)
            let effect = PolicyEffect.of(
                from: before,
                to: policy,
                on: [entry],
                people: [one],
                now: PageSamples.now,
                rules: rules
            )
            #expect(effect.lines.map(\.before) == [reads ? 1 : 0] && effect.lines.map(\.after) == [0])
            #expect((one.standing(at: PageSamples.now) == .byStructure) == reads)
            let readers = DocumentReaders(
                entry: entry,
                policy: before,
                known: [one],
                now: PageSamples.now,
                rules: rules
            )
            #expect(readers.people.contains { $0.name == one.spoken } == reads)
        }
    }
}
