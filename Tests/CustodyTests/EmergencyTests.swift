import AccessRules
import HealthRecord
import Testing

@testable import Custody

/// Emergencies: told at once, counted, boxed in time, justified afterwards (CSP L1111-17 I; R1111-48).
@Suite struct EmergencyTests {
    private static let reason = AccessMode.breakGlass(reason: "Personne inconsciente")

    private func read(
        _ house: House,
        _ custodian: Custodian,
        _ actor: CareActor,
        _ person: Person,
        _ mode: AccessMode = reason
    ) async throws {
        let visit = try await house.admit(custodian, actor, for: person, mode: mode)
        _ = try await custodian.list(visit, of: person.reference)
    }

    private func told(_ house: House) async throws -> Int {
        try await house.news.count { if case .emergencyAccess = $0.notice { true } else { false } }
    }

    @Test func oneOpeningIsToldOnceAndTheNextAfterItsTimeAgain() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let doctor = try People.doctor()
        try await read(house, custodian, doctor, person)
        try await read(house, custodian, doctor, person)
        #expect(try await told(house) == 1)
        house.pass(240 * 60)
        // The box has ended: the same words, however they are spelled, open nothing more; others open anew.
        for words in ["Personne inconsciente", " personne  inconsciente."] {
            let again = AccessMode.breakGlass(reason: words)
            await #expect(throws: CustodyError.self) { try await read(house, custodian, doctor, person, again) }
        }
        #expect(try await told(house) == 1)
        let other = AccessMode.breakGlass(reason: "Arrêt cardiaque")
        try await read(house, custodian, doctor, person, other)
        #expect(try await told(house) == 2)
        let count = try await custodian.emergencyCount(try await house.admit(custodian, doctor))
        #expect(count == 2)
        let chain = try await custodian.chain(of: person.record).filter { $0.act == .list && $0.outcome == .permitted }
        #expect(chain.map(\.mode) == [Self.reason, Self.reason, other])
        #expect(Set(chain.compactMap { $0.details["emergency"] }).count == 2)
        let refused = try await custodian.chain(of: person.record).filter { $0.outcome == .refused }
        #expect(Set(refused.map(\.rule)) == ["mode.timeBoxEnded"])
        // A day later the same words are another emergency's.
        house.pass(2 * 86_400)
        try await read(house, custodian, doctor, person)
        #expect(try await told(house) == 3)
        try custodian.close()
    }

    /// § 3.4.
    @Test func theTreatingPhysicianHearsOfItAndTheOneWhoBrokeTheGlassJustifiesIt() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let (doctor, gp) = (try People.doctor(1), try People.doctor(2, structure: 2))
        let visit = try await house.admit(custodian, gp, for: person)
        _ = try await custodian.setAuthorisation(.add(asTreatingPhysician: true), visit, of: person.reference)
        try await read(house, custodian, doctor, person)
        let heard = try await custodian.careNotices(try await house.admit(custodian, gp))
        guard case .patientEmergency(let id, let name) = try #require(heard.first).matter else {
            Issue.record("not told")
            return
        }
        #expect(name == doctor.name && heard.first?.identifiers == [person.ins])
        try await custodian.dismissCareNotice(try #require(heard.first).id, try await house.admit(custodian, gp))
        #expect(try await custodian.careNotices(try await house.admit(custodian, gp)).isEmpty)

        let asked = try await custodian.careNotices(try await house.admit(custodian, doctor))
        #expect(asked.map(\.matter) == [.justificationAsked(id)])
        await #expect(throws: CustodyError.conflict("unknown")) {
            try await custodian.justifyEmergency(
                id,
                "Ce n'était pas moi.",
                try await house.admit(custodian, gp, for: person),
                of: person.reference
            )
        }
        try await custodian.justifyEmergency(
            id,
            "Chute, coma, personne pour répondre.",
            try await house.admit(custodian, doctor, for: person),
            of: person.reference
        )
        #expect(try await custodian.careNotices(try await house.admit(custodian, doctor)).isEmpty)
        let holder = try await house.holder(custodian, try await house.session(custodian, person))
        let shown = try await custodian.emergencies(holder, of: nil)
        #expect(shown.map(\.justification) == ["Chute, coma, personne pour répondre."])
        try custodian.close()
    }

    /// § 3.4: before he justifies it, whoever broke the glass reads again why, and how much he read; nobody else does, and he
    /// no more once it is done.
    @Test func whoeverBrokeTheGlassReadsAgainWhatHeDidInIt() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let (author, doctor) = (try People.doctor(1), try People.doctor(2, structure: 2))
        let shelf = Shelf()
        try await house.deposit(custodian, [[], [], []], by: author, for: person, on: shelf)
        let shown = try await shelf.allShown()
        for rows in [shown, Array(shown.prefix(1))] {
            let visit = try await house.admit(custodian, doctor, for: person, mode: Self.reason)
            _ = try await custodian.release(rows, visit, of: person.reference)
        }
        let asked = try await custodian.careNotices(try await house.admit(custodian, doctor))
        guard case .justificationAsked(let id) = try #require(asked.first).matter else {
            Issue.record("not asked")
            return
        }
        func review(_ actor: CareActor) async throws -> EmergencyReview {
            let visit = try await house.admit(custodian, actor, for: person)
            return try await custodian.reviewEmergency(id, visit, of: person.reference)
        }
        let found = try await review(doctor)
        // Twice the same one is one document.
        #expect(found.access.id == id && found.access.mode == Self.reason && found.documentsRead == 3)
        let trace = try #require(try await custodian.chain(of: person.record).last)
        #expect(trace.act == .reviewEmergency && trace.outcome == .permitted && trace.mode == .normal)
        await #expect(throws: CustodyError.conflict("unknown")) { _ = try await review(author) }
        let visit = try await house.admit(custodian, doctor, for: person)
        try await custodian.justifyEmergency(id, "Chute et coma.", visit, of: person.reference)
        await #expect(throws: CustodyError.conflict("unchanged")) { _ = try await review(doctor) }
        try custodian.close()
    }

    /// § 3.4: who has been refused since justifies what he did all the same, and the trace says what was decided: it is no
    /// look into the history, which stays closed to him.
    @Test func whoIsRefusedSinceStillReadsWhatHeHasToJustify() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let doctor = try People.doctor(2, structure: 2)
        try await read(house, custodian, doctor, person)
        let asked = try await custodian.careNotices(try await house.admit(custodian, doctor))
        guard case .justificationAsked(let id) = try #require(asked.first).matter else {
            Issue.record("not asked")
            return
        }
        let holder = try await house.holder(custodian, try await house.session(custodian, person))
        let block = Block(
            subject: doctor.subject,
            name: doctor.name,
            profession: doctor.profession,
            since: house.now
        )
        _ = try await custodian.carryOut(.block(block), holder)
        let visit = try await house.admit(custodian, doctor, for: person)
        #expect(try await custodian.reviewEmergency(id, visit, of: person.reference).access.mode == Self.reason)
        let trace = try #require(try await custodian.chain(of: person.record).last)
        #expect(trace.act == .reviewEmergency && TracedDecision(trace, in: custodian.rules) == .same)
        let again = try await house.admit(custodian, doctor, for: person)
        await #expect(throws: CustodyError.self) { _ = try await custodian.history(again, of: person.reference) }
        let last = try await house.admit(custodian, doctor, for: person)
        try await custodian.justifyEmergency(id, "Chute et coma.", last, of: person.reference)
        try custodian.close()
    }

    /// R1111-48: at once and electronically, where the directory knows a safe way to him; never whose record it is.
    @Test func theTreatingPhysicianIsWrittenToAtOnce() async throws {
        let house = try House()
        let (doctor, gp, unknown) = (try People.doctor(1), try People.doctor(2, structure: 2), try People.doctor(3))
        let mailbox = try #require(SecureMailbox("cabinet@sante.mssante.example"))
        let contact = CareContact(name: gp.name, mailbox: mailbox)
        let custodian = try house.open(edit: { settings in
            settings.careContact = { person in person == gp.person ? contact : nil }
        })
        let person = try await house.person(custodian)
        for one in [unknown, gp] {
            let visit = try await house.admit(custodian, one, for: person)
            _ = try await custodian.setAuthorisation(.add(asTreatingPhysician: true), visit, of: person.reference)
        }
        func written() async throws -> [OutgoingNotice] {
            try await house.news.filter { $0.channel == .email("cabinet@sante.mssante.example") }
        }
        // One who breaks the glass himself is not told of it.
        try await read(house, custodian, gp, person)
        #expect(try await written().isEmpty)
        try await read(house, custodian, doctor, person)
        let messages = try await written()
        let message = try #require(messages.first)
        #expect(messages.count == 1 && message.recipient == gp.name && message.ins == nil)
        #expect(message.notice == .patientEmergency(by: doctor.name, at: house.now))
        try custodian.close()
    }

    /// R1111-48: each access in an emergency; administrative data show who somebody is and where he lives.
    @Test func administrativeDataReadInAnEmergencyOpenOne() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let doctor = try People.doctor()
        let visit = try await house.admit(custodian, doctor, for: person, mode: Self.reason)
        _ = try await custodian.testExistence(visit, of: person.reference)
        #expect(try await told(house) == 0)
        _ = try await custodian.administrativeData(visit, of: person.reference)
        #expect(try await told(house) == 1)
        #expect(try await custodian.emergencyCount(try await house.admit(custodian, doctor)) == 1)
        try custodian.close()
    }

    @Test func aRefusedBreakingOpensAndTellsNothing() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        let holder = try await house.holder(custodian, try await house.session(custodian, person))
        _ = try await custodian.carryOut(.emergency(EmergencyWishes(refusesBreakGlass: true)), holder)
        let doctor = try People.doctor()
        await #expect(throws: CustodyError.self) { try await read(house, custodian, doctor, person) }
        #expect(try await told(house) == 0)
        #expect(try await custodian.emergencyCount(try await house.admit(custodian, doctor)) == 0)
        try custodian.close()
    }
}
