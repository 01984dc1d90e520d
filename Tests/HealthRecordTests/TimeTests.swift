import HealthRecord
import Testing

/// Days, moments, HL7 time stamps.
@Suite struct TimeTests {
    @Test func everyDayOfFourCenturiesReadsBack() throws {
        var previous: CalendarDate?
        for day in -146_100...146_100 {
            let date = CalendarDate(daysSinceEpoch: day)
            #expect(date.daysSinceEpoch == day)
            #expect(CalendarDate(year: date.year, month: date.month, day: date.day) == date)
            if let previous { #expect(previous < date) }
            previous = date
        }
    }

    @Test(arguments: [
        ("1970-01-01", 0), ("2000-02-29", 11_016), ("0001-01-01", -719_162), ("9999-12-31", 2_932_896),
        ("1969-12-31", -1),
    ])
    func knownDays(text: String, days: Int) throws {
        let date = try #require(CalendarDate(text))
        #expect(date.daysSinceEpoch == days && date.iso8601 == text)
        #expect(CalendarDate(date.hl7) == date)
        #expect(try Coding.roundTrip(date) == date)
    }

    @Test func daysBeyondTheScaleAreClamped() {
        #expect(CalendarDate(daysSinceEpoch: .max) == CalendarDate(year: 9999, month: 12, day: 31))
        #expect(CalendarDate(daysSinceEpoch: .min) == CalendarDate(year: 1, month: 1, day: 1))
    }

    @Test(arguments: [
        "", "2026-02-29", "1900-02-29", "2026-13-01", "2026-00-01", "2026-01-00", "2026-04-31", "0000-01-01",
        "2026-1-1",
        "20260101Z", "2026/01/01", "202601-01", "2026-0101", "-20260101-", "2026010-1-", "--20260101", "２０２６0101",
    ])
    func refusesWhatIsNoDay(text: String) { #expect(CalendarDate(text) == nil) }

    @Test func agesTurnOnTheBirthday() throws {
        let birth = try #require(CalendarDate("2008-02-29"))
        for (day, age) in [("2026-02-28", 17), ("2026-03-01", 18), ("2028-02-28", 19), ("2028-02-29", 20)] {
            #expect(birth.age(on: try #require(CalendarDate(day))) == age)
        }
    }

    @Test func momentsReadBack() throws {
        let instant = try #require(Instant(year: 2026, month: 4, day: 1, hour: 8, minute: 15))
        #expect(instant.iso8601 == "2026-04-01T08:15:00.000Z" && instant.hl7 == "20260401081500")
        let before = Instant(milliseconds: -1)
        #expect(before.iso8601 == "1969-12-31T23:59:59.999Z")
        #expect(
            Instant(milliseconds: 7).iso8601.hasSuffix(".007Z") && Instant(milliseconds: 70).iso8601.hasSuffix(".070Z")
        )
        #expect(Instant(year: 2026, month: 4, day: 1, hour: 24) == nil)
        #expect(Instant(year: 2026, month: 4, day: 1, minute: 60) == nil)
        #expect(Instant(year: 2026, month: 4, day: 1, second: 61) == nil)
        #expect(Instant(year: 2026, month: 4, day: 1, hour: -1) == nil)
    }

    @Test func theEndsOfTheScaleHold() {
        let (first, last) = (Instant(milliseconds: .min), Instant(milliseconds: .max))
        #expect(last.advanced(bySeconds: 1) == last && first.advanced(bySeconds: -1) == first)
        #expect(Instant(milliseconds: 0).advanced(bySeconds: .max) == last)
        #expect(Instant(milliseconds: 0).advanced(bySeconds: .min) == first)
        #expect(last.seconds(since: first) == .max && first.seconds(since: last) == .min)
        #expect(!last.iso8601.isEmpty && !first.hl7.isEmpty)
    }

    @Test func secondsBetweenAreRoundedDown() {
        for (milliseconds, seconds) in [(0, 0), (999, 0), (1000, 1), (-1, -1), (-1000, -1), (-1001, -2)] {
            let later = Instant(milliseconds: Int64(milliseconds))
            #expect(later.seconds(since: Instant(milliseconds: 0)) == Int64(seconds))
        }
        // Beyond what a Double holds exactly.
        let far = Instant(milliseconds: 9_007_199_254_740_993_000)
        #expect(far.seconds(since: Instant(milliseconds: 0)) == 9_007_199_254_740_993)
    }

    @Test(arguments: [
        ("2026", "2026", HL7Time.Precision.year), ("202604", "202604", .month), ("20260401", "20260401", .day),
        ("2026040108", "2026040108", .hour), ("202604010815", "202604010815", .minute),
        ("20260401081500", "20260401081500", .second), ("20260401081500+0200", "20260401061500", .second),
        ("20260401003000+0200", "20260331223000", .second), ("20260401081500-0330", "20260401114500", .second),
        ("20260401+0200", "20260401", .day), ("20260401081500.123", "20260401081500", .second),
        ("20260401081500.1234+0000", "20260401081500", .second), ("202604010815+1400", "202603311815", .minute),
    ])
    func readsTimeStamps(text: String, utc: String, precision: HL7Time.Precision) throws {
        let time = try #require(HL7Time(text))
        #expect(time.hl7 == utc && time.precision == precision)
        #expect(HL7Time(time.hl7) == time)
        #expect(try Coding.roundTrip(time) == time)
    }

    @Test(arguments: [
        "", "202", "20261", "2026040", "20261301", "20260230", "2026040124", "202604010860", "20260401081561", "0000",
        "20260401081500.", "20260401081500.12345", "202604010815.1", "20260401+200", "20260401+1401", "20260401+0060",
        "20260401Z", "20260401 ", " 20260401", "2026-04-01", "20260401081500+", "202604010815000", "２０２６",
    ])
    func refusesWhatIsNoTimeStamp(text: String) { #expect(HL7Time(text) == nil) }
}
