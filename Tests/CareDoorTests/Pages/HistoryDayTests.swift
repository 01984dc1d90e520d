import HealthRecord
import Testing

@testable import CareDoor

/// § 7.2, page 17: the days that narrow the history are those that its lines are told by, of France.
@Suite struct HistoryDayTests {
    private static func event(_ moment: Instant) -> TraceEvent {
        TraceEvent(
            sequence: 1,
            time: moment,
            act: .list,
            actor: .holder(PersonName(family: "Exemple", given: "Anne")),
            mode: .normal,
            documents: [],
            outcome: .permitted,
            rule: "role.holder",
            policy: "mes2026@1",
            node: "node",
            request: UniqueID(random: (1, 2)),
            details: [:]
        )
    }

    /// A day begins at 22:00 UTC of the one before in summer, and at 23:00 in winter.
    @Test(arguments: [("15/07/2026", (7, 14, 22)), ("15/02/2026", (2, 14, 23))])
    func aDayIsChosenFromMidnightToMidnight(day: String, begin: (Int, Int, Int)) throws {
        let first = try #require(Instant(year: 2026, month: begin.0, day: begin.1, hour: begin.2))
        for (seconds, isWithin) in [(-1, false), (0, true), (86_399, true), (86_400, false)] as [(Int64, Bool)] {
            let event = Self.event(first.advanced(bySeconds: seconds))
            #expect(HistoryChoice(from: day, to: day).holds(event) == isWithin, "\(seconds)")
            #expect(HistoryChoice(from: day).holds(event) == (seconds >= 0), "\(seconds)")
        }
    }
}
