import GRDB
import HealthRecord
import Sealing
import Testing

@testable import Custody

@Suite struct AdmissionTests {
    @Test func anAssertionIsGoodForOneRequest() async throws {
        let house = try House()
        let actor = try People.doctor()
        do {
            let custodian = try house.open()
            let person = try await house.person(custodian)
            let evidence = house.envelope(actor, patient: person.ins, assertion: "once")
            let first = try await custodian.admit(evidence, request: house.requestID(), node: "app")
            let second = try await custodian.admit(evidence, request: house.requestID(), node: "app")
            _ = try await custodian.testExistence(first, of: person.reference)
            // The acts of one request go on together.
            _ = try await custodian.setAuthorisation(.add(asTreatingPhysician: false), first, of: person.reference)
            await #expect(throws: CustodyError.replayed) {
                try await custodian.testExistence(second, of: person.reference)
            }
            // Another envelope of the same assertion is the same assertion.
            let copy = house.envelope(actor, patient: person.ins, assertion: "once")
            let third = try await custodian.admit(copy, request: house.requestID(), node: "app")
            await #expect(throws: CustodyError.replayed) { try await custodian.testExistence(third, of: nil) }
            #expect(try await custodian.chain(of: person.record).count == 4)
            try custodian.close()
            let again = try house.open()
            let fourth = try await again.admit(evidence, request: house.requestID(), node: "app")
            await #expect(throws: CustodyError.replayed) {
                try await again.list(fourth, of: person.reference)
            }
            try again.close()
        }
    }

    @Test func usedAssertionsAreForgottenAfterTheirDay() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let actor = try People.doctor()
        for _ in 0..<3 {
            let visit = try await house.admit(custodian, actor, for: person)
            _ = try await custodian.testExistence(visit, of: person.reference)
        }
        house.pass(86_401)
        let visit = try await house.admit(custodian, actor, for: person)
        _ = try await custodian.testExistence(visit, of: person.reference)
        let kept = try await custodian.ledger.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM assertion_seen") }
        #expect(kept == 1)
        try custodian.close()
    }

    /// A day is remembered to its last second, and no longer.
    @Test(arguments: [(Int64(86_399), true), (86_400, true), (86_401, false)])
    func aUsedAssertionIsRememberedForADay(seconds: Int64, isRemembered: Bool) async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let envelope = house.envelope(try People.doctor(), patient: person.ins, assertion: "once")
        func ask() async throws {
            let visit = try await custodian.admit(envelope, request: house.requestID(), node: "app")
            _ = try await custodian.testExistence(visit, of: person.reference)
        }
        try await ask()
        house.pass(seconds)
        if isRemembered {
            await #expect(throws: CustodyError.replayed) { try await ask() }
        } else {
            try await ask()
        }
        try custodian.close()
    }

    @Test func evidenceThatDoesNotVerifyAdmitsNobody() async throws {
        let house = try House()
        let custodian = try house.open()
        await #expect(throws: CustodyError.self) {
            try await custodian.admit(
                .assertion(envelope: [1], peerCertificate: []),
                request: house.requestID(),
                node: "app"
            )
        }
        let real = INS(try People.ins(1).matricule, root: .nir)
        let envelope = house.envelope(try People.doctor(), patient: real)
        do throws(CustodyError) {
            _ = try await custodian.admit(envelope, request: house.requestID(), node: "app")
            Issue.record("a real matricule was admitted to a rehearsal")
        } catch {
            guard case .evidence(let fault) = error else { throw error }
            #expect(fault.code == "DMPInvalidPatient")
            #expect(!fault.element.contains(real.matricule.text) && !fault.remedy.contains(real.matricule.text))
        }
        try custodian.close()
    }

    @Test func aTokenForOneOpensNobodyElse() async throws {
        let house = try House()
        let custodian = try house.open()
        let (mine, other) = (try await house.person(custodian, 1), try await house.person(custodian, 2))
        let actor = try People.doctor()
        var forged = mine.reference.bindCode
        forged[0] ^= 1
        let references = [
            other.reference,
            RecordReference(record: other.record, tag: mine.reference.tag, bindCode: other.reference.bindCode),
            RecordReference(record: other.record, tag: mine.reference.tag, bindCode: mine.reference.bindCode),
            RecordReference(record: mine.record, tag: mine.reference.tag, bindCode: forged),
            RecordReference(record: mine.record, tag: mine.reference.tag, bindCode: []),
            RecordReference(record: mine.record, tag: other.reference.tag, bindCode: mine.reference.bindCode),
        ]
        let before = try await custodian.chain(of: other.record).count
        for reference in references {
            let visit = try await house.admit(custodian, actor, for: mine)
            await #expect(throws: CustodyError.recordMismatch) { try await custodian.list(visit, of: reference) }
            await #expect(throws: CustodyError.recordMismatch) {
                try await custodian.testExistence(visit, of: reference)
            }
            await #expect(throws: CustodyError.recordMismatch) { try await custodian.state(visit, of: reference) }
            await #expect(throws: CustodyError.recordMismatch) { try await custodian.release([], visit, of: reference) }
        }
        #expect(try await custodian.chain(of: other.record).count == before)
        try custodian.close()
    }

    @Test func aRequestThatHasEndedOpensNothing() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let actor = try People.doctor()
        let left = try await house.admit(custodian, actor, for: person)
        custodian.dismiss(left)
        await #expect(throws: CustodyError.notAdmitted) {
            try await custodian.testExistence(left, of: person.reference)
        }
        let late = try await house.admit(custodian, actor, for: person)
        house.pass(599)
        _ = try await custodian.testExistence(late, of: person.reference)
        house.pass(1)
        await #expect(throws: CustodyError.notAdmitted) {
            try await custodian.testExistence(late, of: person.reference)
        }
        await #expect(throws: CustodyError.notAdmitted) { try await custodian.state(late, of: person.reference) }
        try custodian.close()
    }

    @Test func aNodeThatIsNotRegisteredGetsNoKey() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let evidence = house.envelope(try People.doctor(), patient: person.ins)
        let visit = try await custodian.admit(evidence, request: house.requestID(), node: "elsewhere")
        await #expect(throws: CustodyError.notAdmitted) {
            try await custodian.testExistence(visit, of: person.reference)
        }
        try custodian.close()
    }

    /// § 7.1.
    @Test func aSecondMatriculeLeadsToTheSameRecord() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian, 1)
        let reference = try await custodian.addIdentifier(try People.qualified(7), to: person.record)
        #expect(reference.record == person.record && reference.tag != person.reference.tag)
        let renamed = Person(ins: try People.ins(7), reference: reference)
        let visit = try await house.admit(custodian, try People.doctor(), for: renamed)
        #expect(try await custodian.testExistence(visit, of: reference) != nil)
        _ = try await house.session(custodian, renamed)
        try custodian.close()
    }
}

@Suite struct ExistenceTests {
    private func answer(
        _ custodian: Custodian,
        _ visit: Admission,
        _ reference: RecordReference?
    ) async -> Result<Standing?, CustodyError> {
        do throws(CustodyError) {
            return .success(try await custodian.testExistence(visit, of: reference))
        } catch {
            return .failure(error)
        }
    }

    /// Who is banned hears the same of somebody with a record and of somebody without (§ 1.2, CSP L1111-18).
    @Test(arguments: ["SA11", "SA23", "SA24", "SA44", "SA45", "SA48"])
    func theBannedLearnNothing(sector: String) async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let actor = try People.doctor(sector: sector)
        let known = try await house.admit(custodian, actor, for: person)
        let nobody = try await custodian.admit(
            house.envelope(actor, patient: try People.ins(2)),
            request: house.requestID(),
            node: "app"
        )
        let first = await answer(custodian, known, person.reference)
        let second = await answer(custodian, nobody, nil)
        #expect(first == second)
        guard case .failure(.refused(let refusal)) = first else {
            Issue.record("not refused")
            return
        }
        #expect(refusal.isSilent)
        let last = try #require(try await custodian.chain(of: person.record).last)
        #expect(last.act == .testExistence && last.outcome == .refused && last.actor == .care(actor))
        try custodian.close()
    }

    /// § 3.2.
    @Test func whoMayAskLearnsHisStanding() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let actor = try People.doctor()
        let nobody = try await house.admit(custodian, actor, for: person)
        #expect(try await custodian.testExistence(nobody, of: nil) == nil)
        var visit = try await house.admit(custodian, actor, for: person)
        let standing = try #require(try await custodian.testExistence(visit, of: person.reference))
        #expect(standing.authorisation == .none && !standing.isTreatingPhysician)
        #expect(standing.state == .open(internet: .active))
        let key = try house.node.open(standing.identityKey.message, leafHash: standing.identityKey.leafHash)
        #expect(key.count == 32)
        let holder = try await house.holder(custodian, try await house.session(custodian, person))
        _ = try await custodian.carryOut(.block(People.block(actor)), holder)
        visit = try await house.admit(custodian, actor, for: person)
        #expect(try await custodian.testExistence(visit, of: person.reference)?.authorisation == .blocked)
        try custodian.close()
    }
}
