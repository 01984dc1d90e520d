import HealthRecord
import Testing

@testable import Custody

/// The role of treating physician and whose word it rests on (CSP L1111-16; TD0.3).
@Suite struct TreatingTests {
    private let become = AuthorisationChange.add(asTreatingPhysician: true)

    @Test func aNurseATraineeAndADeskDoNotBecomeTreatingPhysician() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let actors = [
            try People.doctor(1, role: "60", specialty: nil), try People.doctor(2, holder: .trainee),
            try People.doctor(3, role: "SECRETARIAT_MEDICAL", specialty: nil, holder: .employee),
            try People.doctor(4, specialty: "SM25"),
        ]
        for actor in actors {
            let visit = try await house.admit(custodian, actor, for: person)
            await #expect(throws: CustodyError.self) {
                try await custodian.setAuthorisation(become, visit, of: person.reference)
            }
        }
        let holder = try await house.holder(custodian, try await house.session(custodian, person))
        let policy = try await custodian.holderFile(holder).policy
        #expect(policy.treatingPhysicians.isEmpty && policy.authorisations.isEmpty)
        let refused = try await custodian.chain(of: person.record).filter { $0.act == .declareTreatingPhysician }
        #expect(refused.count == actors.count && refused.allSatisfy { $0.outcome == .refused })
        try custodian.close()
    }

    /// Access and life cycle § 1.2: a leave says that its bearer is in training, and the holder's own word makes no more of him.
    @Test func aTraineesLeaveSaysSoAndCarriesNoRole() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let actor = try People.doctor(2, holder: .trainee)
        let visit = try await house.admit(custodian, actor, for: person)
        let declare = AuthorisationChange.add(asTreatingPhysician: false)
        #expect(try await custodian.setAuthorisation(declare, visit, of: person.reference) == .done)
        let holder = try await house.holder(custodian, try await house.session(custodian, person))
        let leave = try #require(try await custodian.holderFile(holder).policy.authorisation(of: actor.subject))
        #expect(leave.holder == .trainee)
        for wish in [HolderWish.declareTreatingPhysician(leave), .nameAdministrator(leave)] {
            await #expect(throws: CustodyError.conflict("training")) { try await custodian.carryOut(wish, holder) }
        }
        #expect(try await custodian.carryOut(.authorise(leave), holder) == .unchanged)
        let policy = try await custodian.holderFile(holder).policy
        #expect(policy.treatingPhysicians.isEmpty && policy.administrators.isEmpty)
        // Registered since, he declares himself with another card.
        let later = try await house.admit(custodian, try People.doctor(2), for: person)
        #expect(try await custodian.setAuthorisation(declare, later, of: person.reference) == .done)
        #expect(try await custodian.holderFile(holder).policy.authorisations.map(\.holder) == [.professional])
        try custodian.close()
    }

    /// § 3.3, CSP L1111-19.
    @Test(arguments: ["era2019", "mes2022", "mes2026"])
    func theHolderHearsOfAPhysicianWhoNamedHimselfAndBlocksHim(set: String) async throws {
        let house = try House()
        let custodian = try house.open { $0.policySet = set }
        let person = try await house.person(custodian)
        let actor = try People.doctor()
        let visit = try await house.admit(custodian, actor, for: person)
        #expect(try await custodian.setAuthorisation(become, visit, of: person.reference) == .done)
        let told = try await house.news.count { if case .treatingPhysicianDeclared = $0.notice { true } else { false } }
        #expect(told == 1)
        let token = try await house.session(custodian, person)
        let holder = try await house.holder(custodian, token)
        let file = try await custodian.holderFile(holder)
        #expect(file.policy.treatingDeclarations.map(\.origin) == [.physician])
        #expect(try await custodian.carryOut(.block(People.block(actor)), holder) == .done)
        await #expect(throws: CustodyError.self) {
            try await custodian.list(try await house.admit(custodian, actor, for: person), of: person.reference)
        }
        // Unblocking gives the role back no more than the leave.
        _ = try await custodian.carryOut(.unblock(actor.subject), holder)
        await #expect(throws: CustodyError.self) {
            try await custodian.list(try await house.admit(custodian, actor, for: person), of: person.reference)
        }
        try custodian.close()
    }

    @Test func leaveTakenBackEndsARoleThatNobodyElseGave() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let actor = try People.doctor()
        let visit = try await house.admit(custodian, actor, for: person)
        _ = try await custodian.setAuthorisation(become, visit, of: person.reference)
        let holder = try await house.holder(custodian, try await house.session(custodian, person))
        _ = try await custodian.carryOut(.revoke(actor.subject), holder)
        let standing = try await custodian.testExistence(
            try await house.admit(custodian, actor, for: person),
            of: person.reference
        )
        #expect(standing?.isTreatingPhysician == false && standing?.authorisation == AuthorisationStatus.none)
        try custodian.close()
    }

    /// § 3.3, C3.
    @Test func whomTheInsuredDeclaredToTheInsurerTakesTheOthersPlace() async throws {
        let house = try House()
        let custodian = try house.open { $0.policySet = "era2019" }
        let person = try await house.person(custodian)
        let (before, physician) = (try People.doctor(1), try People.doctor(2, structure: 2))
        let ins = try #require(QualifiedINS(person.ins, in: .rehearsal))
        try await custodian.declareTreatingPhysician(People.leave(before), of: ins)
        try await custodian.declareTreatingPhysician(People.leave(physician), of: ins)
        let holder = try await house.holder(custodian, try await house.session(custodian, person))
        let policy = try await custodian.holderFile(holder).policy
        #expect(policy.treatingPhysicians == [try #require(physician.person)])
        #expect(policy.treatingDeclarations.map(\.origin) == [.insurer])
        await #expect(throws: CustodyError.self) {
            try await custodian.carryOut(.block(People.block(physician)), holder)
        }
        let traced = try await custodian.chain(of: person.record).last { $0.act == .declareTreatingPhysician }
        #expect(traced?.actor == .system("insurer"))
        let nurse = try People.doctor(3, role: "60", specialty: nil)
        for leave in [People.leave(nurse), People.leave(physician)] {
            await #expect(throws: CustodyError.self) { try await custodian.declareTreatingPhysician(leave, of: ins) }
        }
        try custodian.close()
    }
}
