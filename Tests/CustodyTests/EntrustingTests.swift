import HealthRecord
import Testing

@testable import Custody

/// Whom a professional may name for a holder, until when, and who hears of it (reference: access-and-lifecycle § 3.1 to
/// § 3.3; CSP L1110-12, L1111-17, L1111-18, R1111-46).
@Suite struct EntrustingTests {
    private func member(_ actor: CareActor) -> TeamMember {
        TeamMember(subject: actor.subject, name: actor.name, profession: actor.profession, structure: actor.structure)
    }

    /// A custodian, a person, and a doctor whom that person has authorised.
    private struct Scene {
        let house: House
        let custodian: Custodian
        let person: Person
        let doctor: CareActor

        init(rules: (String, String)? = nil, _ edit: (inout CustodySettings) -> Void = { _ in }) async throws {
            house = try House()
            custodian = try house.open(rules: try rules.map { try House.rules($0.0, $0.1) }) { settings in
                if rules != nil { settings.policySet = "essai" }
                edit(&settings)
            }
            person = try await house.person(custodian)
            doctor = try People.doctor(1)
            _ = try await custodian.setAuthorisation(
                .add(asTreatingPhysician: false),
                try await visit(),
                of: person.reference
            )
        }

        func visit(_ actor: CareActor? = nil, isSecret: Bool = false) async throws(CustodyError) -> Admission {
            try await house.admit(custodian, actor ?? doctor, for: person, isSecret: isSecret)
        }

        func delegate(to member: TeamMember, until: Instant? = nil) async throws -> ChangeEffect {
            try await custodian.delegateConsent(to: member, until: until, try await visit(), of: person.reference)
        }

        func declare(
            _ members: [TeamMember],
            by actor: CareActor? = nil,
            until: Instant? = nil
        ) async throws -> UniqueID {
            try await custodian.declareTeam(
                TeamDeclaration(name: "Équipe", members: members, until: until),
                try await visit(actor),
                of: person.reference
            )
        }

        func policy() async throws -> RecordPolicy {
            try #require(try await custodian.ledger.commit { try $0.context(of: person.record) }.value).policy
        }

        var told: Int {
            get async throws {
                try await house.news.count { if case .consentStated = $0.notice { true } else { false } }
            }
        }
    }

    /// CSP L1111-18; L1111-17 IV: insurers, employers and occupational health are never named, whatever the holder is said
    /// to have agreed to.
    @Test func nobodyBannedIsNamedForAHolder() async throws {
        let scene = try await Scene()
        let banned = try [
            People.doctor(2, structure: 2, sector: "SA23"), People.doctor(2, structure: 2, sector: "SA45"),
            People.doctor(2, structure: 2, sector: "?"), People.doctor(2, structure: 2, specialty: "SM25"),
            People.doctor(2, structure: 2, sector: "SA13"), People.doctor(2, structure: 2, role: ""),
        ].map(member)
        for name in banned {
            await #expect(throws: CustodyError.conflict("member.role")) { try await scene.delegate(to: name) }
            await #expect(throws: CustodyError.conflict("member.role")) { try await scene.declare([name]) }
        }
        let insurer = try People.doctor(3, structure: 3, sector: "SA24").structure
        let body = TeamMember(
            subject: .structure(insurer.id),
            name: PersonName(family: "Mutuelle", given: ""),
            profession: Profession(role: Code("ETABLISSEMENT", CodeSystem.profession)),
            structure: insurer
        )
        await #expect(throws: CustodyError.conflict("member.role")) { try await scene.declare([body]) }
        #expect(try await scene.policy().authorisations.map(\.subject) == [scene.doctor.subject])
        #expect(try await scene.told == 0)
        try scene.custodian.close()
    }

    /// What a directory knows is asked of it; what it says of a structure holds over what the form says.
    @Test func theDirectoryConfirmsWhomAProfessionalNames() async throws {
        let known = try People.doctor(2, structure: 2)
        let insurer = try People.doctor(5, structure: 5)
        let silent = try People.doctor(6, structure: 6)
        let scene = try await Scene { settings in
            settings.directory = { subject in
                switch subject {
                case known.subject, insurer.subject:
                    .professional(
                        professions: [known.profession],
                        workplaces: [known.structure.id, insurer.structure.id]
                    )
                case .structure(known.structure.id): .structure(name: "Clinique", sector: nil)
                case .structure(insurer.structure.id):
                    .structure(name: "Banque", sector: Code("SA48", CodeSystem.sector))
                case .structure(silent.structure.id): .unavailable
                case .structure: .structure(name: "Ailleurs", sector: nil)
                default: .unknown
                }
            }
        }
        let other = try People.doctor(2, structure: 7)
        let cases: [(TeamMember, CustodyError)] = [
            (member(try People.doctor(4, structure: 2)), .conflict("member.unknown")),
            (member(try People.doctor(2, structure: 2, specialty: "SM54")), .conflict("member.profession")),
            (member(other), .conflict("member.structure")),
            // He states a practice, the directory knows a bank.
            (member(insurer), .conflict("member.role")), (member(silent), .unavailable),
        ]
        for (name, error) in cases {
            await #expect(throws: error, "\(error)") { try await scene.delegate(to: name) }
        }
        #expect(try await scene.delegate(to: member(known)) == .done)
        #expect(try await scene.policy().authorisation(of: known.subject)?.structure.name == "Clinique")
        try scene.custodian.close()
    }

    /// § 3.2: what is asked for never lasts longer than the record's set lets it.
    @Test func theSetCapsTheTerm() async throws {
        let scene = try await Scene()
        let (one, other) = (try People.doctor(2, structure: 2), try People.doctor(3, structure: 3))
        let year = scene.house.now.advanced(bySeconds: 365 * 86_400)
        #expect(try await scene.delegate(to: member(one), until: year) == .done)
        let end = scene.house.now.advanced(bySeconds: 86_400)
        #expect(try await scene.policy().authorisation(of: one.subject)?.until == end)
        for past in [scene.house.now, scene.house.now.advanced(bySeconds: -1)] {
            await #expect(throws: CustodyError.conflict("until")) {
                try await scene.delegate(to: member(other), until: past)
            }
        }
        try scene.custodian.close()
        let short = try await Scene(rules: ("authorisation.ttl.team", "session"))
        _ = try await short.declare([member(one)], until: year)
        #expect(try await short.policy().careTeams.first?.until == end)
        try short.custodian.close()
    }

    /// CSP R1111-46: a professional collects consent; a desk's card and a machine's certificate do not, for anybody else.
    @Test func noDeskAndNoMachineDeclaresATeam() async throws {
        let scene = try await Scene()
        let desk = try People.doctor(4, structure: 4, role: "SECRETARIAT_MEDICAL", specialty: nil, holder: .employee)
        let machine = CareActor(
            person: nil,
            name: PersonName(family: "Logiciel", given: ""),
            profession: desk.profession,
            structure: desk.structure,
            holder: .structure,
            authentication: .indirect
        )
        let colleague = member(try People.doctor(2, structure: 2))
        let team = try await scene.declare([colleague])
        for actor in [desk, machine] {
            await #expect(throws: CustodyError.conflict("role")) { try await scene.declare([colleague], by: actor) }
            await #expect(throws: CustodyError.conflict("role")) {
                try await scene.custodian.addTeamMember(
                    member(try People.doctor(3, structure: 3)),
                    to: team,
                    try await scene.visit(actor),
                    of: scene.person.reference
                )
            }
            await #expect(throws: CustodyError.conflict("role")) {
                try await scene.custodian.delegateConsent(
                    to: colleague,
                    until: nil,
                    try await scene.visit(actor),
                    of: scene.person.reference
                )
            }
        }
        try scene.custodian.close()
    }

    /// § 10 C2, key `consent.team`: where a set knows no team, none is declared, and none grows.
    @Test func aTeamGrowsOnlyWhereTheSetKnowsTeams() async throws {
        let scene = try await Scene()
        let team = try await scene.declare([member(try People.doctor(2, structure: 2))])
        let ins = try #require(QualifiedINS(scene.person.ins, in: .rehearsal))
        try await scene.custodian.migrate(ins, to: "era2011")
        let late = member(try People.doctor(3, structure: 3))
        await #expect(throws: CustodyError.conflict("consent.team")) {
            try await scene.custodian.addTeamMember(late, to: team, try await scene.visit(), of: scene.person.reference)
        }
        try scene.custodian.close()
    }

    /// The holder hears of each who is named for him, and what is done twice is told once (§ 3.2).
    @Test func theHolderIsToldOfEachWhoIsNamed() async throws {
        let scene = try await Scene()
        let (one, other) = (member(try People.doctor(2, structure: 2)), member(try People.doctor(3, structure: 3)))
        let team = try await scene.declare([one])
        #expect(try await scene.told == 1)
        func add() async throws -> ChangeEffect {
            try await scene.custodian.addTeamMember(
                other,
                to: team,
                try await scene.visit(),
                of: scene.person.reference
            )
        }
        #expect(try await add() == .done)
        #expect(try await scene.told == 2)
        #expect(try await add() == .unchanged)
        #expect(try await scene.told == 2)
        #expect(try await scene.delegate(to: member(try People.doctor(4, structure: 4))) == .done)
        #expect(try await scene.told == 3)
        await #expect(throws: CustodyError.conflict("oneself")) { try await scene.delegate(to: member(scene.doctor)) }
        await #expect(throws: CustodyError.conflict("members")) { try await scene.declare([one, one]) }
        #expect(try await scene.told == 3)
        try scene.custodian.close()
    }

    /// § 3.1: the team's consent lasts as long as the care; a leave of one day that somebody had does not cut it short, and one
    /// without end is not cut by the team's.
    @Test func theTeamsConsentOutlastsAShorterLeave() async throws {
        let scene = try await Scene()
        let (short, lasting) = (try People.doctor(2, structure: 2), try People.doctor(3, structure: 3))
        #expect(try await scene.delegate(to: member(short)) == .done)
        let holder = try await scene.house.holder(
            scene.custodian,
            try await scene.house.session(scene.custodian, scene.person)
        )
        _ = try await scene.custodian.carryOut(.authorise(People.leave(lasting)), holder)
        let team = try await scene.declare([member(short), member(lasting)])
        #expect(try await scene.policy().authorisation(of: short.subject)?.until == nil)
        #expect(try await scene.policy().authorisation(of: lasting.subject)?.origin == .givenByHolder)
        // Whom the holder takes his leave back from leaves the team as well.
        _ = try await scene.custodian.carryOut(.revoke(short.subject), holder)
        #expect(try await scene.policy().careTeams.first?.members == [lasting.subject])
        _ = try await scene.custodian.carryOut(.endTeam(team), holder)
        #expect(try await scene.policy().authorisation(of: lasting.subject)?.isValid(at: scene.house.now) == true)
        try scene.custodian.close()
    }

    /// § 3.7: what a minor entrusts in secret is nothing that the representatives see or are told.
    @Test func aSecretConnectionDeclaresNoTeamAndTellsNobody() async throws {
        let house = try House()
        let custodian = try house.open()
        let birth = try #require(CalendarDate(year: 2010, month: 1, day: 15))
        let person = try await house.person(custodian, born: birth)
        let doctor = try People.doctor(1)
        func secret() async throws(CustodyError) -> Admission {
            try await house.admit(custodian, doctor, for: person, isSecret: true)
        }
        _ = try await custodian.setAuthorisation(
            .add(asTreatingPhysician: false),
            try await secret(),
            of: person.reference
        )
        let sent = try await house.news.count
        let colleague = member(try People.doctor(2, structure: 2))
        await #expect(throws: CustodyError.conflict("secret")) {
            try await custodian.declareTeam(
                TeamDeclaration(name: "Équipe", members: [colleague]),
                try await secret(),
                of: person.reference
            )
        }
        await #expect(throws: CustodyError.conflict("secret")) {
            try await custodian.requestPresence(by: .code(nil), try await secret(), of: person.reference)
        }
        #expect(
            try await custodian.delegateConsent(to: colleague, until: nil, try await secret(), of: person.reference)
                == .done
        )
        #expect(try await house.news.count == sent)
        try custodian.close()
    }
}
