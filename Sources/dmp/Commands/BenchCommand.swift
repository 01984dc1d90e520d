import ArgumentParser
import DMPBench
import Foundation
import LPSKit
import ServerKit

/// `dmp bench`: what the service does in a second, and what a server that only moves bytes does beside it.
struct BenchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench",
        abstract: "Measure deposits, lists and retrievals over the wire, everything on, beside a bare server."
    )

    @Option(name: .long, help: "Write the report as JSON to this file as well.")
    var json: String?

    @Option(name: .long, help: "Clients at once.")
    var clients: Int = 8

    @Flag(name: .long, help: "Measure the service alone.")
    var withoutBarePipe = false

    @Option(
        name: .long,
        help:
            "Measure this phase only; may be given several times. Retrievals need deposits. silence: whether times tell of what is hidden."
    )
    var only: [BenchPart] = []

    @Option(name: .long, help: "So many times the usual number of requests, for a profiler.")
    var times = 1

    @Flag(name: .long, help: "Measure deciding alone: a million decisions, lists of a thousand documents.")
    var decisions = false

    @Flag(name: .long, help: "With --decisions: a hundredth of them, to see that it runs.")
    var brief = false

    func run() async throws {
        if decisions {
            let clock = SystemClock.processorNanoseconds
            let isCheapEnough = try DecisionBench(processorNanoseconds: clock, share: brief ? 100 : 1).run()
            // A brief run says nothing of the cost.
            if !isCheapEnough, !brief { throw ExitCode(1) }
            return
        }
        let folder = NSTemporaryDirectory() + "dmp-bench-\(getpid())"
        let end = BenchEnd(of: folder)
        let watch = Task { await end.wait() }
        defer { watch.cancel() }
        do {
            try await measure(in: folder, noted: end)
        } catch {
            // Without its demonstration a measurement fails: whoever ended both hears of the end alone.
            await end.complete()
            try? FileManager.default.removeItem(atPath: folder)
            throw error
        }
        try? FileManager.default.removeItem(atPath: folder)
    }

    private func measure(in folder: String, noted end: BenchEnd) async throws {
        var server = try BenchServer(folder: folder, noted: end)
        defer { server.stop() }
        let first = try await server.secondsUntilReady()
        var options = BenchmarkOptions(manifest: folder + "/demo.json")
        options.clients = clients
        let tools = BenchmarkTools(
            sources: LPSSources(clock: SystemClock.now, ids: SystemClock.newID),
            monotonicNanoseconds: SystemClock.server.monotonicNanoseconds,
            progress: { FileHandle.standardError.write(Data("  \($0)\n".utf8)) }
        )
        options.serverPID = server.pid
        if only.contains(.silence) {
            options.pairs *= max(1, times)
            options.heavyPairs *= max(1, times)
            options.refusalPairs *= max(1, times)
            let report = try await Benchmark.silence(options, tools)
            print(report.text)
            switch report.verdict {
            case .tells: throw ExitCode(1)
            case .unsettled: throw ExitCode(2)
            case .alike: break
            }
            if only.count == 1 { return }
        }
        let phases = only.compactMap(\.phase)
        if !phases.isEmpty { options.phases = phases }
        options.deposits *= max(1, times)
        options.lists *= max(1, times)
        options.retrievals *= max(1, times)
        if !withoutBarePipe {
            options.barePipe = BarePipeLaunch(
                executable: CommandLine.arguments[0],
                arguments: [
                    "bare-pipe", "--certificate", folder + "/pki/server.pem", "--key", folder + "/pki/server.key",
                    "--log",
                    folder + "/bare-pipe.log",
                ]
            )
        }
        var report = try await Benchmark.run(options, tools)
        server.stop()
        server = try BenchServer(folder: folder, noted: end)
        report.starts = .init(first: first, withData: try await server.secondsUntilReady())
        print(report.text)
        if let json { try report.json().write(to: URL(fileURLWithPath: json)) }
    }
}

/// `dmp bare-pipe`: the bare server of the benchmark; ends with the program that started it.
struct BarePipeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bare-pipe",
        abstract: "The bare server of the benchmark.",
        shouldDisplay: false
    )

    @Option(name: .long) var certificate: String
    @Option(name: .long) var key: String
    @Option(name: .long) var log: String

    func run() async throws {
        let settings = BarePipe.Settings(
            certificatePEM: String(decoding: try DeploymentSettings.read(certificate), as: UTF8.self),
            privateKeyPEM: String(decoding: try DeploymentSettings.read(key), as: UTF8.self),
            log: log
        )
        try await BarePipe.serve(settings, ids: SystemClock.newRequestID, clock: SystemClock.server)
    }
}

/// What `--only` names: a phase, or silence.
enum BenchPart: Hashable, ExpressibleByArgument {
    case phase(BenchmarkPhase)
    case silence

    init?(argument: String) {
        if argument == "silence" {
            self = .silence
        } else if let phase = BenchmarkPhase(rawValue: argument) {
            self = .phase(phase)
        } else {
            return nil
        }
    }

    static var allValueStrings: [String] { BenchmarkPhase.allCases.map(\.rawValue) + ["silence"] }

    var phase: BenchmarkPhase? { if case .phase(let phase) = self { phase } else { nil } }
}
