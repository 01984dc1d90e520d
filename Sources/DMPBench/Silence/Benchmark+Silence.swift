internal import HealthRecord
internal import LPSKit
internal import SampleRecords
internal import XDSWire

extension Benchmark {
    /// Times twin records that differ only by what is hidden from the reader, and refusals of what is hidden and of what never
    /// was; the answers are read by ranks.
    ///
    /// First both twins without, for control; then one of them is given as much hidden as it has visible.
    public static func silence(_ options: BenchmarkOptions, _ tools: BenchmarkTools) async throws -> SilenceReport {
        let world = try BenchmarkWorld(options, tools)
        do {
            let report = try await silence(options, tools, world)
            await world.shutdown()
            return report
        } catch {
            await world.shutdown()
            throw error
        }
    }

    private static func silence(
        _ options: BenchmarkOptions,
        _ tools: BenchmarkTools,
        _ world: BenchmarkWorld
    ) async throws -> SilenceReport {
        var world = world
        tools.progress("authorisations")
        try await world.authorise()
        let twins = try world.twins()
        var report = SilenceReport()
        tools.progress("making twins")
        report.visible = try await world.equalise(twins, documents: options.twinDocuments)
        var meter = SilenceMeter(
            reader: twins.reader,
            tools: tools,
            server: options.serverPID.map { ProcessMeter(pid: $0) }
        )
        for name in ["control list", "control count", "list", "count"] {
            if name == "list" {
                tools.progress("hiding \(report.visible) documents on one twin")
                report.hidden = report.visible
                try await world.hide(report.hidden, on: twins)
            }
            tools.progress(name)
            let type: ReturnType = name.hasSuffix("list") ? .leafClass : .objectRef
            let calls = { (patient: SamplePatient) throws -> PreparedCall in
                try twins.reader.prepareFind(world.list(patient), in: patient.ins, returning: type)
            }
            // The first few fill caches.
            for patient in [twins.plain, twins.other] { _ = try await twins.reader.send(try calls(patient)) }
            let pairs = try (0..<options.pairs).map { _ in (try calls(twins.plain), try calls(twins.other)) }
            let sides = name.hasPrefix("control") ? ("twin", "twin") : ("nothing hidden", "hidden")
            report.add(name, sides, try await meter.run(pairs))
        }
        tools.progress("refusals")
        let ids = try (0..<options.refusalPairs).map { at in
            (try world.unknownID(at % max(1, report.hidden)), try world.hiddenID(at % max(1, report.hidden)))
        }
        let pairs = try ids.map { unknown, hidden in
            (
                try twins.reader.prepareRetrieve([unknown], from: twins.other.ins),
                try twins.reader.prepareRetrieve([hidden], from: twins.other.ins)
            )
        }
        let sides = try await meter.run(pairs)
        report.sameSizes = sides.one.sizes == sides.other.sizes
        report.add("refusal", ("unknown", "hidden"), sides)
        return report
    }
}

extension SilenceReport {
    mutating func add(
        _ name: String,
        _ sides: (String, String),
        _ measured: (one: SilenceMeter.Side, other: SilenceMeter.Side)
    ) {
        let (one, other) = measured
        findings += [
            Finding(name, sides, Self.processor, one.processor, other.processor),
            Finding(name, sides, Self.elapsed, one.elapsed, other.elapsed),
        ].compactMap(\.self)
    }
}
