import AccessRules
import HealthRecord
import Testing

@testable import Custody

/// Access and life cycle § 3.3; identity and experience § 7.2, page 14: what a list of professionals leads to is what the rules
/// of the record's set would permit, act by act.
@Suite struct StandingOffersTests {
    static let sets = ["era2007", "era2011", "era2016", "era2019", "mes2022", "mes2026"]

    /// Pages § 7.2, page 14: a treating physician blocks, lifts and resigns where the set lets the role read
    /// (`mt.readsWithoutLeave`), and is offered it there alone.
    @Test(arguments: sets) func whatIsOfferedIsDoneAndNothingElseIs(set: String) async throws {
        let house = try House()
        let custodian = try house.open { $0.policySet = set }
        let person = try await house.person(custodian)
        let holder = try await house.holder(custodian, try await house.session(custodian, person))
        let (physician, nurse) = (
            try People.doctor(1), try People.doctor(2, structure: 2, role: "60", specialty: nil)
        )
        for actor in [physician, nurse] { _ = try await custodian.carryOut(.authorise(People.leave(actor)), holder) }
        func visit() async throws -> Admission { try await house.admit(custodian, physician, for: person) }
        func offers() async throws -> StandingOffers {
            let list: AuthorisationList = try await custodian.listAuthorisations(
                try await visit(),
                of: person.reference
            )
            return list.offers
        }
        #expect(try await offers().blockable.isEmpty)
        #expect(try await offers().acts == [.removeOwnAuthorisation, .declareTreatingPhysician])
        _ = try await custodian.setAuthorisation(
            .add(asTreatingPhysician: true),
            try await visit(),
            of: person.reference
        )
        let actsForHolder = set != "era2007"
        let offered = try await offers()
        #expect(offered.blockable == (actsForHolder ? [nurse.subject] : []))
        #expect(offered.acts.contains(.unblock) == actsForHolder)
        #expect(offered.acts.contains(.resignTreatingPhysician) == actsForHolder)
        // One record has one treating physician before 2016, and he is it.
        #expect(offered.acts.contains(.declareTreatingPhysician) == !["era2007", "era2011"].contains(set))
        let block = People.block(nurse)
        guard actsForHolder else {
            await #expect(throws: CustodyError.self) {
                try await custodian.blockAtRequest(block, try await visit(), of: person.reference)
            }
            await #expect(throws: CustodyError.self) {
                try await custodian.setAuthorisation(
                    .resignTreatingPhysician,
                    try await visit(),
                    of: person.reference
                )
            }
            try custodian.close()
            return
        }
        #expect(try await custodian.blockAtRequest(block, try await visit(), of: person.reference) == .done)
        #expect(try await offers().liftable == [nurse.subject])
        #expect(
            try await custodian.unblockAtRequest(nurse.subject, try await visit(), of: person.reference) == .done
        )
        // What the holder refused himself is nobody else's to lift.
        _ = try await custodian.carryOut(.block(block), holder)
        #expect(try await offers().liftable.isEmpty)
        try custodian.close()
    }

    /// Functional matrix, TD0.3: whoever watches over workers reads the list by an express consent, and changes nothing of it.
    @Test func whoWatchesOverWorkersIsOfferedNothing() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let holder = try await house.holder(custodian, try await house.session(custodian, person))
        let (physician, nurse) = (
            try People.doctor(1, sector: "SA66", specialty: "SM25"),
            try People.doctor(2, structure: 2, role: "60", specialty: nil)
        )
        for actor in [physician, nurse] { _ = try await custodian.carryOut(.authorise(People.leave(actor)), holder) }
        let visit = try await house.admit(custodian, physician, for: person)
        let offers = try await custodian.listAuthorisations(visit, of: person.reference).offers
        #expect(offers.acts.isEmpty && offers.blockable.isEmpty && offers.liftable.isEmpty)
        try custodian.close()
    }

    /// Whose own leave is over and who reads by a team stands there twice, and is offered once.
    @Test func eachIsOfferedOnce() async throws {
        let house = try House()
        let custodian = try house.open { $0.policySet = "mes2022" }
        let person = try await house.person(custodian)
        let (physician, colleague) = (try People.doctor(1), try People.doctor(2, structure: 2))
        func visit() async throws -> Admission { try await house.admit(custodian, physician, for: person) }
        _ = try await custodian.setAuthorisation(
            .add(asTreatingPhysician: true),
            try await visit(),
            of: person.reference
        )
        let end = house.now.advanced(bySeconds: 86_400)
        _ = try await custodian.carryOut(
            .authorise(People.leave(colleague, until: end)),
            try await house.holder(custodian, try await house.session(custodian, person))
        )
        house.pass(2 * 86_400)
        let member = TeamMember(
            subject: colleague.subject,
            name: colleague.name,
            profession: colleague.profession,
            structure: colleague.structure
        )
        _ = try await custodian.declareTeam(
            TeamDeclaration(name: "Équipe", members: [member], until: nil, consent: .notAsked),
            try await visit(),
            of: person.reference
        )
        let policy = try #require(try await custodian.contextAfterCommit(of: person.record)).policy
        #expect(policy.authorisation(of: colleague.subject) != nil && policy.careTeams.count == 1)
        let list = try await custodian.listAuthorisations(try await visit(), of: person.reference)
        #expect(list.offers.blockable == [colleague.subject])
        try custodian.close()
    }
}
