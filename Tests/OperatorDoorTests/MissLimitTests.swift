import HealthRecord
import Testing

@testable import OperatorDoor

/// How many unknown matricules an operator tries in an hour (security design § 5.4).
@Suite struct MissLimitTests {
    @Test(arguments: [-1, 0, 1]) func unknownMatriculesAreCountedForAnHour(step: Int) {
        let misses = MissLimit()
        let start = Instant(milliseconds: 1_800_000_000_000)
        for _ in 0..<(MissLimit.most + step) { misses.note([1], at: start) }
        #expect(misses.holdsBack([1], at: start) == (step >= 0))
        #expect(!misses.holdsBack([2], at: start))
        #expect(misses.holdsBack([1], at: start.advanced(bySeconds: 3599)) == (step >= 0))
        #expect(!misses.holdsBack([1], at: start.advanced(bySeconds: 3600)))
        #expect(!misses.holdsBack([1], at: start))
    }
}
