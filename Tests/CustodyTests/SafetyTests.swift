import AccessRules
import Foundation
import HealthRecord
import Testing

@testable import Custody

/// What somebody with a card must not be able to do with it.
@Suite struct SafetyTests {
    private func rule(_ act: () async throws -> Void) async -> String? {
        do {
            try await act()
            return nil
        } catch CustodyError.refused(let refusal) { return refusal.rule } catch { return "\(error)" }
    }

    /// § 1.2, CSP L1111-17 I.
    @Test func aStructureRegulatesWhenTheOperatorSaysSo() async throws {
        let house = try House()
        let (samu, office) = (try People.doctor(1, specialty: "SM59"), try People.doctor(2, structure: 2))
        let custodian = try house.open { $0.regulationCentres = [samu.structure.id] }
        let person = try await house.person(custodian)
        _ = try await custodian.list(
            try await house.admit(custodian, samu, for: person, mode: .regulation),
            of: person.reference
        )
        let refused = await rule {
            _ = try await custodian.list(
                try await house.admit(custodian, office, for: person, mode: .regulation),
                of: person.reference
            )
        }
        #expect(refused == "mode.notRegulationCentre")
        let events = try await custodian.chain(of: person.record).filter { $0.act == .list }
        #expect(events.map(\.outcome) == [.permitted, .refused])
        try custodian.close()
    }

    /// § 1.2, CSP L1111-17: a card names no structure; without a directory its software may say any, and regulates in none.
    @Test func aStructureThatOnlyTheSenderNamesDoesNotRegulate() async throws {
        let house = try House()
        let samu = try People.doctor(1, specialty: "SM59")
        let custodian = try house.open { $0.regulationCentres = [samu.structure.id] }
        let person = try await house.person(custodian)
        for (standing, expected) in [(StructureStanding.stated, "mode.notRegulationCentre"), (.vouched, nil)] {
            let envelope = house.envelope(samu, patient: person.ins, mode: .regulation, standing: standing)
            let admission = try await custodian.admit(envelope, request: house.requestID(), node: "app")
            let refused = await rule { _ = try await custodian.list(admission, of: person.reference) }
            #expect(refused == expected)
        }
        let events = try await custodian.chain(of: person.record).filter { $0.act == .list }
        #expect(events.map(\.outcome) == [.refused, .permitted])
        try custodian.close()
    }

    /// What was judged once is judged again at the commit, on the same word about the structure; a plan that says nothing of it
    /// vouches for nothing.
    @Test(arguments: [StructureStanding.stated, .vouched])
    func theCommitJudgesByTheStructureAsThePreparationDid(_ standing: StructureStanding) async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let doctor = try People.doctor()
        let envelope = house.envelope(doctor, patient: person.ins, standing: standing)
        let visit = try await custodian.admit(envelope, request: house.requestID(), node: "app")
        let prepared = try await custodian.prepare(
            documents: [PlannedDocument(entry: try house.entry(person, by: doctor))],
            changes: [],
            submissionSet: nil,
            visit,
            of: person.reference
        )
        let plan = try await custodian.ledger.commit { try $0.work(prepared.id, custodian: custodian).plan }.value
        #expect(plan.asker.structureStanding == standing)
        let written = try JSONSerialization.jsonObject(with: try JSONEncoder().encode(plan))
        var fields = try #require(written as? [String: Any])
        let kept = fields.removeValue(forKey: "structureStanding") as? String
        #expect(kept == standing.rawValue)
        let former = try JSONDecoder().decode(WorkPlan.self, from: JSONSerialization.data(withJSONObject: fields))
        #expect(former.asker.structureStanding == .stated)
        try custodian.close()
    }

    @Test func anAdultsFirstReaderIsToldOfHoweverHeConnects() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let holder = try await house.holder(custodian, try await house.session(custodian, person))
        let actor = try People.doctor()
        _ = try await custodian.carryOut(.authorise(People.leave(actor)), holder)
        let refused = await rule {
            _ = try await custodian.list(
                try await house.admit(custodian, actor, for: person, isSecret: true),
                of: person.reference
            )
        }
        #expect(refused == "confidentiality.secretConnection")
        try custodian.close()
    }

    @Test func whoHasBlockedIsNotFoundByTraitsAndWhoObjectsIsFoundWithTheObjection() async throws {
        let house = try House()
        let samu = try People.doctor(1, specialty: "SM59")
        let custodian = try house.open {
            $0.regulationCentres = [samu.structure.id]
            $0.quotas.searching = ReadingQuota(hourly: 7, daily: 7)
        }
        let people = [
            try await house.person(custodian, 1), try await house.person(custodian, 2),
            try await house.person(custodian, 3),
        ]
        let opposed = try await house.holder(custodian, try await house.session(custodian, people[1]))
        _ = try await custodian.carryOut(.emergency(EmergencyWishes(refusesRegulation: true)), opposed)
        let blocking = try await house.holder(custodian, try await house.session(custodian, people[2]))
        _ = try await custodian.carryOut(.block(People.block(samu)), blocking)
        let query = PersonQuery(family: "Essai", given: "Dominique")
        let found = try await custodian.search(query, try await house.admit(custodian, samu, mode: .regulation))
        #expect(Set(found.map(\.identifiers)) == [[people[0].ins], [people[1].ins]])
        let objecting = found.filter(\.refusesRegulation).map(\.identifiers)
        #expect(objecting == [[people[1].ins]])
        for (person, outcome) in zip(people, [TracedOutcome.permitted, .permitted, .refused]) {
            let event = try await custodian.chain(of: person.record).last
            #expect(event?.act == .searchIdentity && event?.outcome == outcome)
        }
        // Two searches with two persons each, and one without: seven.
        _ = try await custodian.search(query, try await house.admit(custodian, samu, mode: .regulation))
        _ = try await custodian.search(
            PersonQuery(family: "Personne", given: "Dominique"),
            try await house.admit(custodian, samu, mode: .regulation)
        )
        await #expect(throws: CustodyError.tooManyAttempts(retryAfter: 3601)) {
            try await custodian.search(query, try await house.admit(custodian, samu, mode: .regulation))
        }
        try custodian.close()
    }

    @Test func whatDoesNotFitUsesTheEvidenceUpAndLeavesATrace() async throws {
        let house = try House()
        let samu = try People.doctor(9, structure: 9)
        let custodian = try house.open {
            $0.policySet = "era2011"
            $0.regulationCentres = [samu.structure.id]
        }
        let person = try await house.person(custodian)
        let (one, other) = (try People.doctor(1), try People.doctor(2, structure: 2))
        _ = try await custodian.setAuthorisation(
            .add(asTreatingPhysician: true),
            try await house.admit(custodian, one, for: person),
            of: person.reference
        )
        let envelope = house.envelope(other, patient: person.ins)
        let visit = try await custodian.admit(envelope, request: house.requestID(), node: "app")
        await #expect(throws: CustodyError.conflict("oneTreatingPhysician")) {
            try await custodian.setAuthorisation(.add(asTreatingPhysician: true), visit, of: person.reference)
        }
        let again = try await custodian.admit(envelope, request: house.requestID(), node: "app")
        await #expect(throws: CustodyError.replayed) {
            try await custodian.testExistence(again, of: person.reference)
        }
        let event = try #require(try await custodian.chain(of: person.record).last)
        #expect(event.act == .declareTreatingPhysician && event.outcome == .refused)
        #expect(event.details[TraceEvent.conflictKey] == "oneTreatingPhysician")
        // The rules permit it again: what the record held is no decision of theirs, and a replay says so.
        #expect(TracedDecision(event, in: try RuleBook.bundled()) == .conflict("oneTreatingPhysician"))
        // Nothing of the act that did not fit stays.
        let holder = try await house.holder(custodian, try await house.session(custodian, person))
        #expect(try await custodian.holderFile(holder).policy.authorisation(of: other.subject) == nil)

        let search = house.envelope(samu, patient: nil, mode: .regulation)
        for expected in [CustodyError.conflict("refine"), .replayed] {
            let admission = try await custodian.admit(search, request: house.requestID(), node: "app")
            await #expect(throws: expected) { try await custodian.search(PersonQuery(family: "Essai"), admission) }
        }
        try custodian.close()
    }

    @Test func depositsAreNotHinderedByWhatLookupsAre() async throws {
        let house = try House()
        let custodian = try house.open { $0.quotas.professional = ReadingQuota(hourly: 1, daily: 1) }
        let doctor = try People.doctor()
        var people: [Person] = []
        for number in [1, 1200, 2400] { people.append(try await house.person(custodian, number)) }
        for person in people {
            _ = try await house.prepare(custodian, [try house.entry(person, by: doctor)], by: doctor, for: person)
        }
        let change = AuthorisationChange.add(asTreatingPhysician: false)
        _ = try await custodian.setAuthorisation(
            change,
            try await house.admit(custodian, doctor, for: people[0]),
            of: people[0].reference
        )
        // Every other act on one more record is counted, whichever it is.
        let visit = try await house.admit(custodian, doctor, for: people[1])
        await #expect(throws: CustodyError.tooManyAttempts(retryAfter: 3601)) {
            try await custodian.setAuthorisation(change, visit, of: people[1].reference)
        }
        await #expect(throws: CustodyError.tooManyAttempts(retryAfter: 3601)) {
            try await custodian.history(visit, of: people[1].reference)
        }
        try custodian.close()
    }

    @Test func aDeskListsWhatItsStructureMayRead() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let desk = try People.doctor(5, role: "SECRETARIAT_MEDICAL", specialty: nil, holder: .employee)
        _ = try await custodian.setAuthorisation(
            .add(asTreatingPhysician: false),
            try await house.admit(custodian, desk, for: person),
            of: person.reference
        )
        let lines = try await custodian.myPatients(StandingQuery(), try await house.admit(custodian, desk))
        #expect(lines.map(\.identifiers) == [[person.ins]] && lines.first?.authorisedSince == house.now)
        try custodian.close()
    }

    /// § 3.2.
    @Test func aRoleThatOpensNothingUnderTheSetIsNoLeave() async throws {
        // Seeds 000 to 002: only whom the patient authorised; the treating physician too.
        for (set, expected) in [("era2007", AuthorisationStatus.expired), ("era2011", .valid)] {
            let house = try House()
            let custodian = try house.open { $0.policySet = set }
            let person = try await house.person(custodian)
            let actor = try People.doctor()
            let holder = try await house.holder(custodian, try await house.session(custodian, person))
            let leave = People.leave(actor, until: house.now.advanced(bySeconds: 60))
            _ = try await custodian.carryOut(.declareTreatingPhysician(leave), holder)
            house.pass(60)
            let standing = try await custodian.testExistence(
                try await house.admit(custodian, actor, for: person),
                of: person.reference
            )
            #expect(standing?.isTreatingPhysician == true && standing?.authorisation == expected, "\(set)")
            try custodian.close()
        }
    }

    @Test func aReplacedDocumentIsDeletedByItsAuthor() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let (actor, shelf) = (try People.doctor(), Shelf())
        try await house.deposit(custodian, [[]], by: actor, for: person, on: shelf)
        try await house.replace(custodian, 0, by: actor, for: person, on: shelf)
        let visit = try await house.admit(custodian, actor, for: person)
        try await house.change(custodian, .delete, 0, visit, person.reference, on: shelf)
        #expect(await shelf.rows.map(\.entry.status) == [.deleted, .approved])
        try custodian.close()
    }

    /// CSP R1111-36: suspended for a fraud, a record has a holder who reads what was done and may close it.
    @Test func theHolderOfASuspendedRecordComesIn() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let ins = try #require(QualifiedINS(person.ins, in: .rehearsal))
        try await house.represent(custodian, person, 40, .representation, limits: .noWishes)
        try await custodian.suspend(ins, reason: "fraude")
        let holder = try await house.holder(custodian, try await house.session(custodian, person))
        #expect(try await custodian.history(holder, of: nil).events.contains { $0.act == .suspend })
        await #expect(throws: CustodyError.self) { try await custodian.list(holder, of: nil) }
        // Whoever acts for him and may not close it has nothing to do there.
        await #expect(throws: CustodyError.self) { try await house.relative(custodian, 40) }
        try await custodian.closeOwn(secret: House.secret, erasing: false, holder)
        await #expect(throws: CustodyError.self) { try await house.session(custodian, person) }
        try custodian.close()
    }
}
