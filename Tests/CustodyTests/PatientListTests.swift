import GRDB
import HealthRecord
import Testing

@testable import Custody

/// TD0.4: a professional's own patients, and since when there is something new (reference: access-and-lifecycle § 1.2, § 2.2).
@Suite struct PatientListTests {
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
        try await house.authorise(custodian, secretary, person)
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
        try await house.authorise(custodian, head, person)
        let team = try await custodian.declareTeam(
            TeamDeclaration(name: "Équipe", members: [TeamMember(nurse)]),
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
            #expect(await house.mayList(custodian, actor, person))
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
        try await house.authorise(custodian, head, person)
        let team = try await custodian.declareTeam(
            TeamDeclaration(name: "Équipe", members: [TeamMember(reader)]),
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
        // With the role the record leaves his list.
        _ = try await custodian.carryOut(.withdrawAdministrator(try #require(reader.person)), holder)
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
        for person in [first, second] { try await house.authorise(custodian, doctor, person) }
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
        #expect(await house.mayList(custodian, doctor, second))
        let read = try await custodian.myPatients(StandingQuery(), try await house.admit(custodian, doctor))
        #expect(read.first { $0.identifiers == [second.ins] }?.lastAccess == house.now)
        // Blocked, he finds the other one only.
        let holder = try await house.holder(custodian, try await house.session(custodian, second))
        _ = try await custodian.carryOut(.block(People.block(doctor)), holder)
        let left = try await custodian.myPatients(StandingQuery(), try await house.admit(custodian, doctor))
        #expect(left.map(\.identifiers) == [[first.ins]])
        try custodian.close()
    }

    @Test func whatIsMaskedMovesNoDateOfWhoMayNotSeeIt() async throws {
        let house = try House()
        let custodian = try house.open()
        let (doctor, author) = (try People.doctor(1), try People.doctor(2, structure: 2))
        let twins = [try await house.person(custodian, 1), try await house.person(custodian, 2)]
        for person in twins {
            try await house.authorise(custodian, doctor, person)
            try await house.authorise(custodian, author, person)
        }
        house.pass(100)
        try await house.deposit(custodian, [.maskedToProfessionals], by: author, for: twins[0], on: Shelf())
        let lines = try await custodian.myPatients(StandingQuery(), try await house.admit(custodian, doctor))
        #expect(lines.count == 2 && lines.allSatisfy { $0.lastAdd == nil && $0.lastUpdate == nil })
        let own = try await custodian.myPatients(StandingQuery(), try await house.admit(custodian, author))
        #expect(own.count(where: { $0.lastAdd == house.now }) == 1)
        try custodian.close()
    }

    /// TD0.4: the dates are those of what he may see when he asks; what is masked or closed takes its date along.
    @Test func whatIsHiddenAfterwardsTakesItsDateBack() async throws {
        let house = try House()
        let custodian = try house.open()
        let (doctor, author) = (try People.doctor(1), try People.doctor(2, structure: 2))
        let person = try await house.person(custodian)
        for actor in [doctor, author] { try await house.authorise(custodian, actor, person) }
        let shelf = Shelf()
        func dates() async throws -> DocumentDates? {
            let lines = try await custodian.myPatients(StandingQuery(), try await house.admit(custodian, doctor))
            return lines.first.map { DocumentDates(lastAdd: $0.lastAdd, lastUpdate: $0.lastUpdate) }
        }
        func isNew(since: Instant) async throws -> Bool {
            let query = StandingQuery(since: since, basis: .lastDocument)
            return try await !custodian.myPatients(query, try await house.admit(custodian, doctor)).isEmpty
        }
        house.pass(100)
        let first = house.now
        try await house.deposit(custodian, [[]], by: author, for: person, on: shelf)
        house.pass(100)
        let second = house.now
        try await house.deposit(custodian, [[]], by: author, for: person, on: shelf)
        let old = DocumentDates(lastAdd: first, lastUpdate: first)
        #expect(try await dates() == DocumentDates(lastAdd: second, lastUpdate: second))
        #expect(try await isNew(since: second))
        house.pass(100)
        let holder = try await house.holder(custodian, try await house.session(custodian, person))
        try await house.change(custodian, .mask, 1, holder, nil, on: shelf)
        #expect(try await dates() == old)
        #expect(try await !isNew(since: second))
        // Seen again it came in when it came in, and has changed since.
        house.pass(100)
        try await house.change(custodian, .unmask, 1, holder, nil, on: shelf)
        let back = DocumentDates(lastAdd: second, lastUpdate: house.now)
        #expect(try await dates() == back)
        let entry = await shelf.rows[0].entry
        let closure = CategoryClosure(profession: doctor.profession.role.value, category: entry.classCode.value)
        _ = try await custodian.carryOut(.closeCategory(closure), holder)
        #expect(try await dates() == DocumentDates())
        _ = try await custodian.carryOut(.openCategory(closure), holder)
        #expect(try await dates() == back)
        try custodian.close()
    }

    /// TD0.4: what the holder deleted where he may is gone, and its date with it.
    @Test func whatTheHolderDeletedTakesItsDateBack() async throws {
        let house = try House()
        let custodian = try house.open { $0.policySet = "era2019" }
        let (doctor, author) = (try People.doctor(1), try People.doctor(2, structure: 2))
        let person = try await house.person(custodian)
        let holder = try await house.holder(custodian, try await house.session(custodian, person))
        for actor in [doctor, author] { _ = try await custodian.carryOut(.authorise(People.leave(actor)), holder) }
        let shelf = Shelf()
        try await house.deposit(custodian, [[]], by: author, for: person, on: shelf)
        func added() async throws -> [Instant?] {
            try await custodian.myPatients(StandingQuery(), try await house.admit(custodian, doctor)).map(\.lastAdd)
        }
        #expect(try await added() == [house.now])
        try await house.change(custodian, .delete, 0, holder, nil, on: shelf)
        #expect(try await added() == [nil])
        try custodian.close()
    }

    /// TD0.4: the documents of a record that was joined move the dates of the one that took it over, until they part.
    @Test func joinedDocumentsMoveTheDatesWhileTheyAreJoined() async throws {
        let house = try House()
        let custodian = try house.open()
        let (doctor, author) = (try People.doctor(1), try People.doctor(2, structure: 2))
        let (kept, duplicate) = (try await house.person(custodian, 1), try await house.person(custodian, 2))
        try await house.authorise(custodian, doctor, kept)
        try await house.authorise(custodian, author, duplicate)
        house.pass(100)
        let filed = house.now
        try await house.deposit(custodian, [[]], by: author, for: duplicate, on: Shelf())
        func added() async throws -> [Instant?] {
            try await custodian.myPatients(StandingQuery(), try await house.admit(custodian, doctor)).map(\.lastAdd)
        }
        #expect(try await added() == [nil])
        _ = try await custodian.merge(try People.qualified(2), into: try People.qualified(1))
        #expect(try await added() == [filed])
        _ = try await custodian.undoMerge(try People.qualified(2))
        #expect(try await added() == [nil])
        try custodian.close()
    }

    /// TD0.4: what came in before dates were kept is named to whoever asks about that time, and to nobody else.
    @Test func aRecordOfBeforeDatesWereKeptIsNamed() async throws {
        let house = try House()
        let custodian = try house.open()
        let doctor = try People.doctor(1)
        let person = try await house.person(custodian)
        try await house.authorise(custodian, doctor, person)
        func isNamed(since: Instant) async throws -> Bool {
            let query = StandingQuery(since: since, basis: .lastDocument)
            return try await !custodian.myPatients(query, try await house.admit(custodian, doctor)).isEmpty
        }
        let moment = house.now
        #expect(try await !isNamed(since: moment.advanced(bySeconds: -1)))
        _ = try await custodian.ledger.commit { transaction in
            try transaction.database.execute(
                sql: "INSERT INTO dates_known (since) VALUES (?)",
                arguments: [moment.milliseconds]
            )
        }
        #expect(try await isNamed(since: moment.advanced(bySeconds: -1)))
        #expect(try await !isNamed(since: moment))
        try custodian.close()
    }
}
