import HealthRecord
import Testing

@testable import Custody

/// Teams, treating physicians, lists, presence (reference: access-and-lifecycle § 1.2, § 3.1 to § 3.3).
@Suite struct StandingTests {
    private func member(_ actor: CareActor) -> TeamMember {
        TeamMember(subject: actor.subject, name: actor.name, profession: actor.profession, structure: actor.structure)
    }

    private func mayList(_ house: House, _ custodian: Custodian, _ actor: CareActor, _ person: Person) async -> Bool {
        guard let visit = try? await house.admit(custodian, actor, for: person) else { return false }
        return (try? await custodian.list(visit, of: person.reference)) != nil
    }

    private func authorise(_ house: House, _ custodian: Custodian, _ actor: CareActor, _ person: Person) async throws {
        let visit = try await house.admit(custodian, actor, for: person)
        _ = try await custodian.setAuthorisation(.add(asTreatingPhysician: false), visit, of: person.reference)
    }

    @Test func oneConsentCoversTheTeamAndEndsWithIt() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let (head, nurse, blocked) = (
            try People.doctor(1), try People.doctor(2, structure: 2), try People.doctor(3, structure: 3)
        )
        let holder = try await house.holder(custodian, try await house.session(custodian, person))
        _ = try await custodian.carryOut(.block(People.block(blocked)), holder)
        let declaration = TeamDeclaration(name: "Équipe", members: [member(nurse), member(blocked)])
        // Only who may read himself states the consent for others.
        await #expect(throws: CustodyError.conflict("authorisation")) {
            try await custodian.declareTeam(
                declaration,
                try await house.admit(custodian, head, for: person),
                of: person.reference
            )
        }
        try await authorise(house, custodian, head, person)
        let team = try await custodian.declareTeam(
            declaration,
            try await house.admit(custodian, head, for: person),
            of: person.reference
        )
        #expect(await mayList(house, custodian, nurse, person))
        #expect(await !mayList(house, custodian, blocked, person))
        let late = try People.doctor(4, structure: 4)
        try await custodian.addTeamMember(
            member(late),
            to: team,
            try await house.admit(custodian, nurse, for: person),
            of: person.reference
        )
        #expect(await mayList(house, custodian, late, person))
        let file = try await custodian.holderFile(holder)
        #expect(file.policy.authorisation(of: late.subject)?.origin == .careTeam)
        #expect(file.policy.authorisation(of: late.subject)?.givenBy == nurse.subject)
        _ = try await custodian.carryOut(.endTeam(team), holder)
        for actor in [nurse, late] { #expect(await !mayList(house, custodian, actor, person)) }
        #expect(await mayList(house, custodian, head, person))
        try custodian.close()
    }

    @Test func aProfessionalStatesTheConsentForAnother() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let (one, other) = (try People.doctor(1), try People.doctor(2, structure: 2))
        await #expect(throws: CustodyError.self) {
            try await custodian.delegateConsent(
                to: member(other),
                until: nil,
                try await house.admit(custodian, one, for: person),
                of: person.reference
            )
        }
        try await authorise(house, custodian, one, person)
        try await custodian.delegateConsent(
            to: member(other),
            until: house.now.advanced(bySeconds: 1000),
            try await house.admit(custodian, one, for: person),
            of: person.reference
        )
        #expect(await mayList(house, custodian, other, person))
        house.pass(1000)
        #expect(await !mayList(house, custodian, other, person))
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

    /// § 2.2, TD0.4: an employee's card finds the records open to its structure.
    @Test func anEmployeeFindsTheRecordsOpenToTheStructure() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian, 1)
        _ = try await house.person(custodian, 2)
        let secretary = try People.doctor(
            4,
            structure: 4,
            role: "SECRETARIAT_MEDICAL",
            specialty: nil,
            holder: .employee
        )
        try await authorise(house, custodian, secretary, person)
        let lines = try await custodian.myPatients(StandingQuery(), try await house.admit(custodian, secretary))
        #expect(lines.map(\.identifiers) == [[person.ins]] && lines.first?.authorisedSince != nil)
        let colleague = try People.doctor(
            5,
            structure: 5,
            role: "SECRETARIAT_MEDICAL",
            specialty: nil,
            holder: .employee
        )
        #expect(try await custodian.myPatients(StandingQuery(), house.admit(custodian, colleague)).isEmpty)
        try custodian.close()
    }

    /// § 1.2, TD0.4: an administrator finds the record, whatever has become of the leave.
    @Test func anAdministratorFindsTheRecordByTheRoleAlone() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let (head, nurse) = (try People.doctor(1), try People.doctor(2, structure: 2, role: "60", specialty: nil))
        let late = try People.doctor(3, structure: 3)
        let holder = try await house.holder(custodian, try await house.session(custodian, person))
        try await authorise(house, custodian, head, person)
        let team = try await custodian.declareTeam(
            TeamDeclaration(name: "Équipe", members: [member(nurse)]),
            try await house.admit(custodian, head, for: person),
            of: person.reference
        )
        _ = try await custodian.carryOut(.nameAdministrator(People.leave(nurse)), holder)
        let short = People.leave(late, until: house.now.advanced(bySeconds: 60))
        _ = try await custodian.carryOut(.nameAdministrator(short), holder)
        // The one's leave goes with the team, the other's ends by itself.
        _ = try await custodian.carryOut(.endTeam(team), holder)
        house.pass(60)
        let policy = try await custodian.holderFile(holder).policy
        #expect(policy.authorisation(of: nurse.subject) == nil)
        #expect(policy.authorisation(of: late.subject)?.isValid(at: house.now) == false)
        for actor in [nurse, late] {
            #expect(await mayList(house, custodian, actor, person))
            let lines = try await custodian.myPatients(StandingQuery(), try await house.admit(custodian, actor))
            #expect(lines.map(\.identifiers) == [[person.ins]])
            #expect(lines.first?.isTreatingPhysician == false && lines.first?.lastAccess == house.now)
        }
        let new = StandingQuery(since: house.now)
        #expect(try await custodian.myPatients(new, try await house.admit(custodian, nurse)).count == 1)
        for actor in [nurse, late] {
            _ = try await custodian.carryOut(.withdrawAdministrator(try #require(actor.person)), holder)
            #expect(try await custodian.myPatients(StandingQuery(), house.admit(custodian, actor)).isEmpty)
        }
        try custodian.close()
    }

    /// TD0.4 by the last document: who reads by a role alone learns of what came in, as long as the role stands.
    @Test func whoReadsByARoleAloneFindsWhatIsNew() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let (head, reader) = (try People.doctor(1), try People.doctor(2, structure: 2))
        let author = try People.doctor(3, structure: 3)
        let holder = try await house.holder(custodian, try await house.session(custodian, person))
        try await authorise(house, custodian, head, person)
        let team = try await custodian.declareTeam(
            TeamDeclaration(name: "Équipe", members: [member(reader)]),
            try await house.admit(custodian, head, for: person),
            of: person.reference
        )
        _ = try await custodian.carryOut(.nameAdministrator(People.leave(reader)), holder)
        _ = try await custodian.carryOut(.endTeam(team), holder)
        #expect(try await custodian.holderFile(holder).policy.authorisation(of: reader.subject) == nil)
        house.pass(100)
        let new = StandingQuery(since: house.now, basis: .lastDocument)
        #expect(try await custodian.myPatients(new, house.admit(custodian, reader)).isEmpty)
        try await house.deposit(custodian, [[]], by: author, for: person, on: Shelf())
        let lines = try await custodian.myPatients(new, house.admit(custodian, reader))
        #expect(lines.map(\.identifiers) == [[person.ins]])
        #expect(lines.first?.lastAdd == house.now && lines.first?.authorisedSince == nil)
        // With the role the record leaves his list, and the file forgets him.
        _ = try await custodian.carryOut(.withdrawAdministrator(try #require(reader.person)), holder)
        #expect(try await custodian.holderFile(holder).roleBearers.isEmpty)
        #expect(try await custodian.myPatients(new, house.admit(custodian, reader)).isEmpty)
        try custodian.close()
    }

    @Test func aProfessionalFindsHisPatientsAndWhatIsNew() async throws {
        let house = try House()
        let custodian = try house.open()
        let (doctor, author) = (try People.doctor(1), try People.doctor(2, structure: 2))
        let first = try await house.person(custodian, 1)
        let second = try await house.person(custodian, 2)
        _ = try await house.person(custodian, 3)
        for person in [first, second] { try await authorise(house, custodian, doctor, person) }
        house.pass(100)
        let since = house.now
        let shelf = Shelf()
        try await house.deposit(custodian, [[]], by: author, for: second, on: shelf)
        let admission = try await house.admit(custodian, doctor)
        let all = try await custodian.myPatients(StandingQuery(), admission)
        #expect(Set(all.flatMap(\.identifiers)) == [first.ins, second.ins])
        let new = try await custodian.myPatients(StandingQuery(since: since, basis: .lastDocument), admission)
        #expect(new.map(\.identifiers) == [[second.ins]])
        #expect(new.first?.lastAdd == house.now && new.first?.lastAccess == nil)
        house.pass(10)
        #expect(await mayList(house, custodian, doctor, second))
        let read = try await custodian.myPatients(StandingQuery(), try await house.admit(custodian, doctor))
        #expect(read.first { $0.identifiers == [second.ins] }?.lastAccess == house.now)
        // Blocked, he finds the other one only.
        let holder = try await house.holder(custodian, try await house.session(custodian, second))
        _ = try await custodian.carryOut(.block(People.block(doctor)), holder)
        let left = try await custodian.myPatients(StandingQuery(), try await house.admit(custodian, doctor))
        #expect(left.map(\.identifiers) == [[first.ins]])
        try custodian.close()
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
        try await authorise(house, custodian, doctor, person)
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
        try await authorise(house, custodian, doctor, person)
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
        #expect(!(await mayList(house, custodian, doctor, person)))
        let event = try #require(try await custodian.chain(of: person.record).first { $0.act == .block })
        #expect(event.outcome == .refused && event.actor == .care(gp))
        try custodian.close()
    }

    @Test func whatIsMaskedMovesNoDateOfWhoMayNotSeeIt() async throws {
        let house = try House()
        let custodian = try house.open()
        let (doctor, author) = (try People.doctor(1), try People.doctor(2, structure: 2))
        let twins = [try await house.person(custodian, 1), try await house.person(custodian, 2)]
        for person in twins {
            try await authorise(house, custodian, doctor, person)
            try await authorise(house, custodian, author, person)
        }
        house.pass(100)
        try await house.deposit(custodian, [.maskedToProfessionals], by: author, for: twins[0], on: Shelf())
        let lines = try await custodian.myPatients(StandingQuery(), try await house.admit(custodian, doctor))
        #expect(lines.count == 2 && lines.allSatisfy { $0.lastAdd == nil && $0.lastUpdate == nil })
        let own = try await custodian.myPatients(StandingQuery(), try await house.admit(custodian, author))
        #expect(own.count(where: { $0.lastAdd == house.now }) == 1)
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
