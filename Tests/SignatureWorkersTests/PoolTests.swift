import ConfinedWorkers
import Foundation
import Glibc
import SafeXML
import SignatureWorkers
import Testing
import WorkerSupport

/// X18: the pool, with real processes.
@Suite(.serialized) struct PoolTests {
    private func pool(
        _ deed: String = "serve",
        count: Int = 1,
        patience: Duration = WorkerLimits.signatures.patience,
        watch: WorkerWatch = WorkerWatch()
    ) async throws -> SignatureWorkers {
        var limits = WorkerLimits.signatures
        limits.patience = patience
        return try await SignatureWorkers(
            count: count,
            program: ProbeProgram.named(deed),
            limits: limits,
            observe: watch.note
        )
    }

    @Test func aWorkerAnswersAsThisProcessDoes() async throws {
        let workers = try await pool(count: 2)
        let message = try Message("bonjour")
        for each in [
            message, message.replacing("bonjour", with: "bonsoir"), message.replacing("#m1", with: "#m2"),
            message.replacing("ID=\"m1\"", with: "ID=\"m2\""), message.replacing("<t>", with: "<t><!-- x -->"),
            message.replacing("<ds:SignatureValue>", with: "<ds:SignatureValue>AAAA"), try Message(""),
        ] {
            let here = try await each.refusal(by: SignaturesInProcess())
            #expect(try await each.refusal(by: workers) == here)
        }
        #expect(try await message.refusal(by: workers) == nil)
        #expect(try await message.replacing("bonjour", with: "bonsoir").refusal(by: workers) != nil)
        await workers.close()
    }

    @Test("X19: a message with any byte changed gets the same verdict on both sides, and ends no worker")
    func changedMessagesAreJudgedAlike() async throws {
        let watch = WorkerWatch()
        let workers = try await pool(watch: watch)
        let message = try Message("bonjour")
        var refused = 0
        for at in stride(from: 0, to: message.bytes.count, by: 3) {
            let changed = message.changing(at)
            guard let here = try? await changed.refusal(by: SignaturesInProcess()) else { continue }
            #expect(try await changed.refusal(by: workers) == here)
            refused += 1
        }
        #expect(refused > 50)
        #expect(watch.ends.isEmpty)
        await workers.close()
    }

    @Test func manyAskAtOnce() async throws {
        let watch = WorkerWatch()
        let workers = try await pool(count: 2, watch: watch)
        #expect(Set(workers.processes).count == 2)
        let message = try Message("bonjour")
        let wrong = message.replacing("bonjour", with: "bonsoir")
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for turn in 0..<100 {
                group.addTask {
                    let isRight = turn.isMultiple(of: 2)
                    return (try await (isRight ? message : wrong).refusal(by: workers) == nil) == isRight
                }
            }
            for try await isRight in group { #expect(isRight) }
        }
        #expect(watch.events == [WorkerEvent](repeating: .answered, count: 100))
        await workers.close()
    }

    /// The largest message that the wire takes crosses in pieces, and is answered within its memory.
    @Test func theLargestMessageIsAnswered() async throws {
        let workers = try await pool()
        let message = try Message(String(repeating: "x", count: XMLLimits.soapEnvelope.bytes - 4096))
        #expect(try await message.refusal(by: workers) == nil)
        let nodes = try Message("bonjour").replacing(
            "<t>bonjour</t>",
            with: "<t>" + String(repeating: "<x a='1'/>", count: 200_000) + "</t>"
        )
        #expect(
            try await nodes.refusal(by: workers)
                == .referenceAltered(element: "/m/Signature/SignedInfo/Reference")
        )
        await workers.close()
    }

    @Test func aWorkerHasItsNumberOfJobs() async throws {
        #expect(WorkerLimits.signatures.jobs == 1000)
        let watch = WorkerWatch()
        let workers = try await pool(watch: watch)
        let message = try Message("bonjour")
        let first = workers.processes
        for _ in 0..<WorkerLimits.signatures.jobs - 1 { #expect(try await message.refusal(by: workers) == nil) }
        #expect(workers.processes == first)
        for _ in 0..<2 { #expect(try await message.refusal(by: workers) == nil) }
        #expect(workers.processes.count == 1 && workers.processes != first)
        #expect(watch.events.count { $0 == .replaced } == 1 && watch.ends.isEmpty)
        await workers.close()
    }

    @Test(
        arguments: [
            ("openFile", .forbidden), ("makeFile", .forbidden), ("connect", .forbidden), ("fork", .forbidden),
            ("execute", .forbidden), ("signal", .forbidden), ("mapCode", .forbidden), ("share", .forbidden),
            ("grow", .crashed),
            ("babble", .garbled),
        ] as [(String, WorkerEnd)]
    )
    func whoGoesAstrayDiesAndAnswersNothing(deed: String, end: WorkerEnd) async throws {
        let watch = WorkerWatch()
        let workers = try await pool(deed, watch: watch)
        let first = workers.processes
        #expect(try await Message("bonjour").refusal(by: workers) == nil)
        #expect(workers.processes == first)
        #expect(try await Message("astray").refusal(by: workers) == .unanswered(.ended))
        #expect(watch.ends == [end])
        #expect(workers.processes.count == 1 && workers.processes != first)
        #expect(try await Message("bonjour").refusal(by: workers) == nil, "another is there for the next job")
        await workers.close()
        #expect(!FileManager.default.fileExists(atPath: "/tmp/signature-probe"))
    }

    @Test func aJobHasItsTimeOfTheProcessor() async throws {
        let watch = WorkerWatch()
        let workers = try await pool("spin", watch: watch)
        let start = ContinuousClock.now
        #expect(try await Message("astray").refusal(by: workers) == .unanswered(.overdue))
        #expect(ContinuousClock.now - start >= .seconds(WorkerLimits.signatures.processorSeconds))
        #expect(watch.ends == [.overTime])
        #expect(try await Message("bonjour").refusal(by: workers) == nil)
        await workers.close()
    }

    @Test func aJobHasItsTimeOfTheWallClock() async throws {
        let watch = WorkerWatch()
        let workers = try await pool("wait", patience: .seconds(1), watch: watch)
        #expect(try await Message("astray").refusal(by: workers) == .unanswered(.overdue))
        #expect(watch.ends == [.silent])
        await workers.close()
    }

    /// Whoever goes is not served any more, and holds nobody up.
    @Test func whoIsGoneIsNotServed() async throws {
        let watch = WorkerWatch()
        let workers = try await pool("wait", patience: .seconds(3), watch: watch)
        async let slow = Message("astray").refusal(by: workers)
        try await Task.sleep(for: .milliseconds(500))
        let gone = Task { try await Message("bonjour").refusal(by: workers) }
        try await Task.sleep(for: .milliseconds(200))
        gone.cancel()
        #expect(try await gone.value == .unanswered(.overdue))
        let late = Task { try await Message("bonjour").refusal(by: workers) }
        late.cancel()
        #expect(try await late.value == .unanswered(.overdue))
        #expect(try await slow == .unanswered(.overdue))
        #expect(watch.events.count { $0 == .answered } == 1)
        await workers.close()
    }

    /// Time of the processor is for each job: a worker that has used more than one's over many is not ended.
    @Test func whatEarlierJobsUsedIsNotCounted() async throws {
        let watch = WorkerWatch()
        let workers = try await pool("burnHalf", watch: watch)
        for _ in 0..<6 { #expect(try await Message("astray").refusal(by: workers) == nil) }
        #expect(watch.ends.isEmpty)
        await workers.close()
    }

    @Test func whoIsKilledIsReplacedAndTheJobIsDone() async throws {
        let watch = WorkerWatch()
        let workers = try await pool(watch: watch)
        let message = try Message("bonjour")
        for _ in 0..<3 {
            let first = try #require(workers.processes.first)
            kill(first, SIGKILL)
            #expect(try await message.refusal(by: workers) == nil)
            #expect(workers.processes.count == 1 && workers.processes.first != first)
        }
        #expect(watch.ends == [.killed, .killed, .killed])
        await workers.close()
    }

    @Test func whoIsKilledWhileNobodyAsksIsReplaced() async throws {
        let watch = WorkerWatch()
        let workers = try await pool(watch: watch)
        let first = try #require(workers.processes.first)
        kill(first, SIGKILL)
        for _ in 0..<600 where workers.processes.first == first || workers.processes.isEmpty {
            try await Task.sleep(for: .milliseconds(50))
        }
        #expect(workers.processes.count == 1 && workers.processes.first != first)
        #expect(watch.events == [.ended(.killed)])
        await workers.close()
    }

    @Test func aClosedPoolLeavesNoProcess() async throws {
        let workers = try await pool(count: 2)
        let processes = workers.processes
        await workers.close()
        for process in processes { #expect(kill(process, 0) == -1) }
        #expect(workers.processes.isEmpty)
        #expect(try await Message("bonjour").refusal(by: workers) == .unanswered(.noWorker))
        await workers.close()
    }

    @Test func aForgottenPoolLeavesNoProcess() async throws {
        var processes: [Int32] = []
        do {
            let workers = try await pool(count: 2)
            processes = workers.processes
            #expect(try await Message("bonjour").refusal(by: workers) == nil)
        }
        for _ in 0..<200 where processes.contains(where: { kill($0, 0) == 0 }) {
            try await Task.sleep(for: .milliseconds(50))
        }
        for process in processes { #expect(kill(process, 0) == -1) }
    }

    @Test func whatCannotBeStartedIsSaid() async throws {
        await #expect(throws: WorkerStartError.notStarted(code: ENOENT)) {
            try await SignatureWorkers(count: 2, program: WorkerProgram(path: "/nowhere/dmp", arguments: ["dmp"]))
        }
        await #expect(throws: WorkerStartError.notReady) {
            try await SignatureWorkers(count: 1, program: WorkerProgram(path: "/bin/true", arguments: ["true"]))
        }
        await #expect(throws: WorkerStartError.refused(.filter)) {
            try await SignatureWorkers(count: 1, program: ProbeProgram.named("unfiltered"))
        }
    }

    /// Before the first job comes, the process has given up what it gives up.
    @Test func aWorkerIsConfinedBeforeItsFirstJob() async throws {
        let workers = try await pool()
        let process = try #require(workers.processes.first)
        func read(_ name: String) throws -> String {
            String(decoding: try Data(contentsOf: URL(fileURLWithPath: "/proc/\(process)/\(name)")), as: UTF8.self)
        }
        let status = try read("status").split(separator: "\n").map { $0.filter { !$0.isWhitespace } }
        #expect(status.contains("Seccomp:2") && status.contains("NoNewPrivs:1"))
        let limits = try read("limits").split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
        let memory = WorkerLimits.signatures.memoryBytes
        for line in [
            "Max core file size 0 0 bytes", "Max file size 0 0 bytes", "Max open files 3 3 files",
            "Max data size \(memory) \(memory) bytes",
        ] { #expect(limits.contains(line)) }
        #expect(try FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/fd").count == 3)
        // Where the loader finds libraries, at most.
        let told = try read("environ").split(separator: "\0")
        #expect(told.allSatisfy { $0.hasPrefix("LD_LIBRARY_PATH=") })
        await workers.close()
    }
}
