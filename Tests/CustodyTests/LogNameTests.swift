import Testing

@testable import Custody

/// Security design § 3.3: `trace.<domain>/<year>/s00`.
@Suite struct LogNameTests {
    @Test(arguments: [
        ("trace.example/2026/s00", 2026, "trace.example/2031/s00"),
        ("trace.example/journal/0999", 999, "trace.example/journal/2031"),
        ("2026/2027/2028", 2027, "2026/2031/2028"),
    ])
    func theYearHasAPlaceOfItsOwn(origin: String, year: Int, next: String) {
        let name = LogName(origin)
        #expect(name.year == year && name.origin(of: year) == origin && name.origin(of: 2031) == next)
        #expect(name.isSameLog(as: LogName(next)) && LogName(next).isSameLog(as: name))
    }

    @Test(arguments: [
        "trace.example", "2026", "trace.example/26/s00", "trace.example/20267/s00", "trace.example/s0026",
    ])
    func aNameWithoutAYearStays(origin: String) {
        let name = LogName(origin)
        #expect(name.year == nil && name.origin(of: 2031) == origin && name.isSameLog(as: name))
    }

    @Test(arguments: [
        "trace.autre/2026/s00", "trace.example/2026/s01", "trace.example/s00", "trace.example/a/2026/s00",
    ])
    func anotherLogIsAnother(other: String) {
        let name = LogName("trace.example/2026/s00")
        #expect(!name.isSameLog(as: LogName(other)) && !LogName(other).isSameLog(as: name))
    }

    @Test func aYearHasFourDigits() {
        let name = LogName("trace.example/2026/s00")
        #expect(name.origin(of: 7) == "trace.example/0007/s00")
        #expect(name.origin(of: 10_000) == "trace.example/2026/s00")
    }
}
