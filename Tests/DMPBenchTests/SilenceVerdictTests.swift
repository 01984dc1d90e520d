import Testing

@testable import DMPBench

/// What a run of twins may conclude: that a reader can tell, that he cannot, or nothing (design § 2, law 5).
@Suite struct SilenceVerdictTests {
    /// Noise of a given width, the same for one seed.
    private func sample(
        _ seed: UInt64,
        count: Int = 1000,
        noise: Double = 0.2,
        _ edit: (Int, Double) -> Double = { $1 }
    ) -> [UInt64] {
        var state = seed &* 0x9E37_79B9_7F4A_7C15
        return (0..<count).map { place in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let chance = Double(state >> 33) / Double(UInt64(1) << 31)
            return UInt64(edit(place, 1_000_000 * (1 + noise * chance)))
        }
    }

    private func report(_ one: [UInt64], _ other: [UInt64]) -> SilenceReport {
        var report = SilenceReport()
        report.add(
            "list",
            ("nothing hidden", "hidden"),
            (SilenceMeter.Side(elapsed: one), SilenceMeter.Side(elapsed: other))
        )
        return report
    }

    /// Twenty differences 1 to 20: the bounds are the second from either end, as the table of the sign test says.
    @Test func theIntervalIsThatOfTheSignTest() throws {
        let shift = try #require(PairedShift(Array(repeating: 100, count: 20), (101...120).map { UInt64($0) }))
        #expect(shift.median == 10.5 && shift.interval == 2...19)
        #expect(PairedShift(Array(repeating: 1, count: 19), Array(repeating: 1, count: 19)) == nil)
        #expect(PairedShift(Array(repeating: 1, count: 30), Array(repeating: 1, count: 29)) == nil)
    }

    /// A thousand pairs with a fifth of noise rule a difference of a twentieth out.
    @Test(arguments: UInt64(1)...5)
    func enoughPairsRuleADifferenceOut(seed: UInt64) {
        let found = report(sample(seed), sample(seed + 50))
        #expect(found.verdict == .alike && found.text.contains("ruled out"))
    }

    /// That nothing was found is no proof where noise would hide it.
    @Test(arguments: UInt64(1)...5)
    func tooFewOrTooLoudSettleNothing(seed: UInt64) {
        let few = report(sample(seed, count: 30, noise: 1), sample(seed + 50, count: 30, noise: 1))
        #expect(few.verdict == .unsettled && few.text.contains("NOT SETTLED"))
        let loud = report(sample(seed, noise: 4), sample(seed + 50, noise: 4))
        #expect(loud.verdict == .unsettled)
        #expect(SilenceReport().verdict == .unsettled)
    }

    /// One request in five that takes twice as long moves no median by a twentieth, and is seen.
    @Test(arguments: UInt64(1)...5)
    func whatIsSlowNowAndThenIsSeen(seed: UInt64) throws {
        let found = report(sample(seed), sample(seed + 50) { place, time in place.isMultiple(of: 5) ? time * 2 : time })
        let finding = try #require(found.findings.first)
        #expect(abs(finding.difference) < SilenceReport.share)
        #expect(finding.tail == 1 && finding.isDifferent && found.verdict == .tells)
    }

    /// What drifts over a run meets both of a pair, and hides nothing.
    @Test func driftIsNoDifferenceAndHidesNone() throws {
        let drift = { (place: Int, time: Double) in time * (1 + Double(place) / 500) }
        let alike = report(sample(1, noise: 0.05, drift), sample(51, noise: 0.05, drift))
        #expect(alike.verdict == .alike)
        let slower = report(sample(1, noise: 0.05, drift), sample(51, noise: 0.05) { drift($0, $1) * 1.1 })
        let interval = try #require(slower.findings.first?.interval)
        #expect(interval.lowerBound > SilenceReport.share && slower.verdict == .tells)
    }

    /// A control that differs says that the twins are none: nothing follows.
    @Test func twinsThatAreNoneSettleNothing() {
        var found = report(sample(1), sample(51))
        found.add(
            "control list",
            ("twin", "twin"),
            (SilenceMeter.Side(elapsed: sample(2)), SilenceMeter.Side(elapsed: sample(52) { $1 * 2 }))
        )
        #expect(!found.tells && found.verdict == .unsettled)
    }

    /// What the server spends on refusals shows to nobody while each waits for the floor, and is not to be settled by more of them.
    @Test(
        arguments: [
            (150_000_000, 3_000_000, true), (149_000_000, 3_000_000, false), (150_000_000, 150_000_000, false),
        ] as [(UInt64, UInt64, Bool)]
    )
    func workIsCoveredWhereEveryAnswerWaits(floor: UInt64, work: UInt64, isCovered: Bool) throws {
        func side(_ seed: UInt64) -> SilenceMeter.Side {
            // One refusal in a hundred and fifty meets some other work of the server's.
            let busy = sample(seed, count: 300, noise: 4).enumerated().map { place, noise in
                work + noise / 4 + (place.isMultiple(of: 150) ? 200_000_000 : 0)
            }
            return SilenceMeter.Side(elapsed: sample(seed, count: 300).map { floor + $0 / 100 }, processor: busy)
        }
        var found = SilenceReport()
        found.add("refusal", ("unknown", "hidden"), (side(1), side(51)))
        let processor = try #require(found.findings.first { $0.measure == SilenceReport.processor })
        #expect(processor.isUnderFloor == isCovered)
        #expect(found.findings.count == 2 && found.findings.filter(\.isUnderFloor).count == (isCovered ? 1 : 0))
        #expect(found.text.contains("under the floor") == (isCovered && !processor.isAlike))
        #expect(!SilenceMeter.Side(elapsed: [200_000_000]).isUnderFloor && !SilenceMeter.Side().isUnderFloor)
    }

    /// Equal values at the edge of the slowest tenth are nobody's.
    @Test func equalTimesAreNobodys() throws {
        let same = Array(repeating: UInt64(7), count: 100)
        let test = try #require(TailTest(same, same))
        #expect(test.share == 0.5 && test.p > 0.99)
    }
}
