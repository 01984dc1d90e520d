import HealthRecord
import Sealing
import Testing

@testable import Custody

/// How many records one actor may look into (security design § 5.4).
@Suite struct QuotaTests {
    private let start = House.start

    private func tag(_ number: Int) throws -> BlindTag {
        try #require(BlindTag(bytes: (0..<32).map { UInt8(truncatingIfNeeded: number >> (8 * ($0 % 3))) }))
    }

    /// Far from each other: nobody walks along the register.
    private func stranger(_ number: Int) throws -> INS {
        let body = "1" + String(10 + number * 37 % 90) + "05" + String(10 + number * 53 % 80) + "230"
        return INS(try #require(NIR(body: body + String(100 + number * 191 % 900))), root: .test)
    }

    private func small(_ hourly: Int = 3, _ daily: Int = 5) -> QuotaSettings {
        var settings = QuotaSettings()
        settings.professional = ReadingQuota(hourly: hourly, daily: daily)
        return settings
    }

    private func book(_ settings: QuotaSettings) throws -> QuotaBook {
        QuotaBook(settings, index: try #require(BlindIndexKey(bytes: [UInt8](repeating: 7, count: 32))))
    }

    private func lookUp(
        _ book: QuotaBook,
        _ number: Int,
        by actor: CareActor,
        mode: AccessMode = .normal,
        after seconds: Int64 = 0
    ) throws -> QuotaBook.Finding {
        let now = start.advanced(bySeconds: seconds)
        return try book.lookUp(try tag(number), try stranger(number), by: actor, mode: mode, now: now)
    }

    @Test func theLimitsAreThoseOfTheReference() {
        let settings = QuotaSettings()
        #expect(settings.professional == ReadingQuota(hourly: 60, daily: 300))
        #expect(settings.structure.hourly == 20_000)
        #expect(settings.emergencies == 5)
        #expect(settings.sequence == 5)
    }

    @Test func theLastOfTheHourPassesAndTheNextWaits() throws {
        let book = try book(small())
        let doctor = try People.doctor()
        for number in 1...3 { #expect(try lookUp(book, number, by: doctor, after: Int64(number)) == .within) }
        #expect(try lookUp(book, 4, by: doctor, after: 10) == .exceeded(retryAfter: 3592))
        #expect(try lookUp(book, 4, by: doctor, after: 3601) == .within)
    }

    @Test func theSameRecordIsCountedOnce() throws {
        let book = try book(small())
        let doctor = try People.doctor()
        for _ in 0..<50 { #expect(try lookUp(book, 1, by: doctor) == .within) }
        for number in 2...3 { #expect(try lookUp(book, number, by: doctor) == .within) }
        #expect(try lookUp(book, 4, by: doctor) != .within)
        // What has been counted stays open to who has counted it.
        #expect(try lookUp(book, 2, by: doctor) == .within)
    }

    @Test func theDayHasALimitOfItsOwn() throws {
        let book = try book(small())
        let doctor = try People.doctor()
        for number in 1...5 { #expect(try lookUp(book, number, by: doctor, after: Int64(number) * 4000) == .within) }
        #expect(try lookUp(book, 6, by: doctor, after: 6 * 4000) == .exceeded(retryAfter: 66_401))
        #expect(try lookUp(book, 6, by: doctor, after: 86_400 + 4001) == .within)
    }

    @Test func oneColleagueDoesNotUseUpTheOthers() throws {
        let book = try book(small())
        for number in 1...4 { _ = try lookUp(book, number, by: try People.doctor(1)) }
        #expect(try lookUp(book, 9, by: try People.doctor(2)) == .within)
    }

    @Test func anEmergencyIsNeverKeptWaitingAndTheSixthIsToldOf() throws {
        let book = try book(small())
        let doctor = try People.doctor()
        let glass = AccessMode.breakGlass(reason: "coma")
        for number in 1...5 { #expect(try lookUp(book, number, by: doctor, mode: glass) == .within) }
        #expect(try lookUp(book, 6, by: doctor, mode: glass) == .remarkable)
        for number in 1...50 { #expect(try lookUp(book, number, by: doctor, mode: .regulation) == .within) }
        for number in 51...60 { #expect(try lookUp(book, number, by: doctor, mode: .regulation) == .within) }
        #expect(try lookUp(book, 61, by: doctor, mode: .regulation) == .remarkable)
        // Told once for each record, not for each of its pages.
        #expect(try lookUp(book, 61, by: doctor, mode: .regulation) == .within)
        #expect(try lookUp(book, 6, by: doctor, mode: glass) == .within)
        // And none of it counts against ordinary care.
        #expect(try lookUp(book, 1, by: doctor) == .within)
    }

    @Test func aWalkAlongTheRegisterEndsAtTheFifthStep() throws {
        let book = try book(QuotaSettings())
        let doctor = try People.doctor()
        for number in 1...4 {
            #expect(
                try book.lookUp(try tag(number), try People.ins(number), by: doctor, mode: .normal, now: start)
                    == .within
            )
        }
        let fifth = try book.lookUp(try tag(5), try People.ins(5), by: doctor, mode: .normal, now: start)
        #expect(fifth == .exceeded(retryAfter: 3600))
        let later = start.advanced(bySeconds: 3601)
        #expect(try book.lookUp(try tag(6), try People.ins(60), by: doctor, mode: .normal, now: later) == .within)
    }

    @Test func someoneElseInBetweenIsNoWalk() throws {
        let book = try book(QuotaSettings())
        let doctor = try People.doctor()
        for number in 1...8 {
            let ins = number.isMultiple(of: 4) ? try stranger(number) : try People.ins(number)
            #expect(try book.lookUp(try tag(number), ins, by: doctor, mode: .normal, now: start) == .within)
        }
    }

    @Test func filingIsCountedApartAndGenerously() throws {
        let book = try book(small())
        let doctor = try People.doctor()
        for number in 1...500 {
            #expect(
                try book.lookUp(
                    try tag(number),
                    try stranger(number),
                    by: doctor,
                    mode: .normal,
                    for: .filing,
                    now: start
                ) == .within
            )
        }
        #expect(try lookUp(book, 1, by: doctor) == .within)
        var settings = small()
        settings.filing = ReadingQuota(hourly: 2, daily: 2)
        let strict = try self.book(settings)
        for number in 1...3 {
            let finding = try strict.lookUp(
                try tag(number),
                try stranger(number),
                by: doctor,
                mode: .normal,
                for: .filing,
                now: start
            )
            #expect((finding == .within) == (number < 3))
        }
    }

    @Test func whatIsADayOldIsLetGo() throws {
        var window = LookupWindow()
        for number in 0..<300 {
            _ = window.note(try tag(number), now: start.advanced(bySeconds: Int64(number)))
        }
        #expect(window.count == 300 && window.lastHour(start.advanced(bySeconds: 299)) == 300)
        #expect(window.lastHour(start.advanced(bySeconds: 3600 + 100)) == 199)
        _ = window.note(try tag(1), now: start.advanced(bySeconds: 86_400 + 199))
        #expect(window.count == 101)
        #expect(window.isEmpty(start.advanced(bySeconds: 3 * 86_400)))
    }

    @Test func aRegisterIsAskedSoOften() throws {
        var settings = QuotaSettings()
        settings.searching = ReadingQuota(hourly: 10, daily: 12)
        let book = try book(settings)
        let doctor = try People.doctor()
        func wait(_ seconds: Int64, _ register: QuotaBook.Register = .persons) throws -> Int? {
            try book.wait(for: register, by: doctor, now: start.advanced(bySeconds: seconds))
        }
        try book.note(.persons, showing: 8, by: doctor, now: start)
        #expect(try wait(1) == nil)
        try book.note(.persons, showing: 1, by: doctor, now: start.advanced(bySeconds: 1))
        #expect(try wait(2) == 3599 && wait(2, .patients) == nil)
        #expect(try wait(3601) == nil)
        try book.note(.persons, showing: 0, by: doctor, now: start.advanced(bySeconds: 3601))
        #expect(try wait(3602) == 82_799 && wait(86_401) == nil)
    }

    @Test func whoIsRefusedLearnsNothingOfTheRecord() async throws {
        let house = try House()
        let custodian = try house.open { $0.quotas.professional = ReadingQuota(hourly: 1, daily: 1) }
        let doctor = try People.doctor()
        let person = try await house.person(custodian)
        let first = try await custodian.admit(
            house.envelope(doctor, patient: try stranger(1), assertion: "a"),
            request: house.requestID(),
            node: "app"
        )
        #expect(try await custodian.testExistence(first, of: nil) == nil)
        for (assertion, patient, reference) in [("b", person.ins, person.reference), ("c", try stranger(2), nil)] {
            let admission = try await custodian.admit(
                house.envelope(doctor, patient: patient, assertion: assertion),
                request: house.requestID(),
                node: "app"
            )
            await #expect(throws: CustodyError.tooManyAttempts(retryAfter: 3601)) {
                try await custodian.testExistence(admission, of: reference)
            }
        }
        try custodian.close()
    }
}
