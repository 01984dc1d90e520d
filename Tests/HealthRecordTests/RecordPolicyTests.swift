import HealthRecord
import Testing

/// What a policy says of somebody's standing.
@Suite struct RecordPolicyTests {
    private func actor() throws -> CareActor {
        CareActor(
            person: ProfessionalID("0752600001"),
            name: PersonName(family: "Essai", given: "Camille"),
            profession: Profession(
                role: Code("10", CodeSystem.profession),
                specialty: Code("SM25", CodeSystem.specialty)
            ),
            structure: Structure(
                id: try #require(StructureID("1990000001")),
                name: "Cabinet d'essai",
                sector: Code("SA07", CodeSystem.sector)
            ),
            holder: .professional,
            authentication: .direct
        )
    }

    /// Access and life cycle § 3.2.
    @Test func standingFollowsLeavesAndBlocks() throws {
        let actor = try actor()
        let now = Instant(milliseconds: 1000)
        var policy = RecordPolicy(
            policySet: "mes2026",
            state: .open(internet: .active),
            birthDate: try #require(CalendarDate("1970-01-01"))
        )
        #expect(policy.status(of: actor, at: now) == .none)
        for (until, status) in [(999, AuthorisationStatus.expired), (1000, .expired), (1001, .valid)] {
            policy.authorisations = [
                Authorisation(
                    subject: actor.subject,
                    name: actor.name,
                    profession: actor.profession,
                    structure: actor.structure,
                    since: Instant(milliseconds: 0),
                    until: Instant(milliseconds: Int64(until)),
                    origin: .givenByHolder,
                    lastAct: now
                )
            ]
            #expect(policy.status(of: actor, at: now) == status)
        }
        policy.blocks = [Block(subject: .structure(actor.structure.id), name: actor.name, profession: nil, since: now)]
        #expect(policy.status(of: actor, at: now) == .blocked)
    }

    @Test func professionsAreNamedAsMatricesNameThem() throws {
        let actor = try actor()
        #expect(actor.profession.matrixKey == "G15_10/SM25" && actor.profession.isOccupationalPhysician)
        #expect(Profession(role: Code("60", CodeSystem.profession)).matrixKey == "G15_60")
        #expect(Profession(role: Code("AUTOMATE", CodeSystem.nonProfession)).matrixKey == "AUTOMATE")
    }

    @Test func codesAreComparedWithoutTheirLabels() {
        #expect(Code("10", "s", label: "a") == Code("10", "s", label: "b"))
        #expect(Code("10", "s") != Code("10", "t"))
        #expect(Set([Code("10", "s", label: "a"), Code("10", "s")]).count == 1)
    }

    @Test func visibilityCodesFollowTheBits() {
        #expect(
            Visibility.all.codes.map(\.value) == ["MASQUE_PS", "INVISIBLE_PATIENT", "INVISIBLE_REPRESENTANTS_LEGAUX"]
        )
        #expect(Visibility([]).codes.isEmpty)
    }
}
