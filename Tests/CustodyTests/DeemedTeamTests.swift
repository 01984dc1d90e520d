import AccessRules
import HealthRecord
import Testing

@testable import Custody

/// Care teams of which nobody asked the holder, as the sets allow or refuse them (reference: access-and-lifecycle § 1.2,
/// § 2.1; CSP R1111-46; CE 15/10/2025 n° 490409).
@Suite struct DeemedTeamTests {
    /// A record under a set, a doctor with the holder's leave, and a colleague with none.
    private struct Scene {
        let house: House
        let custodian: Custodian
        let person: Person
        let holder: Admission
        let doctor: CareActor
        let colleague: CareActor

        init(_ set: String) async throws {
            house = try House()
            custodian = try house.open { $0.policySet = set }
            person = try await house.person(custodian)
            holder = try await house.holder(custodian, try await house.session(custodian, person))
            doctor = try People.doctor(1)
            colleague = try People.doctor(2, structure: 2)
            _ = try await custodian.carryOut(.authorise(People.leave(doctor)), holder)
        }

        func member(_ actor: CareActor) -> TeamMember {
            TeamMember(
                subject: actor.subject,
                name: actor.name,
                profession: actor.profession,
                structure: actor.structure
            )
        }

        func visit(_ actor: CareActor) async throws(CustodyError) -> Admission {
            try await house.admit(custodian, actor, for: person)
        }

        func declare(_ members: [CareActor], _ consent: TeamConsent, until: Instant? = nil) async throws -> UniqueID {
            let team = TeamDeclaration(name: "Équipe", members: members.map(member), until: until, consent: consent)
            return try await custodian.declareTeam(team, try await visit(doctor), of: person.reference)
        }

        /// The rule that keeps somebody from the list; nil where he may see it.
        func rule(_ actor: CareActor) async throws -> String? {
            let visit = try await visit(actor)
            do {
                _ = try await custodian.list(visit, of: person.reference)
                return nil
            } catch CustodyError.refused(let refusal) {
                return refusal.rule
            } catch {
                throw error
            }
        }

        func policy() async throws -> RecordPolicy { try await custodian.holderFile(holder).policy }

        /// Every decision that the record's traces tell follows again from them.
        func replays() async throws -> Bool {
            let book = try House.rulesWithLetters.get()
            return try await custodian.chain(of: person.record).allSatisfy { event in
                switch TracedDecision(event, in: book) {
                case .same, .undecided, .conflict: true
                case .different, .limited, .unknown: false
                }
            }
        }
    }

    @Test(arguments: ["era2007", "era2011", "era2016", "era2019", "mes2022", "mes2026"])
    func theSetSaysWhetherConsentIsStated(set: String) async throws {
        let scene = try await Scene(set)
        let teams = !["era2007", "era2011"].contains(set)
        switch set {
        case "era2007", "era2011":
            for consent in [TeamConsent.notAsked, .stated] {
                await #expect(throws: CustodyError.conflict("consent.team")) {
                    try await scene.declare([scene.colleague], consent)
                }
            }
        case "mes2022":
            _ = try await scene.declare([scene.colleague], .notAsked)
            #expect(try await scene.policy().authorisation(of: scene.colleague.subject) == nil)
            #expect(try await scene.rule(scene.colleague) == nil)
        default:
            await #expect(throws: CustodyError.conflict("authorisation.teamConsentMissing")) {
                try await scene.declare([scene.colleague], .notAsked)
            }
            #expect(try await scene.policy().careTeams.isEmpty)
            #expect(try await scene.rule(scene.colleague) == "authorisation.missing")
        }
        if teams {
            let other = try People.doctor(3, structure: 3)
            _ = try await scene.declare([other], .stated)
            #expect(try await scene.policy().authorisation(of: other.subject)?.origin == .careTeam)
            #expect(try await scene.rule(other) == nil)
        }
        #expect(try await scene.replays())
        try scene.custodian.close()
    }

    /// § 3.2, TD0.2, TD0.4, TD1.6: who reads by the team is told so, finds the patient and stands on the list.
    @Test func aMemberStandsLikeOneWithALeave() async throws {
        let scene = try await Scene("mes2022")
        scene.house.pass(60)
        let declared = scene.house.now
        _ = try await scene.declare([scene.colleague], .notAsked)
        let notices = try await scene.house.news.compactMap { sent -> PersonName? in
            if case .teamDeclared(let name, _) = sent.notice { name } else { nil }
        }
        #expect(notices == [scene.doctor.name])
        let standing = try await scene.custodian.testExistence(
            try await scene.visit(scene.colleague),
            of: scene.person.reference
        )
        #expect(standing?.authorisation == .valid)
        let patients = try await scene.custodian.myPatients(
            StandingQuery(),
            try await scene.house.admit(scene.custodian, scene.colleague)
        )
        #expect(patients.map(\.identifiers) == [[scene.person.ins]] && patients.first?.authorisedSince == declared)
        let list = try await scene.custodian.listAuthorisations(
            try await scene.visit(scene.colleague),
            of: scene.person.reference
        )
        #expect(list.authorisations.map(\.subject) == [scene.doctor.subject, scene.colleague.subject])
        #expect(list.authorisations.last?.origin == .deemedOfTeam && list.teams.count == 1)
        // A document comes in: his own list says so.
        scene.house.pass(60)
        let shelf = Shelf()
        try await scene.house.deposit(scene.custodian, [[]], by: scene.doctor, for: scene.person, on: shelf)
        let after = try await scene.custodian.myPatients(
            StandingQuery(),
            try await scene.house.admit(scene.custodian, scene.colleague)
        )
        #expect(after.first?.lastAdd == scene.house.now)
        let outcome = try await scene.custodian.release(
            [try await shelf.shown(0)],
            try await scene.visit(scene.colleague),
            of: scene.person.reference
        )
        if case .refused(let refusal)? = outcome.first { Issue.record("\(refusal.rule)") }
        #expect(outcome.count == 1)
        #expect(try await scene.replays())
        try scene.custodian.close()
    }

    /// § 3.2: the holder ends the team, takes one member out, or refuses him, and lifting the refusal gives nothing back.
    @Test func theHolderTakesItBack() async throws {
        let scene = try await Scene("mes2022")
        let other = try People.doctor(3, structure: 3)
        let third = try People.doctor(4, structure: 4)
        let team = try await scene.declare([scene.colleague, other, third], .notAsked)
        for actor in [scene.colleague, other, third] { #expect(try await scene.rule(actor) == nil) }
        _ = try await scene.custodian.carryOut(.block(People.block(scene.colleague)), scene.holder)
        #expect(try await scene.rule(scene.colleague) == "block.named")
        _ = try await scene.custodian.carryOut(.unblock(scene.colleague.subject), scene.holder)
        #expect(try await scene.rule(scene.colleague) == "authorisation.missing")
        _ = try await scene.custodian.carryOut(.revoke(other.subject), scene.holder)
        #expect(try await scene.rule(other) == "authorisation.missing")
        _ = try await scene.custodian.carryOut(.endTeam(team), scene.holder)
        #expect(try await scene.rule(third) == "authorisation.missing")
        // Who was refused before the team was declared is none of it, nor once the refusal is lifted.
        _ = try await scene.custodian.carryOut(.block(People.block(third)), scene.holder)
        _ = try await scene.declare([third], .notAsked)
        #expect(try await scene.rule(third) == "block.named")
        _ = try await scene.custodian.carryOut(.unblock(third.subject), scene.holder)
        #expect(try await scene.rule(third) == "authorisation.missing")
        #expect(try await scene.replays())
        try scene.custodian.close()
    }

    /// R1111-46: it ends with the care.
    @Test func itEndsAtItsTerm() async throws {
        let scene = try await Scene("mes2022")
        _ = try await scene.declare([scene.colleague], .notAsked, until: scene.house.now.advanced(bySeconds: 100))
        scene.house.pass(99)
        #expect(try await scene.rule(scene.colleague) == nil)
        scene.house.pass(1)
        #expect(try await scene.rule(scene.colleague) == "authorisation.missing")
        #expect(try await scene.replays())
        try scene.custodian.close()
    }

    /// CE 15/10/2025 n° 490409: a record that comes under the set of 2026 wants the consent that nobody asked for.
    @Test func theSetOf2026AsksForTheConsentThatIsMissing() async throws {
        let scene = try await Scene("mes2022")
        let team = try await scene.declare([scene.colleague], .notAsked)
        let late = try People.doctor(3, structure: 3)
        func add(_ actor: CareActor, _ consent: TeamConsent) async throws -> ChangeEffect {
            try await scene.custodian.addTeamMember(
                scene.member(actor),
                to: team,
                consent: consent,
                try await scene.visit(scene.doctor),
                of: scene.person.reference
            )
        }
        #expect(try await add(late, .notAsked) == .done)
        #expect(try await add(late, .notAsked) == .unchanged)
        #expect(try await scene.rule(late) == nil)
        try await scene.custodian.migrate(try #require(QualifiedINS(scene.person.ins, in: .rehearsal)), to: "mes2026")
        for actor in [scene.colleague, late] {
            #expect(try await scene.rule(actor) == "authorisation.teamConsentMissing")
        }
        let third = try People.doctor(4, structure: 4)
        await #expect(throws: CustodyError.conflict("authorisation.teamConsentMissing")) {
            try await add(third, .notAsked)
        }
        #expect(try await add(late, .stated) == .done)
        #expect(try await scene.rule(late) == nil)
        #expect(try await scene.replays())
        try scene.custodian.close()
    }
}
