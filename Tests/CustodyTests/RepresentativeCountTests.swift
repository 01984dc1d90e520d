import HealthRecord
import Testing

@testable import Custody

/// Who stands beside a minor, counted together: both parents, or the guardian whom a court appointed (§ 1.1).
@Suite struct RepresentativeCountTests {
    private func declare(
        _ custodian: Custodian,
        _ child: Person,
        _ number: Int,
        _ kind: RepresentativeKind
    ) async throws {
        let ins = try #require(QualifiedINS(child.ins, in: .rehearsal))
        _ = try await custodian.declareRepresentative(try Relatives.new(number, kind), of: ins, basis: "essai")
    }

    @Test(arguments: [
        [RepresentativeKind.parent, .parent, .guardian], [.guardian, .parent, .parent],
        [.parent, .guardian, .guardian],
    ])
    func aGuardianIsCountedWithTheParents(kinds: [RepresentativeKind]) async throws {
        let house = try House()
        let custodian = try house.open()
        let child = try await house.person(custodian, born: House.childhood)
        try await declare(custodian, child, 50, kinds[0])
        try await declare(custodian, child, 51, kinds[1])
        await #expect(throws: CustodyError.conflict("twoParents")) {
            try await declare(custodian, child, 52, kinds[2])
        }
        // Whoever goes makes room for the next.
        let policy = try #require(try await custodian.contextAfterCommit(of: child.record)).policy
        #expect(policy.representatives.map(\.kind) == Array(kinds.prefix(2)))
        try custodian.close()
    }

    /// § 1.1, § 7.1: nobody represents himself; a child's matricule is not that of the parent's card.
    @Test func nobodyRepresentsHimself() async throws {
        let house = try House()
        let custodian = try house.open()
        let child = try await house.person(custodian, 1, born: House.childhood)
        await #expect(throws: CustodyError.conflict("self")) { try await declare(custodian, child, 1, .parent) }
        try custodian.close()
    }
}
