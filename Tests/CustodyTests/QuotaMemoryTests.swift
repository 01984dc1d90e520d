import DurableSQL
import GRDB
import HealthRecord
import Sealing
import Testing

@testable import Custody

/// What quotas have counted outlives a restart: nobody looks into more records by one (security design § 5.4).
@Suite struct QuotaMemoryTests {
    private let start = House.start
    private let index = BlindIndexKey(bytes: [UInt8](repeating: 7, count: 32))

    private func tag(_ number: UInt8) throws -> BlindTag {
        try #require(BlindTag(bytes: [UInt8](repeating: number, count: 32)))
    }

    private func settings() -> QuotaSettings {
        var settings = QuotaSettings()
        settings.professional = ReadingQuota(hourly: 3, daily: 3)
        settings.searching = ReadingQuota(hourly: 4, daily: 4)
        settings.presencesOfOne = ReadingQuota(hourly: 1, daily: 1)
        return settings
    }

    @Test func aBookMadeOfNotesAnswersAsTheOneThatWroteThem() throws {
        let index = try #require(index)
        let doctor = try People.doctor()
        let first = QuotaBook(settings(), index: index)
        for number in UInt8(1)...3 {
            let ins = try People.ins(Int(number) * 9)
            _ = try first.lookUp(try tag(number), ins, by: doctor, mode: .normal, now: start)
            // Looked up once more, it is noted once.
            _ = try first.lookUp(try tag(number), ins, by: doctor, mode: .normal, now: start)
        }
        try first.note(.persons, showing: 3, by: doctor, now: start)
        #expect(try first.askPresence(try tag(9), by: doctor, now: start) == nil)
        let notes = first.takeNotes()
        #expect(notes.map(\.kind) == [.lookup, .lookup, .lookup, .search, .presence, .search])
        #expect(first.takeNotes().isEmpty)
        let second = QuotaBook(settings(), index: index, notes: notes)
        #expect(second.takeNotes().isEmpty)
        let later = start.advanced(bySeconds: 10)
        for book in [first, second] {
            let fourth = try book.lookUp(try tag(4), try People.ins(77), by: doctor, mode: .normal, now: later)
            #expect(fourth == .exceeded(retryAfter: 3591))
            let known = try book.lookUp(try tag(2), try People.ins(18), by: doctor, mode: .normal, now: later)
            #expect(known == .within)
            #expect(try book.wait(for: .persons, by: doctor, now: later) == 3591)
            #expect(try book.wait(for: .patients, by: doctor, now: later) == nil)
            #expect(try book.askPresence(try tag(9), by: doctor, now: later) == 3591)
        }
    }

    @Test func theWaitOfAWalkIsNotedAsWell() throws {
        let index = try #require(index)
        let doctor = try People.doctor()
        let first = QuotaBook(QuotaSettings(), index: index)
        for number in UInt8(1)...5 {
            _ = try first.lookUp(try tag(number), try People.ins(Int(number)), by: doctor, mode: .normal, now: start)
        }
        let second = QuotaBook(QuotaSettings(), index: index, notes: first.takeNotes())
        func finding(after seconds: Int64) throws -> QuotaBook.Finding {
            let now = start.advanced(bySeconds: seconds)
            return try second.lookUp(try tag(60), try People.ins(600), by: doctor, mode: .normal, now: now)
        }
        #expect(try finding(after: 10) == .exceeded(retryAfter: 3591))
        #expect(try finding(after: 3600) == .within)
    }

    @Test func whatCouldNotBeWrittenIsWrittenFirstTheNextTime() throws {
        let doctor = try People.doctor()
        let book = QuotaBook(settings(), index: try #require(index))
        try book.note(.persons, showing: 0, by: doctor, now: start)
        let first = book.takeNotes()
        try book.note(.patients, showing: 0, by: doctor, now: start)
        book.putBack(first)
        let all = book.takeNotes()
        #expect(all.count == 2 && all.first == first.first)
    }

    @Test func aRestartGivesNobodyAFreshDay() async throws {
        let house = try House()
        let strict: (inout CustodySettings) -> Void = { $0.quotas.professional = ReadingQuota(hourly: 1, daily: 1) }
        let doctor = try People.doctor()
        func test(_ custodian: Custodian, _ patient: INS, _ assertion: String) async throws {
            let admission = try await custodian.admit(
                house.envelope(doctor, patient: patient, assertion: assertion),
                request: house.requestID(),
                node: "app"
            )
            _ = try await custodian.testExistence(admission, of: nil)
        }
        var custodian = try house.open(edit: strict)
        try await test(custodian, try People.ins(1), "a")
        try await custodian.keepQuotas()
        // A second time there is nothing to write.
        try await custodian.keepQuotas()
        let rows = try custodian.ledger.database.read { database in
            try Row.fetchAll(database, sql: "SELECT * FROM quota_note").map { String(describing: $0) }
        }
        #expect(rows.count == 1)
        #expect(rows.allSatisfy { !$0.contains(doctor.person?.text ?? "?") })
        try custodian.close()

        custodian = try house.open(edit: strict)
        await #expect(throws: CustodyError.tooManyAttempts(retryAfter: 3601)) {
            try await test(custodian, try People.ins(70), "b")
        }
        house.pass(86_400)
        try await custodian.forgetExpired()
        let left = try custodian.ledger.database.read { database in
            try Int.fetchOne(database, sql: "SELECT count(*) FROM quota_note")
        }
        #expect(left == 0)
        try await test(custodian, try People.ins(70), "c")
        try custodian.close()
    }
}
