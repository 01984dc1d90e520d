import HealthRecord
import Testing

@testable import PortalDoor

/// The lines of one copy of the record belong together, those of another do not.
@Suite struct CopyRanksTests {
    private static func event(
        _ document: Int,
        seconds: Int64,
        act: TracedAct = .export,
        outcome: TracedOutcome = .permitted
    ) -> TraceEvent {
        TraceEvent(
            sequence: 1,
            time: PageSamples.now.advanced(bySeconds: seconds),
            act: act,
            actor: .holder(PageSamples.name),
            mode: .normal,
            documents: [PageSamples.ids[document]],
            outcome: outcome,
            rule: "holder",
            policy: "mes2026@1",
            node: "n1",
            request: PageSamples.ids[0],
            details: [:]
        )
    }

    @Test func theSameDocumentAgainIsAnotherCopy() {
        var ranks = CopyRanks()
        let events = [(0, 9), (1, 8), (2, 7), (0, 6), (1, 5), (2, 4)].map {
            Self.event($0.0, seconds: Int64($0.1))
        }
        let found = events.map { ranks.rank(of: $0) }
        #expect(found == [1, 1, 1, 2, 2, 2])
    }

    @Test func aSilenceEndsACopy() {
        var ranks = CopyRanks()
        let events = [(0, 900), (1, 800), (2, 100), (3, 0)].map { Self.event($0.0, seconds: Int64($0.1)) }
        let found = events.map { ranks.rank(of: $0) }
        #expect(found == [1, 1, 2, 2])
    }

    @Test func whatIsNoDocumentOfACopyHasNoRank() {
        var ranks = CopyRanks()
        let read = ranks.rank(of: Self.event(0, seconds: 0, act: .read))
        let refused = ranks.rank(of: Self.event(0, seconds: 0, outcome: .refused))
        #expect(read == nil && refused == nil)
    }
}
