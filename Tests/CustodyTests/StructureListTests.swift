import HealthRecord
import Testing

@testable import Custody

/// TD0.4 asked with a structure's certificate: new leaves by their date, nothing of what came in (functional matrix).
@Suite struct StructureListTests {
    @Test func aStructureLearnsOfNewLeavesOnly() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian, 1)
        let author = try People.doctor(2, structure: 2)
        let secretary = try People.doctor(
            4,
            structure: 4,
            role: "SECRETARIAT_MEDICAL",
            specialty: nil,
            holder: .employee
        )
        _ = try await custodian.setAuthorisation(
            .add(asTreatingPhysician: false),
            try await house.admit(custodian, secretary, for: person),
            of: person.reference
        )
        let software = CareActor(
            person: nil,
            name: secretary.name,
            profession: secretary.profession,
            structure: secretary.structure,
            holder: .structure,
            authentication: .indirect
        )
        let given = house.now
        func asked(_ basis: StandingQuery.Basis, _ since: Instant) async throws -> Int {
            let admission = try await house.admit(custodian, software)
            return try await custodian.myPatients(StandingQuery(since: since, basis: basis), admission).count
        }
        #expect(try await asked(.lastAuthorisation, given) == 1)
        house.pass(100)
        let since = house.now
        house.pass(10)
        try await house.deposit(custodian, [[]], by: author, for: person, on: Shelf())
        #expect(try await asked(.lastAuthorisation, since) == 0)
        #expect(try await asked(.lastAuthorisation, given) == 1)
        for date in [since, given] {
            await #expect(throws: CustodyError.conflict(Custodian.dateType)) { try await asked(.lastDocument, date) }
        }
        try custodian.close()
    }

    /// An employee asks for the list of somebody of the same structure, and sees what that one does there.
    @Test func anEmployeeListsTheColleaguesOfHisStructure() async throws {
        let house = try House()
        let colleague = try People.doctor(2, structure: 4)
        let elsewhere = try People.doctor(3, structure: 5)
        let secretary = try People.doctor(
            4,
            structure: 4,
            role: "SECRETARIAT_MEDICAL",
            specialty: nil,
            holder: .employee
        )
        // The colleague also works elsewhere, as a directory knows.
        let places: [ProfessionalID?: [StructureID]] = [
            colleague.person: [colleague.structure.id, elsewhere.structure.id],
            elsewhere.person: [elsewhere.structure.id],
        ]
        let custodian = try house.open { settings in
            settings.directory = { subject in
                guard case .person(let id) = subject, let known = places[id] else { return .unknown }
                return .professional(professions: nil, workplaces: known)
            }
        }
        let (here, there) = (try await house.person(custodian, 1), try await house.person(custodian, 2))
        func authorise(_ actor: CareActor, _ person: Person) async throws {
            _ = try await custodian.setAuthorisation(
                .add(asTreatingPhysician: false),
                try await house.admit(custodian, actor, for: person),
                of: person.reference
            )
        }
        try await authorise(colleague, here)
        try await authorise(
            CareActor(
                person: colleague.person,
                name: colleague.name,
                profession: colleague.profession,
                structure: elsewhere.structure,
                holder: .professional,
                authentication: .direct
            ),
            there
        )
        try await authorise(elsewhere, here)
        func listed(_ owner: ProfessionalID?, by actor: CareActor) async throws -> [[INS]] {
            let query = StandingQuery(owner: owner)
            return try await custodian.myPatients(query, try await house.admit(custodian, actor)).map(\.identifiers)
        }
        #expect(try await listed(colleague.person, by: secretary) == [[here.ins]])
        #expect(try await listed(colleague.person, by: colleague).count == 2)
        // Somebody of another structure and nobody at all: one refusal.
        let nobody = try #require(try People.doctor(9).person)
        for owner in [elsewhere.person, nobody] {
            await #expect(throws: CustodyError.conflict(Custodian.notOwnList)) {
                try await listed(owner, by: secretary)
            }
        }
        // No professional asks for a colleague's.
        await #expect(throws: CustodyError.conflict(Custodian.notOwnList)) {
            try await listed(elsewhere.person, by: colleague)
        }
        try custodian.close()
    }

    /// Without a directory, the leaves say where their holder acts.
    @Test func withoutADirectoryLeavesTellTheStructure() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian, 1)
        let (colleague, elsewhere) = (try People.doctor(2, structure: 4), try People.doctor(3, structure: 5))
        let secretary = try People.doctor(
            4,
            structure: 4,
            role: "SECRETARIAT_MEDICAL",
            specialty: nil,
            holder: .employee
        )
        for actor in [colleague, elsewhere] {
            _ = try await custodian.setAuthorisation(
                .add(asTreatingPhysician: false),
                try await house.admit(custodian, actor, for: person),
                of: person.reference
            )
        }
        for (owner, count) in [(colleague, 1), (elsewhere, 0)] {
            let query = StandingQuery(owner: owner.person)
            #expect(try await custodian.myPatients(query, try await house.admit(custodian, secretary)).count == count)
        }
        try custodian.close()
    }
}
