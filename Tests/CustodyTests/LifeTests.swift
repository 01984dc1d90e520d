import AccessRules
import Foundation
import GRDB
import HealthRecord
import Sealing
import Testing
import TraceTree

@testable import Custody

/// The life of a record (reference: access-and-lifecycle § 4).
@Suite struct LifeTests {
    private let day: Int64 = 86_400

    private func qualified(_ person: Person) throws -> QualifiedINS {
        try #require(QualifiedINS(person.ins, in: .rehearsal))
    }

    private func state(_ custodian: Custodian, _ person: Person) async throws -> RecordState {
        try #require(try await custodian.contextAfterCommit(of: person.record)).policy.state
    }

    /// Comes back to a closed record.
    private func comeBack(_ house: House, _ custodian: Custodian, _ person: Person, _ choice: ReturnChoice) async throws
    {
        let challenge = try await custodian.beginReturn(
            identifier: .matricule(person.ins),
            secret: House.secret,
            preferring: nil
        )
        try await custodian.completeReturn(token: challenge.token, code: try house.lastCode(), choice)
    }

    @Test func whoClosesARecordCanComeBackToIt() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let token = try await house.session(custodian, person)
        await #expect(throws: CustodyError.notAccepted) {
            try await custodian.closeOwn(
                secret: "pas le bon secret",
                erasing: false,
                try await house.holder(custodian, token)
            )
        }
        try await custodian.closeOwn(
            secret: House.secret,
            erasing: false,
            try await house.holder(custodian, token)
        )
        await #expect(throws: CustodyError.notAdmitted) { try await house.holder(custodian, token) }
        await #expect(throws: CustodyError.notAccepted) { try await house.session(custodian, person) }
        try await comeBack(house, custodian, person, .reopen)
        #expect(try await state(custodian, person) == .open(internet: .active))
        _ = try await house.session(custodian, person)
        let acts = try await custodian.chain(of: person.record).filter { $0.outcome == .permitted }.map(\.act)
        #expect(acts.filter { $0 == .close || $0 == .reopen } == [.close, .reopen])
        try custodian.close()
    }

    @Test func anErasureWaitsAndAReopeningCancelsIt() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let token = try await house.session(custodian, person)
        try await custodian.closeOwn(
            secret: House.secret,
            erasing: true,
            try await house.holder(custodian, token)
        )
        house.pass(29 * day)
        #expect(try await house.bringTime(custodian).isEmpty)
        try await comeBack(house, custodian, person, .reopen)
        house.pass(80 * day)
        #expect(try await house.bringTime(custodian).isEmpty)
        #expect(try await state(custodian, person) == .open(internet: .active))
        let file = try #require(try await custodian.contextAfterCommit(of: person.record)).file
        guard case .cancelled = try #require(file.requests.first).standing else {
            Issue.record("the request still stands")
            return
        }
        try custodian.close()
    }

    @Test func anErasureAskedForIsDoneWithinThreeMonthsAndLeavesAStone() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let token = try await house.session(custodian, person)
        try await custodian.closeOwn(
            secret: House.secret,
            erasing: true,
            try await house.holder(custodian, token)
        )
        house.pass(31 * day)
        #expect(try await house.bringTime(custodian) == [.purge(record: person.record)])
        // Until the host confirms, the task stands; the custodian itself does nothing twice.
        #expect(try await custodian.timeBrings(limit: 10).tasks == [.purge(record: person.record)])
        try await custodian.confirmPurge(of: person.record)
        #expect(try await custodian.timeBrings(limit: 10).tasks.isEmpty)
        try await expectGone(house, custodian, person, rule: "destruction.onRequest")
        try custodian.close()
    }

    /// § 5.
    @Test func tenYearsAfterItsClosingARecordIsDestroyed() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        try await custodian.close(person.record, reason: .death)
        // What the register of incidents says of the record goes with it.
        let incident = house.requestID()
        let facts = IncidentFacts(
            known: house.now,
            natures: [.availability],
            touched: "essai",
            risk: .high,
            gravity: .ordinary
        )
        try await custodian.declareIncident(facts, as: incident)
        try await custodian.tellOfIncident(incident, to: [try qualified(person)], words: "essai")
        house.pass(3651 * day)
        #expect(try await house.bringTime(custodian).isEmpty)
        house.pass(3 * day)
        #expect(try await house.bringTime(custodian) == [.purge(record: person.record)])
        try await expectGone(house, custodian, person, rule: "destruction.afterRetention")
        #expect(try await house.news.contains { if case .recordDestroyed = $0.notice { true } else { false } })
        // The matricule is free for a record of its own.
        _ = try await house.person(custodian)
        try custodian.close()
    }

    /// No table names the record but the stone, and the stone's event is in the log.
    private func expectGone(_ house: House, _ custodian: Custodian, _ person: Person, rule: String) async throws {
        #expect(try await custodian.contextAfterCommit(of: person.record) == nil)
        let name = Data(person.record.bytes)
        let left = try await custodian.ledger.read { database in
            try String.fetchAll(
                database,
                sql: "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%record_id%'"
            ).filter { table in
                try Int.fetchOne(
                    database,
                    sql: "SELECT COUNT(*) FROM \"\(table)\" WHERE record_id = ?",
                    arguments: [name]
                ) ?? 0 > 0
            }
        }
        #expect(left == ["tombstone"])
        let stone = try #require(try await custodian.tombstone(of: person.record))
        let event = try TraceEvent.decode(stone.event).event
        #expect(event.act == .destroy && event.rule == rule && event.actor == .system("calendar"))
        let commitment = try TraceCommitment(event: stone.event, salt: stone.salt)
        let logged = try await custodian.ledger.read { database in
            try Data.fetchOne(
                database,
                sql: "SELECT commitment FROM log_entry WHERE log_index = ?",
                arguments: [Int64(stone.logIndex) + 1]
            )
        }
        #expect(logged == Data(commitment.bytes))
        await #expect(throws: CustodyError.notAccepted) { try await house.session(custodian, person) }
    }

    @Test func aSuspendedRecordClosesAfterSixWeeks() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        try await custodian.suspend(try qualified(person), reason: "fraude")
        house.pass(41 * day)
        try await house.bringTime(custodian)
        #expect(try await !state(custodian, person).isClosed)
        house.pass(2 * day)
        try await house.bringTime(custodian)
        guard case .closed(_, .authority) = try await state(custodian, person) else {
            Issue.record("not closed")
            return
        }
        // Whoever lifts a suspension in time finds the record as it was.
        let other = try await house.person(custodian, 2)
        try await custodian.suspend(try qualified(other), reason: "panne")
        try await custodian.liftSuspension(try qualified(other))
        _ = try await house.session(custodian, other)
        try custodian.close()
    }

    /// § 1.1, CSP L1110-4, L1111-18.
    @Test func heirsAreHeardAndNeverServedByThemselves() async throws {
        let house = try House()
        let custodian = try house.open()
        #expect(HeirPurpose.allCases.count == 3)
        let asked = HeirPurpose.allCases.map { ($0, false) } + [(.memory, true)]
        for (index, (purpose, refuses)) in asked.enumerated() {
            let claim = HeirClaim(name: PersonName(family: "Essai", given: "Enfant"), tie: "fille", purpose: purpose)
            let person = try await house.person(custodian, index + 1)
            await #expect(throws: CustodyError.conflict("state")) {
                try await custodian.heirClaim(claim, of: try qualified(person))
            }
            let holder = try await house.holder(custodian, try await house.session(custodian, person))
            _ = try await custodian.carryOut(.refuseHeirs(refuses), holder)
            try await custodian.close(person.record, reason: .death)
            _ = try await custodian.heirClaim(claim, of: try qualified(person))
            let file = try #require(try await custodian.contextAfterCommit(of: person.record)).file
            #expect(file.requests.map(\.standing) == [refuses ? .refused(at: house.now) : .pending])
        }
        try custodian.close()
    }

    /// § 3.1, CSP R1111-28.
    @Test func silenceForSixWeeksOpensARecordAndAnObjectionDoesNot() async throws {
        let house = try House()
        let custodian = try house.open()
        for number in [1, 2] {
            try await custodian.announce(Invitation(ins: try People.ins(number), traits: try People.traits()))
        }
        let codes = house.notices.compactMap { sent -> String? in
            if case .openingAnnounced(let code, _) = sent.notice { code } else { nil }
        }
        await #expect(throws: CustodyError.notAccepted) {
            try await custodian.oppose(
                ins: try People.qualified(2),
                code: codes[0],
                birthDate: try People.traits().birthDate
            )
        }
        let proof = try await custodian.oppose(
            ins: try People.qualified(2),
            code: codes[1],
            birthDate: try People.traits().birthDate
        )
        #expect(try custodian.isGenuine(proof))
        #expect(try !custodian.isGenuine(OppositionProof(ins: try People.ins(1), at: proof.at, code: proof.code)))
        house.pass(41 * day)
        #expect(try await custodian.timeBrings(limit: 10).tasks.isEmpty)
        house.pass(2 * day)
        let tag = try custodian.tag(of: try People.qualified(1))
        #expect(try await custodian.timeBrings(limit: 10).tasks == [.open(announced: tag)])
        _ = try #require(try await custodian.prepareAnnounced(tag))
        try await custodian.commitAnnounced(tag)
        #expect(try await custodian.timeBrings(limit: 10).tasks.isEmpty)
        try await house.activateOpened(custodian, try People.request(1, code: try house.lastCode()))
        _ = try await house.session(
            custodian,
            Person(
                ins: try People.ins(1),
                reference: RecordReference(
                    record: try await custodian.record(of: try People.qualified(1)),
                    tag: tag,
                    bindCode: []
                )
            )
        )
        // Whoever has objected is not asked again.
        try await custodian.announce(Invitation(ins: try People.ins(2), traits: try People.traits()))
        #expect(house.notices.count(where: { if case .openingAnnounced = $0.notice { true } else { false } }) == 2)
        try custodian.close()
    }

    /// § 10.
    @Test func aRecordPassesToAnotherSetOnPurposeAndFromThenOn() async throws {
        let house = try House()
        let custodian = try house.open { $0.policySet = "era2011" }
        let person = try await house.person(custodian)
        let holder = try await house.holder(custodian, try await house.session(custodian, person))
        _ = try await custodian.list(holder, of: nil)
        await #expect(throws: CustodyError.conflict("unknownSet")) {
            try await custodian.migrate(try qualified(person), to: "era1999")
        }
        try await custodian.migrate(try qualified(person), to: "mes2026")
        _ = try await custodian.list(holder, of: nil)
        let chain = try await custodian.chain(of: person.record)
        let policies = chain.filter { $0.act == .list }.map(\.policy)
        #expect(policies.map { String($0.prefix(7)) } == ["era2011", "mes2026"])
        let migration = try #require(chain.first { $0.act == .migrate })
        #expect(migration.policy.hasPrefix("era2011@") && migration.details["to"]?.hasPrefix("mes2026@") == true)
        try custodian.close()
    }

    /// § 7.1.
    @Test func aDuplicateIsJoinedAndPartedAgain() async throws {
        let house = try House()
        let custodian = try house.open()
        let kept = try await house.person(custodian, 1)
        let duplicate = try await house.person(custodian, 2)
        let moved = try await custodian.merge(try qualified(duplicate), into: try qualified(kept))
        #expect(moved.map(\.reference.record) == [kept.record])
        #expect(try await custodian.record(of: try qualified(duplicate)) == kept.record)
        #expect(try await state(custodian, duplicate).isClosed)
        let back = try await custodian.undoMerge(try qualified(duplicate))
        #expect(back.map(\.reference.record) == [duplicate.record])
        #expect(try await state(custodian, duplicate) == .open(internet: .active))
        _ = try await house.session(custodian, duplicate)
        for person in [kept, duplicate] {
            #expect(try await custodian.chain(of: person.record).count(where: { $0.act == .merge }) == 2)
        }
        try custodian.close()
    }

    /// § 7.1, CSP L1111-19: what the holder refused on the duplicate holds on the record that stays, until it is parted again;
    /// a leave is not carried, and what the holder changes meanwhile stays.
    @Test func whatWasRefusedOnADuplicateHoldsAfterTheJoin() async throws {
        let house = try House()
        let custodian = try house.open()
        let kept = try await house.person(custodian, 1)
        let duplicate = try await house.person(custodian, 2)
        let (banned, other, later) = (
            try People.doctor(1), try People.doctor(2, structure: 2), try People.doctor(3, structure: 3)
        )
        let first = try await house.holder(custodian, try await house.session(custodian, kept))
        let second = try await house.holder(custodian, try await house.session(custodian, duplicate))
        _ = try await custodian.carryOut(.authorise(People.leave(banned)), first)
        _ = try await custodian.carryOut(.block(People.block(banned)), second)
        _ = try await custodian.carryOut(.authorise(People.leave(other)), second)
        let wishes = EmergencyWishes(refusesBreakGlass: true)
        _ = try await custodian.carryOut(.emergency(wishes), second)
        let before = try #require(try await custodian.contextAfterCommit(of: kept.record)).policy
        _ = try await custodian.merge(try qualified(duplicate), into: try qualified(kept))
        let joined = try #require(try await custodian.contextAfterCommit(of: kept.record)).policy
        #expect(joined.blocks.map(\.subject) == [banned.subject] && joined.authorisations.isEmpty)
        #expect(joined.emergency == wishes)
        let refused = try await house.admit(custodian, banned, for: kept)
        await #expect(throws: CustodyError.self) { try await custodian.list(refused, of: kept.reference) }
        // Meanwhile the holder blocks somebody else: that is his own.
        _ = try await custodian.carryOut(.block(People.block(later)), first)
        _ = try await custodian.undoMerge(try qualified(duplicate))
        let parted = try #require(try await custodian.contextAfterCommit(of: kept.record)).policy
        #expect(parted.blocks.map(\.subject) == [later.subject])
        #expect(parted.authorisations == before.authorisations && parted.emergency == before.emergency)
        let back = try #require(try await custodian.contextAfterCommit(of: duplicate.record)).policy
        #expect(back.blocks.map(\.subject) == [banned.subject] && back.emergency == wishes)
        #expect(back.authorisations.map(\.subject) == [other.subject])
        try custodian.close()
    }

    @Test func twinsOfTwoBirthDaysAreNeverOnePerson() async throws {
        let house = try House()
        let custodian = try house.open()
        let one = try await house.person(custodian, 1)
        let other = try await house.person(custodian, 2, born: CalendarDate(year: 1970, month: 5, day: 2))
        await #expect(throws: CustodyError.conflict("birthDate")) {
            try await custodian.merge(try qualified(other), into: try qualified(one))
        }
        try custodian.close()
    }

    /// § 4: twins share a day of birth and a family name; whoever joins two records says himself by what they differ.
    @Test func twinsOfOneBirthDayAreNotJoinedUnseen() async throws {
        let house = try House()
        let custodian = try house.open()
        var base = try People.traits()
        base.birthPlaceCode = "21231"
        let one = try await house.person(custodian, 1, traits: base)
        let differences: [(number: Int, word: String, named: Set<StrictTrait>, edit: (inout PatientTraits) -> Void)] = [
            (2, "differs.givenNames", [.givenNames], { $0.birthGivenNames = ["Camille"] }),
            (6, "differs.givenNames", [.givenNames], { $0.birthGivenNames.append("Claire") }),
            (3, "differs.familyName", [.familyName], { $0.birthFamilyName = "Autre" }),
            (4, "differs.sex", [.sex], { $0.sex = $0.sex == .female ? .male : .female }),
            (
                5, "differs.birthPlace+givenNames", [.birthPlace, .givenNames],
                { traits in
                    traits.birthGivenNames = ["Camille"]
                    traits.birthPlaceCode = "75056"
                }
            ),
        ]
        for (number, word, named, edit) in differences {
            var traits = base
            edit(&traits)
            let twin = try await house.person(custodian, number, traits: traits)
            let wrong: [Set<StrictTrait>] = [[], [.unknown], Set(StrictTrait.allCases)]
            for stated in wrong {
                await #expect(throws: CustodyError.conflict(word), "\(number)") {
                    try await custodian.checkJoin(try qualified(twin), into: try qualified(one), differing: stated)
                }
                await #expect(throws: CustodyError.conflict(word), "\(number)") {
                    try await custodian.merge(try qualified(twin), into: try qualified(one), differing: stated)
                }
            }
            #expect(try await custodian.record(of: try qualified(twin)) == twin.record)
            _ = try await custodian.merge(try qualified(twin), into: try qualified(one), differing: named)
            let event = try #require(try await custodian.chain(of: twin.record).last { $0.act == .merge })
            #expect(event.details["differs"] == named.map(\.rawValue).sorted().joined(separator: " "))
        }
        try custodian.close()
    }

    /// § 4: with every trait alike they stay two people, each under his matricule, until somebody says otherwise.
    @Test func peopleAlikeInEveryTraitStayApartByTheirMatricules() async throws {
        let house = try House()
        let custodian = try house.open()
        let (one, other) = (try await house.person(custodian, 1), try await house.person(custodian, 2))
        #expect(one.record != other.record)
        for person in [one, other] {
            #expect(try await custodian.record(of: try qualified(person)) == person.record)
            _ = try await house.session(custodian, person)
        }
        // To name a difference that is none is as wrong as to name none that is one.
        await #expect(throws: CustodyError.conflict("differs.nothing")) {
            try await custodian.merge(try qualified(other), into: try qualified(one), differing: [.givenNames])
        }
        #expect(!OperatorVerb.merge.secondRoles.isEmpty)
        try custodian.close()
    }

    /// § 7.1.
    @Test func aMatriculeLinkedByErrorIsTakenBack() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        await #expect(throws: CustodyError.conflict("last")) {
            try await custodian.removeIdentifier(try qualified(person))
        }
        _ = try await custodian.addIdentifier(try People.qualified(9), to: person.record)
        _ = try await custodian.removeIdentifier(try People.qualified(9))
        await #expect(throws: CustodyError.recordMismatch) {
            try await custodian.record(of: try People.qualified(9))
        }
        try custodian.close()
    }

    @Test func theCalendarDoesNothingTwiceWhateverMomentItIsStoppedAt() async throws {
        let house = try House()
        let rules = try House.rules("authorisation.sessionTerm", "PT2M")
        var custodian = try house.open(rules: rules) { $0.policySet = "essai" }
        var people: [Person] = []
        for number in 1...7 {
            let person = try await house.person(custodian, number)
            people.append(person)
            // Of different doctors: one who takes neighbours one after the other walks along the register.
            let visit = try await house.admit(custodian, try People.doctor(number), for: person)
            _ = try await custodian.setAuthorisation(.add(asTreatingPhysician: false), visit, of: person.reference)
        }
        house.pass(120)
        // Two acts, then the process ends; the next one takes up what is left.
        #expect(try await custodian.timeBrings(limit: 2).acts == 2)
        try custodian.close()
        custodian = try house.open(rules: rules)
        try await house.bringTime(custodian)
        #expect(try await custodian.timeBrings(limit: 10).acts == 0)
        for person in people {
            let chain = try await custodian.chain(of: person.record)
            #expect(chain.count(where: { $0.act == .expire }) == 1)
        }
        try custodian.close()
    }
}
