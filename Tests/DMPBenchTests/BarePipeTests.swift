import Credentials
import Foundation
import HealthRecord
import LPSKit
import SampleRecords
import Testing

@testable import DMPBench

@Suite struct BarePipeTests {
    @Test func whatIsAppendedIsWholeAndKept() async throws {
        let scratch = try Scratch()
        let log = try #require(GroupLog(path: scratch.path + "/log"))
        try await withThrowingTaskGroup(of: Void.self) { group in
            for record in 0..<600 {
                group.addTask { try await log.append([UInt8](repeating: UInt8(record % 251), count: 8)) }
            }
            try await group.waitForAll()
        }
        let bytes = [UInt8](scratch.bytes("log"))
        #expect(bytes.count == 600 * 8)
        for start in stride(from: 0, to: bytes.count, by: 8) {
            #expect(Set(bytes[start..<start + 8]).count == 1)
        }
    }

    @Test func aFileThatCannotBeOpenedIsNoLog() { #expect(GroupLog(path: "/nowhere/log") == nil) }

    @Test func itKeepsTheBodyAndAnswersTheSizeAsked() async throws {
        let stage = try Stage()
        let log = stage.scratch.path + "/log"
        let settings = BarePipe.Settings(
            certificatePEM: stage.server.certificatePEM,
            privateKeyPEM: stage.server.privateKeyPEM,
            log: log
        )
        try await withDoor {
            try BarePipe.door(settings, ids: Hands.requestIDs, clock: Hands.clock, onRunning: $0)
        } body: { port in
            var options = BenchmarkOptions(manifest: try stage.manifest(port: port))
            options.clients = 1
            let world = try BenchmarkWorld(options, Hands.tools)
            let client = try #require(world.clients.first)
            let document = try world.document(1, of: world.listed, by: 0, bytes: 5_000)
            let call = try client.prepareDeposit([document], for: world.listed.ins)
            let kept = try #require(call.redirected(to: "https://localhost:\(port)/body/777/"))
            let answer = try await client.send(kept)
            #expect(answer.status == 200)
            #expect(answer.byteCount == 777)
            #expect(!answer.looksSuccessful)
            #expect(stage.scratch.bytes("log").count == call.byteCount)
            let traced = try #require(call.redirected(to: "https://localhost:\(port)/trace/0/"))
            #expect(try await client.send(traced).byteCount == 0)
            #expect(stage.scratch.bytes("log").count == call.byteCount + BarePipe.traceBytes)
            let tooMuch = try #require(call.redirected(to: "https://localhost:\(port)/body/99999999999/"))
            #expect(try await client.send(tooMuch).status == 400)
            await world.shutdown()
        }
    }

    @Test func aProcessSaysItsPort() async throws {
        let process = try await BarePipeProcess.start(
            BarePipeLaunch(executable: "/bin/sh", arguments: ["-c", "echo listening 4711; exec cat > /dev/null"])
        )
        #expect(process.port == 4711)
        #expect(process.base(keeping: .trace, answering: 12) == "https://localhost:4711/trace/12/")
        #expect(ProcessMeter(pid: process.pid).processorSeconds != nil)
        process.stop()
    }

    @Test(arguments: ["exit 1", "echo nothing; exec cat > /dev/null", "echo listening 99999; exec cat > /dev/null"])
    func aProcessThatDoesNotListenIsAnError(_ script: String) async throws {
        await #expect(throws: BenchmarkError.barePipe) {
            _ = try await BarePipeProcess.start(
                BarePipeLaunch(executable: "/bin/sh", arguments: ["-c", script])
            )
        }
    }
}
