import Foundation
import Glibc
import Sealing
import Synchronization
import Testing

@testable import HostStore

/// Security design § 6.5: the process is stopped at each durable step; what is found after is nothing or everything.
@Suite struct CrashTests {
    static let cases: [(FaultPoint, Int)] = FaultPoint.allCases.flatMap { point in [1, 2, 5].map { (point, $0) } }

    @Test(arguments: cases)
    func leavesNothingOrEverything(point: FaultPoint, hit: Int) async throws {
        let folder = try TemporaryFolder()
        await #expect(processExitsWith: .exitCode(9)) {
            [
                host = folder.host as String, log = (folder.path + "/acknowledged") as String,
                name = point.rawValue as String, hit = hit as Int
            ] in
            let counter = HitCounter(name: name, hit: hit)
            let hooks = HostHooks(reached: { counter.reached($0) })
            var limits = HostLimits()
            limits.checkpointBytes = 1
            let store = try HostStore(directory: host, limits: limits, hooks: hooks)
            let scenario = try Scenario()
            for step in 1...Scenario.steps {
                try await scenario.run(step: step, on: store)
                acknowledge(in: log)
            }
            _exit(9)
        }
        // One byte for each answer: the writer may leave the process while the answer is being noted.
        let acknowledged = (try? Data(contentsOf: URL(fileURLWithPath: folder.path + "/acknowledged")).count) ?? 0
        let store = try HostStore(directory: folder.host)
        try await store.checkDatabase()
        let scenario = try Scenario()
        let level = try await scenario.level(of: store)
        #expect(level == acknowledged || level == acknowledged + 1)
        for step in (1...Scenario.steps).dropFirst(level) { try await scenario.run(step: step, on: store) }
        #expect(try await scenario.level(of: store) == Scenario.steps)
        await store.close()
    }

    @Test func reachesEveryFaultPoint() async throws {
        let folder = try TemporaryFolder()
        let seen = SeenPoints()
        var limits = HostLimits()
        limits.checkpointBytes = 1
        let store = try HostStore(directory: folder.host, limits: limits, hooks: HostHooks(reached: { seen.add($0) }))
        let scenario = try Scenario()
        for step in 1...Scenario.steps { try await scenario.run(step: step, on: store) }
        await store.close()
        #expect(seen.points == Set(FaultPoint.allCases))
    }

    @Test func stopsWritingWhenTheDiskRefusesTheLog() async throws {
        let folder = try TemporaryFolder()
        await #expect(processExitsWith: .exitCode(70)) { [host = folder.host as String] in
            signal(SIGXFSZ, SIG_IGN)
            let store = try HostStore(directory: host, hooks: HostHooks(failed: { _ in print("stopped") }))
            var samples = Samples(seed: 1)
            let first = try samples.record()
            try await store.createRecord(first)
            limitFiles(to: 0)
            for _ in 0..<2 {
                let next = try samples.record()
                do throws(HostStoreError) {
                    try await store.createRecord(next)
                    _exit(2)
                } catch {
                    guard case .storageFailed = error else { _exit(3) }
                }
            }
            guard try await store.record(forTag: first.tag) != nil else { _exit(4) }
            guard try await !store.status().isWritable else { _exit(5) }
            _exit(70)
        }
        let store = try HostStore(directory: folder.host)
        #expect(try await store.counts().records == 1)
        await store.close()
    }

    @Test func goesOnWhenTheDiskRefusesOneObject() async throws {
        let folder = try TemporaryFolder()
        await #expect(processExitsWith: .exitCode(9)) { [host = folder.host as String] in
            signal(SIGXFSZ, SIG_IGN)
            let store = try HostStore(directory: host)
            let scenario = try Scenario()
            for step in 1...2 { try await scenario.run(step: step, on: store) }
            limitFiles(to: 50_000)
            do {
                try await scenario.run(step: 3, on: store)
                _exit(2)
            } catch {}
            limitFiles(to: .max)
            for step in 3...6 { try await scenario.run(step: step, on: store) }
            await store.close()
            _exit(9)
        }
        let store = try HostStore(directory: folder.host)
        #expect(try await Scenario().level(of: store) == Scenario.steps)
        await store.close()
    }
}

private func acknowledge(in log: String) {
    let file = open(log, O_WRONLY | O_CREAT | O_APPEND, 0o600)
    write(file, "+", 1)
    close(file)
}

private func limitFiles(to bytes: rlim_t) {
    var limit = rlimit()
    getrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
    limit.rlim_cur = bytes
    setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
}

/// Leaves the process at the n-th time a point is reached.
final class HitCounter: Sendable {
    private let name: String
    private let hit: Int
    private let count = Mutex(0)

    init(name: String, hit: Int) {
        self.name = name
        self.hit = hit
    }

    func reached(_ point: FaultPoint) {
        guard point.rawValue == name else { return }
        let number = count.withLock { count in
            count += 1
            return count
        }
        if number == hit { _exit(9) }
    }
}

/// The points reached so far.
final class SeenPoints: Sendable {
    private let seen = Mutex<[FaultPoint]>([])

    var points: Set<FaultPoint> { Set(seen.withLock { $0 }) }

    func count(of point: FaultPoint) -> Int { seen.withLock { $0.count { $0 == point } } }

    func add(_ point: FaultPoint) { seen.withLock { $0.append(point) } }
}
