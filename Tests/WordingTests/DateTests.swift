import HealthRecord
import Testing
import Wording

@Suite struct DateTests {
    @Test func momentsAreToldInFrenchTime() {
        // 2026-03-12T13:30Z is half past two in Paris, in winter time.
        #expect(DateText.moment(Samples.moment).french == "12\u{A0}mars\u{A0}2026 à 14\u{A0}h\u{A0}30")
        #expect(DateText.moment(Samples.moment).english == "12\u{A0}March\u{A0}2026 at 14:30")
    }

    @Test(arguments: [
        // Directive 2000/84/EC: the change is at 01:00 UTC on the last Sundays of March and October.
        ((2026, 3, 29, 0, 59, 59), "1\u{A0}h\u{A0}59"), ((2026, 3, 29, 1, 0, 0), "3\u{A0}h"),
        ((2026, 10, 25, 0, 59, 59), "2\u{A0}h\u{A0}59"), ((2026, 10, 25, 1, 0, 0), "2\u{A0}h"),
        ((2026, 7, 14, 22, 5, 0), "0\u{A0}h\u{A0}05"),
    ])
    func summerTimeBeginsAndEndsOnItsSunday(utc: (Int, Int, Int, Int, Int, Int), paris: String) throws {
        let instant = try #require(
            Instant(year: utc.0, month: utc.1, day: utc.2, hour: utc.3, minute: utc.4, second: utc.5)
        )
        #expect(DateText.time(instant).french == paris)
    }

    @Test(arguments: [
        // A day ends at 22:00 UTC in summer and at 23:00 in winter; where no hour is told, it is the day that is written.
        ("20260714215959", "2026-07-14"), ("20260714220000", "2026-07-15"), ("20260715000000+0200", "2026-07-15"),
        ("20260214225959", "2026-02-14"), ("20260214230000", "2026-02-15"), ("2026021423", "2026-02-15"),
        ("20260714", "2026-07-14"), ("20260215", "2026-02-15"), ("202602", "2026-02-01"),
    ])
    func aTimeStampNamesADayInFrance(text: String, day: String) throws {
        #expect(DateText.day(of: try #require(HL7Time(text))).iso8601 == day)
    }

    @Test func theFirstOfAMonthIsOrdinal() throws {
        let date = try #require(CalendarDate(year: 2026, month: 4, day: 1))
        #expect(DateText.date(date).french == "1er\u{A0}avril\u{A0}2026")
        #expect(DateText.date(date).english == "1\u{A0}April\u{A0}2026")
        #expect(DateText.short(date) == "01/04/2026")
    }

    @Test(arguments: [Int64.min, Int64.max, 0]) func extremeMomentsHaveADate(milliseconds: Int64) {
        #expect(!DateText.moment(Instant(milliseconds: milliseconds)).french.isEmpty)
    }

    @Test(arguments: [
        (-1000, "-1\u{202F}000\u{A0}documents"), (0, "0\u{A0}document"), (1, "1\u{A0}document"),
        (2, "2\u{A0}documents"), (999, "999\u{A0}documents"), (12_345, "12\u{202F}345\u{A0}documents"),
        (1_234_567, "1\u{202F}234\u{202F}567\u{A0}documents"),
    ])
    func countsAgreeInFrench(value: Int, text: String) { #expect(CountText.documents(value).french == text) }

    @Test func countsAgreeInEnglish() {
        #expect(CountText.documents(0).english == "0\u{A0}documents")
        #expect(CountText.documents(1).english == "1\u{A0}document")
        #expect(CountText.minutes(12_345).english == "12,345\u{A0}minutes")
        #expect(CountText.number(.min).english.hasPrefix("-9,223"))
    }

    @Test(arguments: [
        ("", ""), ("A", "A"), ("ABCD", "ABCD"), ("ABCDE", "ABC DE"), ("123456", "123 456"),
        ("abcdefghjkm", "ABCD EFGH JKM"),
        ("ABCDE-FGHJK", "ABCD EFG HJK"), ("ABCDEFGHJKMN", "ABCD EFGH JKMN"),
    ])
    func codesAreCutIntoEvenGroups(code: String, groups: String) { #expect(CodeGroups.grouped(code) == groups) }
}
