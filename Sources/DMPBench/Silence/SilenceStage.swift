internal import SampleRecords

/// Asks both twins the same, pair by pair, and keeps what was found.
struct SilenceStage {
    let options: BenchmarkOptions
    let tools: BenchmarkTools
    var report = SilenceReport()
    private var meter: SilenceMeter
    /// What the second twin's pages weighed while it had nothing hidden.
    private var weights: [String: Set<Int>] = [:]

    init(_ options: BenchmarkOptions, _ tools: BenchmarkTools) {
        self.options = options
        self.tools = tools
        meter = SilenceMeter(tools: tools, server: options.serverPID.map { ProcessMeter(pid: $0) })
    }

    mutating func compare(_ questions: [TwinQuestion], on twins: Twins, _ round: TwinRound) async throws {
        for question in questions {
            let name = round.name(question)
            tools.progress(name)
            // The first few fill caches.
            for patient in twins.both { _ = try await question.ask(patient)() }
            let pairs = try (0..<count(of: question)).map { _ in
                (try question.ask(twins.plain), try question.ask(twins.other))
            }
            let sides = try await meter.run(pairs)
            report.add(name, round.sides, sides)
            weigh(question, sides.other.sizes, round)
        }
    }

    mutating func compareRefusals(
        _ name: String,
        sides: (String, String) = ("unknown", "hidden"),
        _ pairs: [(TwinAsk, TwinAsk)]
    ) async throws {
        tools.progress(name)
        let measured = try await meter.run(pairs)
        if measured.one.sizes != measured.other.sizes { report.unlikeSizes.append(name) }
        report.add(name, sides, measured)
    }

    private func count(of question: TwinQuestion) -> Int {
        switch question.effort {
        case .light: options.pairs
        case .heavy: options.heavyPairs
        }
    }

    private mutating func weigh(_ question: TwinQuestion, _ sizes: Set<Int>, _ round: TwinRound) {
        switch (question.weight, round) {
        case (.free, _): break
        case (.kept, .control): weights[question.name] = sizes
        case (.kept, .hidden): if weights[question.name] != sizes { report.unlikeSizes.append(question.name) }
        }
    }
}

extension SilenceReport {
    mutating func add(
        _ name: String,
        _ sides: (String, String),
        _ measured: (one: SilenceMeter.Side, other: SilenceMeter.Side)
    ) {
        let (one, other) = measured
        var processor = Finding(name, sides, Self.processor, one.processor, other.processor)
        processor?.isUnderFloor = one.isUnderFloor && other.isUnderFloor
        findings += [processor, Finding(name, sides, Self.elapsed, one.elapsed, other.elapsed)].compactMap(\.self)
    }
}
