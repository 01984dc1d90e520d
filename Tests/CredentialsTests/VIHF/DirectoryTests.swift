import DMPWire
import HealthRecord
import Testing

@testable import Credentials

@Suite struct DirectoryTests {
    let world: World

    init() throws { world = try World.fast.get() }

    private static let practice = CareDirectory.Entry(
        name: "Cabinet d'essai",
        sector: Code("SA07", CodeSystem.sector),
        activity: .active
    )

    private func directory(
        entry: CareDirectory.Entry? = DirectoryTests.practice,
        employment: CareDirectory.Link = .known,
        membership: CareDirectory.Link = .unknown,
        professions: [Profession]? = nil
    ) -> DirectoryCheck {
        .confirmed(
            by: CareDirectory(
                structure: { (_: StructureID) async throws(CareDirectory.Unavailable) -> CareDirectory.Entry? in entry
                },
                employment: { (_: ProfessionalID, _: StructureID) async throws(CareDirectory.Unavailable) in employment
                },
                membership: { (_: StructureID, _: StructureID) async throws(CareDirectory.Unavailable) in membership },
                professions: { (_: ProfessionalID) async throws(CareDirectory.Unavailable) -> [Profession]? in
                    professions
                }
            )
        )
    }

    @Test func theDirectoryNamesTheStructure() async throws {
        let verifier = try world.assertions(directory: directory())
        #expect(try await Draft.direct(world).verify(world, verifier).get().actor.structure.name == "Cabinet d'essai")
    }

    @Test func unknownClosedUnlinkedAndForeignStructuresAreRefused() async throws {
        let closed = CareDirectory.Entry(name: "", sector: nil, activity: .closed)
        let other = CareDirectory.Entry(name: "", sector: Code("SA01", CodeSystem.sector), activity: .active)
        let cases: [(DirectoryCheck, VIHFRefusal)] = [
            (directory(entry: nil), .unknownStructure), (directory(entry: closed), .closedStructure),
            (directory(entry: other), .sectorMismatch), (directory(employment: .unknown), .notLinked),
        ]
        for (check, expected) in cases {
            let verifier = try world.assertions(directory: check)
            let refusal = try await Draft.direct(world).verify(world, verifier).refusal
            #expect(refusal == expected)
            #expect(refusal?.subcode == "DMPInvalidStructure")
        }
    }

    /// § 1.2, CSP L1111-17: a demonstration knows its people's cards, and believes what a structure's seal vouches for.
    @Test func aDirectoryOfCardsHoldsThemAloneToIt() async throws {
        func directory(
            _ entry: CareDirectory.Entry?,
            _ link: CareDirectory.Link
        ) -> DirectoryCheck {
            .confirmedOfCards(
                by: CareDirectory(
                    structure: { _ async throws(CareDirectory.Unavailable) in entry },
                    employment: { _, _ async throws(CareDirectory.Unavailable) in link }
                )
            )
        }
        let closed = CareDirectory.Entry(name: "", sector: nil, activity: .closed)
        // Its sector is not what a card is held to here.
        let other = CareDirectory.Entry(name: "", sector: Code("SA01", CodeSystem.sector), activity: .active)
        let cases: [(DirectoryCheck, VIHFRefusal?)] = [
            (directory(Self.practice, .known), nil), (directory(other, .known), nil),
            (directory(Self.practice, .unknown), .notLinked),
            (directory(nil, .unknown), .unknownStructure), (directory(closed, .known), .closedStructure),
        ]
        for (check, expected) in cases {
            let verifier = try world.assertions(directory: check)
            let refusal = try await Draft.direct(world).verify(world, verifier).refusal
            #expect(refusal == expected)
            if let refusal { #expect(refusal.subcode == "DMPInvalidStructure") }
            let sealed = try await Draft.indirect(world).verify(world, verifier).get()
            #expect(sealed.actor.structure.id.text == World.hospitalID)
            #expect(sealed.structureStanding == .vouched)
        }
    }

    @Test func whatNobodyButTheSoftwareSaysOfACardIsStated() async throws {
        #expect(try await Draft.direct(world).verify(world).get().structureStanding == .stated)
        #expect(try await Draft.indirect(world).verify(world).get().structureStanding == .vouched)
        let confirming = try world.assertions(directory: directory())
        #expect(try await Draft.direct(world).verify(world, confirming).get().structureStanding == .vouched)
    }

    @Test func aSilentDirectoryIsOurFault() async throws {
        let silent = CareDirectory(
            structure: { _ async throws(CareDirectory.Unavailable) in throw CareDirectory.Unavailable() },
            employment: { _, _ async throws(CareDirectory.Unavailable) in .known }
        )
        let verifier = try world.assertions(directory: .confirmed(by: silent))
        let refusal = try await Draft.direct(world).verify(world, verifier).refusal
        #expect(refusal == .directoryUnavailable)
        #expect(refusal?.isSenderFault == false)
    }

    @Test func aPlaceOfTheLegalEntityMayUseItsSeal() async throws {
        var draft = try Draft.indirect(world)
        draft.vihf.structure = try #require(StructureID("10B0099999"))
        draft.vihf.sector = Code("SA07", CodeSystem.sector)
        let known = try world.assertions(directory: directory(membership: .known))
        #expect(try await draft.verify(world, known).refusal == nil)
        let unknown = try world.assertions(directory: directory())
        #expect(try await draft.verify(world, unknown).refusal == .structureMismatch)
    }

    /// A structure cannot make somebody a physician whom the directory knows as a nurse.
    @Test func aStructureDeclaresOnlyWhatTheDirectoryKnows() async throws {
        let entry = CareDirectory.Entry(name: "H", sector: nil, activity: .active)
        let physician = Code("10", CodeSystem.profession)
        let cases: [([Profession], VIHFRefusal?)] = [
            ([Profession(role: physician)], nil),
            ([Profession(role: physician, specialty: Code("SM26", CodeSystem.specialty))], nil),
            ([Profession(role: physician, specialty: Code("SM54", CodeSystem.specialty))], .specialtyMismatch),
            ([Profession(role: Code("60", CodeSystem.profession))], .roleMismatch), ([], .roleMismatch),
        ]
        for (known, expected) in cases {
            let verifier = try world.assertions(directory: directory(entry: entry, professions: known))
            #expect(try await Draft.indirect(world).verify(world, verifier).refusal == expected)
        }
    }

    /// A card that lists no specialty leaves it to the directory.
    @Test func theDirectorySettlesTheSpecialtyThatACardLeavesOpen() async throws {
        var pki = world.pki
        var holder = try World.professional(World.physicianID)
        holder.specialties = []
        let card = try pki.issueProfessional(holder)
        let physician = Code("10", CodeSystem.profession)
        let other = [Profession(role: physician, specialty: Code("SM54", CodeSystem.specialty))]
        let draft = try Draft.direct(world, card)
        #expect(try await draft.verify(world).refusal == nil)
        let verifier = try world.assertions(directory: directory(professions: other))
        #expect(try await draft.verify(world, verifier).refusal == .specialtyMismatch)
        #expect(try await Draft.direct(world).verify(world, verifier).refusal == nil)
    }
}
