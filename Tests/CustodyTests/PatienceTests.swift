import HealthRecord
import Testing

@testable import Custody

/// How soon what a carrier did not take is tried again.
@Suite struct PatienceTests {
    private static let now = Instant(milliseconds: 1_767_520_800_000)

    private static func wait(_ patience: Patience, _ tries: Int64) -> Int64 {
        patience.next(after: tries, now: now).seconds(since: now)
    }

    @Test func eachWaitIsTwiceTheLastUntilTheLongest() {
        let patience = Patience(pause: 60, longestPause: 500, whole: 1000)
        #expect((0..<5).map { Self.wait(patience, $0) } == [60, 120, 240, 480, 500])
        #expect(patience.end(now: Self.now).seconds(since: Self.now) == 1000)
    }

    /// However often something failed, and whatever a table holds.
    @Test(arguments: [Int64.min, -1, 0, 15, 16, 17, 63, 64, Int64.max]) func noCountOfTriesBreaksIt(tries: Int64) {
        for patience in [WaitingNews.patience, WaitingLetter.patience] {
            #expect((patience.pause...patience.longestPause).contains(Self.wait(patience, tries)))
        }
        #expect(Self.wait(WaitingNews.patience, Int64.max) == WaitingNews.patience.longestPause)
    }
}
