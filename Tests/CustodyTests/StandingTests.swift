import HealthRecord
import Testing

@testable import Custody

/// Teams, treating physicians, lists, presence (reference: access-and-lifecycle § 1.2, § 3.1 to § 3.3).
@Suite struct StandingTests {
    @Test func oneConsentCoversTheTeamAndEndsWithIt() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let (head, nurse, blocked) = (
            try People.doctor(1), try People.doctor(2, structure: 2), try People.doctor(3, structure: 3)
        )
        let holder = try await house.holder(custodian, try await house.session(custodian, person))
        _ = try await custodian.carryOut(.block(People.block(blocked)), holder)
        let declaration = TeamDeclaration(name: "Équipe", members: [TeamMember(nurse), TeamMember(blocked)])
        // Only who may read himself states the consent for others.
        await #expect(throws: CustodyError.conflict("authorisation")) {
            try await custodian.declareTeam(
                declaration,
                try await house.admit(custodian, head, for: person),
                of: person.reference
            )
        }
        try await house.authorise(custodian, head, person)
        let team = try await custodian.declareTeam(
            declaration,
            try await house.admit(custodian, head, for: person),
            of: person.reference
        )
        #expect(await house.mayList(custodian, nurse, person))
        #expect(await !house.mayList(custodian, blocked, person))
        let late = try People.doctor(4, structure: 4)
        try await custodian.addTeamMember(
            TeamMember(late),
            to: team,
            try await house.admit(custodian, nurse, for: person),
            of: person.reference
        )
        #expect(await house.mayList(custodian, late, person))
        let file = try await custodian.holderFile(holder)
        #expect(file.policy.authorisation(of: late.subject)?.origin == .careTeam)
        #expect(file.policy.authorisation(of: late.subject)?.givenBy == nurse.subject)
        _ = try await custodian.carryOut(.endTeam(team), holder)
        for actor in [nurse, late] { #expect(await !house.mayList(custodian, actor, person)) }
        #expect(await house.mayList(custodian, head, person))
        try custodian.close()
    }

    @Test func aProfessionalStatesTheConsentForAnother() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let (one, other) = (try People.doctor(1), try People.doctor(2, structure: 2))
        await #expect(throws: CustodyError.self) {
            try await custodian.delegateConsent(
                to: TeamMember(other),
                until: nil,
                try await house.admit(custodian, one, for: person),
                of: person.reference
            )
        }
        try await house.authorise(custodian, one, person)
        try await custodian.delegateConsent(
            to: TeamMember(other),
            until: house.now.advanced(bySeconds: 1000),
            try await house.admit(custodian, one, for: person),
            of: person.reference
        )
        #expect(await house.mayList(custodian, other, person))
        house.pass(1000)
        #expect(await !house.mayList(custodian, other, person))
        try custodian.close()
    }

    @Test func theHolderDeclaresATreatingPhysicianAndRemovesHimWhereTheSetSaysSo() async throws {
        for (set, isRemovable, several) in [("mes2026", false, true), ("era2011", true, false)] {
            let house = try House()
            let custodian = try house.open { $0.policySet = set }
            let person = try await house.person(custodian)
            let holder = try await house.holder(custodian, try await house.session(custodian, person))
            let (one, other) = (try People.doctor(1), try People.doctor(2, structure: 2))
            for actor in [one, other] {
                _ = try await custodian.carryOut(.declareTreatingPhysician(People.leave(actor)), holder)
            }
            let policy = try await custodian.holderFile(holder).policy
            #expect(policy.treatingPhysicians.count == (several ? 2 : 1), "\(set)")
            let physician = try #require(other.person)
            let removal = try? await custodian.carryOut(.removeTreatingPhysician(physician), holder)
            #expect((removal == .done) == isRemovable, "\(set)")
            try custodian.close()
        }
    }

    /// Every permitted act has exactly one trace (issue, "Shown by"): a professional's own registers are no record, and
    /// looking at them is no access to one.
    @Test func ownRegistersOpenNoRecord() async throws {
        let house = try House()
        let custodian = try house.open()
        let (doctor, gp) = (try People.doctor(1), try People.doctor(2, structure: 2))
        let person = try await house.person(custodian)
        let own = try await house.admit(custodian, gp, for: person)
        _ = try await custodian.setAuthorisation(.add(asTreatingPhysician: true), own, of: person.reference)
        let glass = AccessMode.breakGlass(reason: "Coma")
        let night = try await house.admit(custodian, doctor, for: person, mode: glass)
        _ = try await custodian.list(night, of: person.reference)
        let before = try await custodian.chain(of: person.record)
        #expect(before.suffix(2).map(\.act) == [.declareTreatingPhysician, .list])
        let line = try #require(
            try await custodian.myPatients(StandingQuery(), try await house.admit(custodian, gp)).first
        )
        #expect(line.name == (try People.traits().name) && line.identifiers == [person.ins] && line.isTreatingPhysician)
        #expect(line.hasMessage && line.authorisedSince == house.now)
        let notice = try #require(try await custodian.careNotices(try await house.admit(custodian, gp)).first)
        #expect(notice.patient == line.name && notice.identifiers == [person.ins])
        try await custodian.dismissCareNotice(notice.id, try await house.admit(custodian, gp))
        #expect(try await custodian.emergencyCount(try await house.admit(custodian, doctor)) == 1)
        #expect(try await custodian.chain(of: person.record) == before)
        try custodian.close()
    }

    /// What the register says follows the record: a closed one leaves the list, a matricule added stands on it.
    @Test func theRegisterFollowsTheRecord() async throws {
        let house = try House()
        let custodian = try house.open()
        let doctor = try People.doctor(1)
        let person = try await house.person(custodian)
        try await house.authorise(custodian, doctor, person)
        try await custodian.close(person.record, reason: .holderRequest)
        #expect(try await custodian.myPatients(StandingQuery(), try await house.admit(custodian, doctor)).isEmpty)
        try custodian.close()
    }

    /// The treating physician refuses access for the holder; nobody else does.
    @Test func theTreatingPhysicianBlocksAtTheHoldersRequest() async throws {
        let house = try House()
        let custodian = try house.open()
        let (doctor, gp) = (try People.doctor(1), try People.doctor(2, structure: 2))
        let person = try await house.person(custodian)
        try await house.authorise(custodian, doctor, person)
        let block = People.block(doctor)
        let plain = try await house.admit(custodian, gp, for: person)
        await #expect(throws: CustodyError.self) {
            _ = try await custodian.blockAtRequest(block, plain, of: person.reference)
        }
        let role = try await house.admit(custodian, gp, for: person)
        _ = try await custodian.setAuthorisation(.add(asTreatingPhysician: true), role, of: person.reference)
        let first = try await house.admit(custodian, gp, for: person)
        #expect(try await custodian.blockAtRequest(block, first, of: person.reference) == .done)
        let again = try await house.admit(custodian, gp, for: person)
        #expect(try await custodian.blockAtRequest(block, again, of: person.reference) == .unchanged)
        await #expect(throws: CustodyError.conflict("oneself")) {
            let own = try await house.admit(custodian, gp, for: person)
            _ = try await custodian.blockAtRequest(People.block(gp), own, of: person.reference)
        }
        #expect(!(await house.mayList(custodian, doctor, person)))
        let event = try #require(try await custodian.chain(of: person.record).first { $0.act == .block })
        #expect(event.outcome == .refused && event.actor == .care(gp))
        try custodian.close()
    }

    /// § 10, C14.
    @Test func whereTheSetAsksForProofADeclarationAloneIsNotEnough() async throws {
        let house = try House()
        let rules = try House.rules("consent.proof", "holderConfirmed")
        let custodian = try house.open(rules: rules) { $0.policySet = "essai" }
        let person = try await house.person(custodian)
        let doctor = try People.doctor()
        let visit = try await house.admit(custodian, doctor, for: person)
        let add = AuthorisationChange.add(asTreatingPhysician: false)
        await #expect(throws: CustodyError.self) {
            try await custodian.setAuthorisation(add, visit, of: person.reference)
        }
        let request = try await custodian.requestPresence(by: .code(nil), visit, of: person.reference)
        try await custodian.confirmPresence(request.id, code: try house.lastCode(), visit, of: person.reference)
        #expect(try await custodian.setAuthorisation(add, visit, of: person.reference) == .done)
        try custodian.close()
    }

    /// § 10, C14.
    @Test(arguments: [PresenceMeans.code(nil), .portal])
    func theHolderProvesToBeThere(_ means: PresenceMeans) async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let doctor = try People.doctor()
        let visit = try await house.admit(custodian, doctor, for: person)
        let request = try await custodian.requestPresence(by: means, visit, of: person.reference)
        let holder = try await house.holder(custodian, try await house.session(custodian, person))
        func isProved() async throws -> Bool {
            try await custodian.ledger.commit { try $0.isPresenceProved(to: visit, on: person.record) }.value
        }
        #expect(try await !isProved())
        if means == .portal {
            #expect(try await custodian.pendingPresence(holder).map(\.id) == [request.id])
            try await custodian.answerPresence(request.id, isThere: true, holder)
        } else {
            let code = try #require(
                house.notices.compactMap { sent -> String? in
                    if case .presenceCode(let code, _) = sent.notice { code } else { nil }
                }.last
            )
            await #expect(throws: CustodyError.notAccepted) {
                try await custodian.confirmPresence(request.id, code: "x", visit, of: person.reference)
            }
            try await custodian.confirmPresence(request.id, code: code, visit, of: person.reference)
        }
        #expect(try await isProved())
        #expect(try await custodian.pendingPresence(holder).isEmpty)
        // It serves this professional, for this consultation.
        let other = try await house.admit(custodian, try People.doctor(2), for: person)
        #expect(try await !custodian.ledger.commit { try $0.isPresenceProved(to: other, on: person.record) }.value)
        house.pass(1801)
        #expect(try await !isProved())
        try custodian.close()
    }
}
