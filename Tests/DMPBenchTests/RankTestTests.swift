import Testing

@testable import DMPBench

/// The rank test by which silence is judged: numbers worked out by hand, and samples of known kinds.
@Suite struct RankTestTests {
    private func sample(_ seed: UInt64, shift: Double = 1) -> [UInt64] {
        var state = seed
        return (0..<200).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt64(shift * Double(1_000_000 + (state >> 33) % 200_000))
        }
    }

    /// Ranks 1 to 8 against 9 to 16: U is 0 of 64, its mean 32, its variance 8·8·17/12.
    @Test func separateSamplesAreFarApart() throws {
        let test = try #require(RankTest(Array(1...8), Array(9...16)))
        #expect(abs(test.z + 32 / (8.0 * 8 * 17 / 12).squareRoot()) < 1e-9)
        #expect(test.p < 0.001)
        let turned = try #require(RankTest(Array(9...16), Array(1...8)))
        #expect(abs(turned.z + test.z) < 1e-9 && turned.p == test.p)
    }

    @Test func equalSamplesAreNotApart() throws {
        let same = try #require(RankTest(Array(repeating: 5, count: 10), Array(repeating: 5, count: 10)))
        #expect(same.z == 0 && same.p == 1)
        let mixed = try #require(RankTest([1, 1, 2, 2, 3, 3, 4, 4], [1, 2, 3, 4, 1, 2, 3, 4]))
        #expect(abs(mixed.z) < 1e-9 && mixed.p > 0.99)
        #expect(RankTest(Array(1...7), Array(1...8)) == nil)
    }

    @Test(arguments: [UInt64(1), 2, 3, 4, 5])
    func onlyAShiftThatIsRareAndLargeCounts(seed: UInt64) throws {
        let sides = ("one", "other")
        let base = sample(seed)
        let equal = try #require(SilenceReport.Finding("list", sides, "elapsed", base, sample(seed + 100)))
        #expect(!equal.isDifferent)
        // One in a hundred may be seen by the ranks and is less than what a network adds.
        let small = try #require(
            SilenceReport.Finding("list", sides, "elapsed", base, sample(seed + 100, shift: 1.01))
        )
        #expect(!small.isDifferent)
        let large = try #require(
            SilenceReport.Finding("list", sides, "elapsed", base, sample(seed + 100, shift: 1.2))
        )
        #expect(large.isDifferent && large.difference > 0.15)
    }

    @Test func theReportSaysWhatWasFound() throws {
        var report = SilenceReport()
        let slow = SilenceMeter.Side(elapsed: sample(2, shift: 2), processor: [], sizes: [10])
        report.add("control list", ("twin", "twin"), (SilenceMeter.Side(elapsed: sample(1)), slow))
        #expect(!report.tells && report.text.contains("DIFFERS"))
        report.add("list", ("nothing hidden", "hidden"), (SilenceMeter.Side(elapsed: sample(1)), slow))
        #expect(report.tells && report.findings.count == 2)
        // What the server spends is printed; a reader does not see it.
        var inside = SilenceReport()
        let idle = SilenceMeter.Side(elapsed: sample(3), processor: sample(1))
        let busy = SilenceMeter.Side(elapsed: sample(103), processor: sample(2, shift: 2))
        inside.add("refusal", ("unknown", "hidden"), (idle, busy))
        #expect(!inside.tells && inside.text.contains("DIFFERS") && inside.text.contains("cannot tell"))
        var sizes = SilenceReport()
        sizes.unlikeSizes = ["portal refusal"]
        #expect(sizes.tells && sizes.text.contains("SIZES"))
    }
}
