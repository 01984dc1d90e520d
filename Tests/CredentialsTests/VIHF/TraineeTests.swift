import AccessRules
import ClinicalDocuments
import DMPWire
import HealthRecord
import SafeXML
import Testing

@testable import Credentials

/// From the assertion of somebody in training to what he may do (access and life cycle § 1.2; interop § 3.3).
@Suite struct TraineeTests {
    private static let id = "899700000047"
    /// TRE_G05, sections of the pharmacists' register.
    private static let pharmacySection = "1.2.250.1.71.4.2.6"
    /// The two tables by which software writes the profession of a trainee's card.
    private static let systems = [CodeSystem.professionInTraining, CodeSystem.profession]

    let world: World

    init() throws { world = try World.fast.get() }

    private func card(_ profession: ProfessionInTraining) throws -> SamplePair {
        var pki = world.pki
        var holder = try World.professional(Self.id)
        holder.kind = .inTraining
        holder.specialties = []
        holder.profession = try #require(Int(profession.rawValue))
        return try pki.issueProfessional(holder)
    }

    private func draft(_ profession: ProfessionInTraining, roles: [Code]) throws -> Draft {
        var draft = try Draft.direct(world, try card(profession), id: Self.id)
        draft.vihf.roles = roles
        return draft
    }

    /// The roles by one table: a registered profession is never named without its specialty.
    private static func roles(_ profession: ProfessionInTraining, _ system: String) -> [Code] {
        let role = Code(profession.rawValue, system)
        guard system == CodeSystem.profession else { return [role] }
        switch profession {
        case .physician: return [role, Code("SM26", CodeSystem.specialty)]
        case .pharmacist: return [role, Code("A", pharmacySection)]
        case .dentist, .midwife: return [role]
        }
    }

    /// The verifier with the roles of the published set, as the service has it.
    private func verifier() throws -> VIHFVerifier {
        let valueSets = try ValueSets.bundled()
        return VIHFVerifier(
            certificates: try world.verifier(),
            legacy: .refused,
            directory: .stated,
            roles: RoleSet { roles, now in valueSets.holdSubjectRoles(roles, on: now.date) },
            signatures: SignaturesInProcess()
        )
    }

    @Test(arguments: ProfessionInTraining.allCases, systems)
    func theProfessionLearntIsTheActors(profession: ProfessionInTraining, system: String) async throws {
        let draft = try draft(profession, roles: Self.roles(profession, system))
        let actor = try await draft.verify(world, try verifier()).get().actor
        #expect(actor.profession.role == profession.learnt)
        #expect(actor.holder == .trainee && actor.authentication == .direct)
    }

    /// With a leave he reads and files what a registered professional of the profession does, type by type.
    @Test(arguments: ProfessionInTraining.allCases, systems)
    func heReadsAndFilesAsTheProfession(profession: ProfessionInTraining, system: String) async throws {
        let draft = try draft(profession, roles: Self.roles(profession, system))
        let trainee = try await draft.verify(world, try verifier()).get().actor
        let registered = CareActor(
            person: trainee.person,
            name: trainee.name,
            profession: Profession(role: profession.learnt),
            structure: trainee.structure,
            holder: .professional,
            authentication: .direct
        )
        var policy = RecordPolicy(
            policySet: "mes2026",
            state: .open(internet: .active),
            birthDate: try #require(CalendarDate(year: 1970, month: 5, day: 1))
        )
        policy.authorisations = [
            Authorisation(
                subject: trainee.subject,
                name: trainee.name,
                profession: trainee.profession,
                structure: trainee.structure,
                since: World.start,
                until: nil,
                origin: .givenByHolder,
                lastAct: World.start,
                holder: trainee.holder
            )
        ]
        let book = try RuleBook.bundled()
        let context = Context(policy: policy, now: World.now)
        let valueSets = try ValueSets.bundled()
        func answers(_ actor: CareActor, _ act: Act) -> [Bool] {
            (valueSets[.type]?.codes ?? []).compactMap { type in
                valueSets.classCode(forType: type).map { classCode in
                    decide(
                        subject: .care(actor),
                        act: act,
                        resource: .document(DocumentFacts(typeCode: type, classCode: classCode)),
                        context: context,
                        ruleBook: book
                    ).isPermitted
                }
            }
        }
        for act in [Act.read, .feed] {
            let may = answers(trainee, act)
            #expect(may == answers(registered, act), "\(act)")
            #expect(may.contains(true), "\(act)")
        }
    }

    /// What the card does not say nobody is, by whichever table it is written.
    @Test(arguments: ProfessionInTraining.allCases, systems)
    func anotherProfessionThanTheCardsIsRefused(profession: ProfessionInTraining, system: String) async throws {
        for other in ProfessionInTraining.allCases where other != profession {
            let draft = try draft(profession, roles: Self.roles(other, system))
            #expect(try await draft.verify(world).refusal == .roleMismatch, "\(other)")
        }
    }

    /// TRE_G16 has four professions; and a training is none that a registered professional's card, or an employee's, says.
    @Test func aTrainingIsATraineesAlone() async throws {
        let nursing = try draft(.midwife, roles: [Code("60", CodeSystem.professionInTraining)])
        #expect(try await nursing.verify(world).refusal == .unknownRole)
        for profession in ProfessionInTraining.allCases {
            let role = Code(profession.rawValue, CodeSystem.professionInTraining)
            var registered = try Draft.direct(world)
            registered.vihf.roles = [role]
            #expect(try await registered.verify(world).refusal == .roleMismatch)
            var employee = try Draft.direct(world, world.secretary, id: "30B0057881/CPET0002")
            employee.vihf.structure = try #require(StructureID(World.hospitalID))
            employee.vihf.roles = [role]
            #expect(try await employee.verify(world).refusal == .roleMismatch)
        }
    }

    /// A specialty is none of his duties, and one that he states is a real one.
    @Test func aSpecialtyMayBeStated() async throws {
        let role = Code("10", CodeSystem.professionInTraining)
        let stated = try draft(.physician, roles: [role, Code("SM26", CodeSystem.specialty)])
        #expect(try await stated.verify(world, try verifier()).get().actor.profession.matrixKey == "G15_10/SM26")
        let wrong = try draft(.physician, roles: [role, Code("A", Self.pharmacySection)])
        #expect(try await wrong.verify(world).refusal == .unknownRole)
        let registered = try draft(.physician, roles: [Code("10", CodeSystem.profession)])
        #expect(try await registered.verify(world).refusal == .missingSpecialty)
    }

    /// A structure's certificate says nothing of its people: what their software states of a training keeps them in training.
    @Test func aStructureSaysWhoIsInTraining() async throws {
        for (mode, kind) in [(AuthenticationMode.reinforcedIndirect, HolderKind.trainee), (.indirect, .structure)] {
            var draft = try Draft.indirect(world, mode)
            draft.vihf.roles = [Code("50", CodeSystem.professionInTraining)]
            let actor = try await draft.verify(world, try verifier()).get().actor
            #expect(actor.profession.role == ProfessionInTraining.midwife.learnt && actor.holder == kind)
            draft.vihf.roles = [Code("50", CodeSystem.profession)]
            #expect(try await draft.verify(world, try verifier()).get().actor.holder == .structure)
        }
    }
}
