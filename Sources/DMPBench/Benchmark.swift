internal import Foundation
internal import LPSKit

/// Measures a running demonstration over the wire, as its users meet it (security design § 7.4).
///
/// Requests are written and signed before each turn; what is timed is sending them and getting their answers back.
public enum Benchmark {
    /// Runs all phases and gives the report.
    ///
    /// - Throws: `BenchmarkError`, when nothing can be measured at all; refusals under load are counted in the report.
    public static func run(_ options: BenchmarkOptions, _ tools: BenchmarkTools) async throws -> Report {
        let world = try BenchmarkWorld(options, tools)
        do {
            let report = try await run(options, tools, world)
            await world.shutdown()
            return report
        } catch {
            await world.shutdown()
            throw error
        }
    }

    private static func run(
        _ options: BenchmarkOptions,
        _ tools: BenchmarkTools,
        _ world: BenchmarkWorld
    ) async throws -> Report {
        var world = world
        tools.progress("authorisations and a trial deposit")
        try await world.authorise()
        let trial = try await world.trial(bytes: options.documentBytes)
        tools.progress("filling a record with \(options.recordDocuments) documents")
        let count = try await world.fill(upTo: options.recordDocuments)
        var report = Report(
            processors: ProcessInfo.processInfo.activeProcessorCount,
            clients: world.clients.count,
            recordDocuments: count,
            documentBytes: trial.bytes.count
        )
        guard let launch = options.barePipe else {
            report.phases = try await phases(BenchmarkStage(options: options, tools: tools, world: world, pipe: nil))
            report.addMemory(of: options.serverPID)
            return report
        }
        let pipe = try await BarePipeProcess.start(launch)
        defer { pipe.stop() }
        report.phases = try await phases(BenchmarkStage(options: options, tools: tools, world: world, pipe: pipe))
        report.addMemory(of: options.serverPID)
        return report
    }

    private static func phases(_ stage: BenchmarkStage) async throws -> [PhaseReport] {
        var stage = stage
        var phases: [PhaseReport] = []
        for kind in BenchmarkPhase.allCases where stage.options.phases.contains(kind) {
            phases.append(try await stage.run(kind))
        }
        return phases
    }
}

extension Report {
    /// What a server holds at this moment, alone and with its workers.
    fileprivate mutating func addMemory(of server: Int32?) {
        guard let meter = server.map({ ProcessMeter(pid: $0) }) else { return }
        (serverMemory, familyKiB) = (meter.memory, meter.familyKiB)
    }
}
