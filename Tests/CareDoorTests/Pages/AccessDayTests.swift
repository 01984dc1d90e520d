import HealthRecord
import Testing

@testable import CareDoor

/// § 7.2, page 17: accesses below the day on which they fall in France.
@Suite struct AccessDayTests {
    private static func line(_ seconds: Int64) throws -> AccessLine {
        // Half an hour before midnight in Paris, in winter.
        let late = try #require(Instant(year: 2026, month: 1, day: 4, hour: 22)).advanced(bySeconds: 1800)
        return AccessLine(
            TraceEvent(
                sequence: 1,
                time: late.advanced(bySeconds: seconds),
                act: .list,
                actor: .holder(PersonName(family: "Exemple", given: "Anne")),
                mode: .normal,
                documents: [],
                outcome: .permitted,
                rule: "authorisation.valid",
                policy: "mes2026@1",
                node: "node",
                request: UniqueID(random: (1, 2)),
                details: [:]
            )
        )
    }

    @Test func aDayEndsAtMidnightInFrance() throws {
        let days = AccessDay.grouped(try [1860, 1800, 1799, 0].map(Self.line))
        #expect(days.map(\.day.iso8601) == ["2026-01-05", "2026-01-04"])
        #expect(days.map(\.lines.count) == [2, 2])
        #expect(AccessDay.grouped([]).isEmpty)
    }
}
