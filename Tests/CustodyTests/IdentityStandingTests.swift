import AccessRules
import HealthRecord
import Testing

@testable import Custody

/// Matricules have days, and only a qualified identity carries one to others (reference: access-and-lifecycle § 7.1, RNIV).
@Suite struct IdentityStandingTests {
    private func file(_ custodian: Custodian, _ person: Person) async throws -> HolderFile {
        try #require(try await custodian.contextAfterCommit(of: person.record)).file
    }

    private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

    /// § 7.1: the former matricule holds until the day on which the present one does; a wrong link leaves no day behind.
    @Test func aMatriculeHoldsFromADayUntilADay() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        #expect(try await file(custodian, person).matricules == [HeldMatricule(ins: person.ins)])
        let change = try day("2026-02-01")
        _ = try await custodian.addIdentifier(try People.qualified(9), to: person.record, from: change)
        let both = [
            HeldMatricule(ins: try People.ins(9), from: change), HeldMatricule(ins: person.ins, until: change),
        ]
        #expect(try await file(custodian, person).matricules == both)
        let trace = try #require(try await custodian.chain(of: person.record).last { $0.act == .linkIdentity })
        #expect(trace.details["since"] == "2026-02-01")
        _ = try await custodian.removeIdentifier(try People.qualified(9))
        #expect(try await file(custodian, person).matricules == [HeldMatricule(ins: person.ins)])
        // Without a day it is today.
        _ = try await custodian.addIdentifier(try People.qualified(8), to: person.record)
        #expect(try await file(custodian, person).matricules.first?.from == house.now.dayInFrance)
        try custodian.close()
    }

    /// § 7.1: no day to come, none before the present matricule's own, none before the birth.
    @Test func aDayThatCannotBeIsRefused() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        _ = try await custodian.addIdentifier(
            try People.qualified(9),
            to: person.record,
            from: try day("2026-02-01")
        )
        for wrong in ["2062-02-01", "2026-01-31", "1801-01-01"] {
            await #expect(throws: CustodyError.conflict("since")) {
                _ = try await custodian.addIdentifier(
                    try People.qualified(8),
                    to: person.record,
                    from: try day(wrong)
                )
            }
        }
        #expect(try await file(custodian, person).matricules.count == 2)
        try custodian.close()
    }

    /// § 7.1: joined and parted, each record has its matricules' days again.
    @Test func theDaysGoWithTheirMatricules() async throws {
        let house = try House()
        let custodian = try house.open()
        let (one, two) = (try await house.person(custodian, 1), try await house.person(custodian, 2))
        let change = try day("2026-02-01")
        _ = try await custodian.addIdentifier(try People.qualified(9), to: one.record, from: change)
        let before = (try await file(custodian, one).matricules, try await file(custodian, two).matricules)
        _ = try await custodian.merge(try People.qualified(1), into: try People.qualified(2))
        #expect(try await file(custodian, two).matricules == before.1 + before.0)
        _ = try await custodian.undoMerge(try People.qualified(1))
        #expect(try await file(custodian, one).matricules == before.0)
        #expect(try await file(custodian, two).matricules == before.1)
        try custodian.close()
    }

    /// RNIV: nothing is wrong with a qualified identity.
    @Test func whatIsWrongForbidsTheQualification() {
        for attribute in IdentityAttribute.allCases {
            #expect(IdentityStanding(status: .qualified, attributes: [attribute]) == nil)
        }
        for status in IdentityStatus.allCases {
            #expect(IdentityStanding(status: status)?.carriesMatricule == (status == .qualified))
        }
    }

    /// RNIV, § 7.1: each status and attribute; the matricule is on no list, in no search and in no answer but of a qualified one.
    @Test(
        arguments: IdentityStatus.allCases,
        [[], [.doubtful], [.homonymous], [.fictitious]] as [Set<IdentityAttribute>]
    )
    func onlyAQualifiedIdentityCarriesItsMatricule(status: IdentityStatus, wrong: Set<IdentityAttribute>) async throws {
        guard let standing = IdentityStanding(status: status, attributes: wrong) else { return }
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let doctor = try People.doctor()
        let visit = try await house.admit(custodian, doctor, for: person)
        _ = try await custodian.setAuthorisation(.add(asTreatingPhysician: false), visit, of: person.reference)
        if standing == .qualified {
            await #expect(throws: CustodyError.conflict("unchanged")) {
                try await custodian.setIdentity(standing, of: try People.qualified(1))
            }
        } else {
            try await custodian.setIdentity(standing, of: try People.qualified(1))
            let trace = try #require(try await custodian.chain(of: person.record).last { $0.act == .changeIdentity })
            #expect(trace.rule == "identity.status" && trace.details["status"] == status.rawValue)
        }
        let carried = status == .qualified ? [person.ins] : []
        #expect(try await file(custodian, person).carriedIdentifiers == carried)
        let data = try await custodian.administrativeData(
            try await house.admit(custodian, doctor, for: person),
            of: person.reference
        )
        #expect(data.identifiers == carried)
        let list = try await custodian.myPatients(StandingQuery(), try await house.admit(custodian, doctor))
        #expect(list.map(\.identifiers) == (carried.isEmpty ? [] : [carried]))
        // The record is the person's all the same, and whoever knows the matricule finds it.
        _ = try await custodian.list(try await house.admit(custodian, doctor, for: person), of: person.reference)
        // Qualified again, it is carried again.
        if standing != .qualified { try await custodian.setIdentity(.qualified, of: try People.qualified(1)) }
        let again = try await custodian.myPatients(StandingQuery(), try await house.admit(custodian, doctor))
        #expect(again.map(\.identifiers) == [[person.ins]])
        try custodian.close()
    }
}
