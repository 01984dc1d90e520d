import FuzzSeeds
import Testing

/// Fuzz tests are the same at each run unless a seed is asked for.
@Suite struct FuzzSeedTests {
    @Test func withoutATextANumberIsItself() {
        for number: UInt64 in [0, 1, 2026, .max] { #expect(FuzzSeed.of(number, under: nil) == number) }
    }

    @Test func aTextMovesEveryNumberAndTheSameTextMovesItAlike() {
        var seen: Set<UInt64> = []
        for text in ["1", "2", "18446744073709551615", "un mot"] {
            for number: UInt64 in 0..<500 {
                let seed = FuzzSeed.of(number, under: text)
                #expect(FuzzSeed.of(number, under: text) == seed)
                seen.insert(seed)
            }
        }
        #expect(seen.count == 2000)
    }
}
