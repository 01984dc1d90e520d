import SampleRecords
import Synchronization
import Testing

@testable import DMPBench

/// How twins are asked: alike, in pairs, and with an eye on what answers weigh.
@Suite struct SilenceStageTests {
    private static let twins = {
        let patients = SamplePopulation(seed: 1, now: Hands.now()).patients
        return Twins(plain: patients[0], other: patients[1], pair: 0)
    }()

    private func stage(pairs: Int = 20) -> SilenceStage {
        var options = BenchmarkOptions(manifest: "")
        options.pairs = pairs
        return SilenceStage(options, Hands.tools)
    }

    /// A question that the twins answer with so many bytes.
    private func question(_ weight: TwinQuestion.Weight, plain: Int, other: Int) -> TwinQuestion {
        TwinQuestion(name: "page", weight: weight) { patient in { patient.key == Self.twins.plain.key ? plain : other }
        }
    }

    @Test func aPageThatWeighsMoreSinceSomethingIsHiddenTells() async throws {
        var stage = stage()
        try await stage.compare([question(.kept, plain: 500, other: 700)], on: Self.twins, .control)
        // Twins have names of their own: what one weighs says nothing of the other.
        #expect(stage.report.sameSizes)
        try await stage.compare([question(.kept, plain: 500, other: 700)], on: Self.twins, .hidden)
        #expect(stage.report.sameSizes)
        try await stage.compare([question(.kept, plain: 500, other: 701)], on: Self.twins, .hidden)
        #expect(stage.report.unlikeSizes == ["page"] && stage.report.verdict == .tells)
        #expect(stage.report.text.contains("SIZES DIFFER: page."))
        #expect(stage.report.findings.map(\.name) == ["control page", "page", "page"])
    }

    @Test func whatQuotesTimesMayWeighAnything() async throws {
        var stage = stage()
        try await stage.compare([question(.free, plain: 500, other: 700)], on: Self.twins, .control)
        try await stage.compare([question(.free, plain: 500, other: 900)], on: Self.twins, .hidden)
        #expect(stage.report.sameSizes)
    }

    @Test func refusalsThatWeighMoreTell() async throws {
        let light: TwinAsk = { 80 }
        let heavy: TwinAsk = { 81 }
        var stage = stage()
        try await stage.compareRefusals("site refusal", Array(repeating: (light, light), count: 20))
        #expect(stage.report.sameSizes)
        try await stage.compareRefusals("portal refusal", Array(repeating: (light, heavy), count: 20))
        #expect(stage.report.unlikeSizes == ["portal refusal"] && stage.report.tells)
        let alike = Array(repeating: (light, light), count: 20)
        try await stage.compareRefusals("sign-in", sides: ("unknown", "known"), alike)
        #expect(stage.report.findings.map { "\($0.sides)" }.suffix(1) == [#"("unknown", "known")"#])
        #expect(stage.report.findings.first.map { "\($0.sides)" } == #"("unknown", "hidden")"#)
    }

    @Test func bothTwinsAreAskedEquallyOften() async throws {
        let asked = Mutex<[String: Int]>([:])
        let question = TwinQuestion(name: "page", weight: .free) { patient in
            {
                asked.withLock { $0[patient.key, default: 0] += 1 }
                return 1
            }
        }
        var stage = stage(pairs: 30)
        try await stage.compare([question], on: Self.twins, .control)
        // One more each, which fills caches and is not measured.
        #expect(asked.withLock { $0 } == [Self.twins.plain.key: 31, Self.twins.other.key: 31])
        #expect(stage.report.findings.first?.requests == 30)
    }

    /// What takes long is asked less often, and is judged by as many pairs as were asked.
    @Test func aHeavyPageIsAskedAsOftenAsThoseAre() async throws {
        var options = BenchmarkOptions(manifest: "")
        (options.pairs, options.heavyPairs) = (40, 24)
        var stage = SilenceStage(options, Hands.tools)
        let heavy = TwinQuestion(name: "results", weight: .free, effort: .heavy) { _ in { 1 } }
        try await stage.compare([question(.free, plain: 1, other: 1), heavy], on: Self.twins, .control)
        #expect(stage.report.findings.map(\.name) == ["control page", "control results"])
        #expect(stage.report.findings.map(\.requests) == [40, 24])
    }

    /// A page that answers otherwise than it must is no measure of anything.
    @Test func aFailureEndsTheRun() async throws {
        var stage = stage()
        let question = TwinQuestion(name: "page", weight: .kept) { _ in
            { throw BenchmarkError.refused(step: "pages", code: "status 401") }
        }
        await #expect(throws: BenchmarkError.refused(step: "pages", code: "status 401")) {
            try await stage.compare([question], on: Self.twins, .control)
        }
        #expect(stage.report.findings.isEmpty)
    }
}
