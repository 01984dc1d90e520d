import Foundation
import LPSKit
import SOAPWire
import SampleRecords
import Testing
import XDSWire

@testable import DMPBench

@Suite struct BenchmarkTests {
    @Test func allPhasesAreMeasured() async throws {
        let stage = try Stage()
        let service = FakeService()
        try await withDoor {
            try stage.door(service, onRunning: $0)
        } body: { port in
            var options = BenchmarkOptions(manifest: try stage.manifest(port: port))
            options.clients = 2
            options.deposits = 8
            options.lists = 8
            options.retrievals = 8
            options.unloaded = 4
            options.rounds = 2
            options.recordDocuments = 21
            options.documentBytes = 100_000
            options.serverPID = ProcessInfo.processInfo.processIdentifier
            let report = try await Benchmark.run(options, Hands.tools)
            #expect(report.phases.map(\.name) == BenchmarkPhase.allCases.map(\.rawValue))
            #expect(report.phases.map(\.real.requests) == [8, 8, 8, 8, 4])
            #expect(report.phases.allSatisfy { $0.real.errors.isEmpty && $0.bare == nil })
            #expect(report.phases.allSatisfy { $0.real.serverProcessorMilliseconds != nil })
            #expect(report.recordDocuments == 21)
            #expect((100_000..<101_000).contains(report.documentBytes))
            #expect(report.phases[0].real.requestBytes > 100_000)
            #expect(report.phases[1].real.answerBytes > 21 * 3000)
            #expect(report.phases[3].real.answerBytes > 100_000)
            #expect(report.serverMemory != nil)
            // One trial, two lots of filling, then the measured ones and the first of each lane and turn.
            #expect(service.count(.provideAndRegister) == 1 + 2 + 8 + 4)
            #expect(report.text.contains("retrieveUnloaded (1 client)"))
        }
    }

    @Test func aTimeLimitLeavesCallsUnsent() async throws {
        let stage = try Stage()
        try await withDoor {
            try stage.door(FakeService(), onRunning: $0)
        } body: { port in
            var options = BenchmarkOptions(manifest: try stage.manifest(port: port))
            options.clients = 1
            let world = try BenchmarkWorld(options, Hands.tools)
            let client = try #require(world.clients.first)
            let call = try client.prepareFind(world.list(world.listed), in: world.listed.ins, returning: .objectRef)
            let lane = Lane(client: client, calls: [call, call])
            let none = await Load(tools: Hands.tools, limit: 0).run([lane], expecting: .registrySuccess)
            #expect(none.latencies.count == 0)
            let both = await Load(tools: Hands.tools, limit: .max).run([lane], expecting: .registrySuccess)
            #expect(both.latencies.count == 2)
            await world.shutdown()
        }
    }

    @Test func aMissingDemonstrationIsSaidSo() async throws {
        await #expect(throws: BenchmarkError.unreadable(file: "demo.json")) {
            try await Benchmark.run(BenchmarkOptions(manifest: "/nowhere/demo.json"), Hands.tools)
        }
    }

    @Test func aServerThatIsNotThereIsSaidSo() async throws {
        let stage = try Stage()
        let options = BenchmarkOptions(manifest: try stage.manifest(port: 1))
        await #expect(throws: BenchmarkError.refused(step: "authorisation", code: "unreachable")) {
            try await Benchmark.run(options, Hands.tools)
        }
    }
}
