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
        #expect(try await asked(.lastDocument, since) == 0)
        #expect(try await asked(.lastAuthorisation, since) == 0)
        #expect(try await asked(.lastDocument, given) == 1)
        try custodian.close()
    }
}
