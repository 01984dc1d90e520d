import Synchronization
import Testing

@testable import ServerKit

@Suite struct TimeLimitTests {
    /// Sleeps that end when the test says so.
    private final class Sleeps: Sendable {
        private let waiting = Mutex<[CheckedContinuation<Void, Never>]>([])
        private let asked = Mutex<[Duration]>([])
        var durations: [Duration] { asked.withLock { $0 } }

        func sleep(_ duration: Duration) async {
            await withCheckedContinuation { continuation in
                asked.withLock { $0.append(duration) }
                waiting.withLock { $0.append(continuation) }
            }
        }

        /// Ends the sleep that somebody sleeps, once somebody does.
        func end() async {
            while true {
                let first = waiting.withLock { $0.isEmpty ? nil : $0.removeFirst() }
                if let first { return first.resume() }
                await Task.yield()
            }
        }
    }

    private final class Began: Sendable { let value = Mutex(false) }

    private let hand = Hand()
    private let sleeps = Sleeps()

    private var limit: TimeLimit {
        TimeLimit(
            .seconds(30),
            clock: ServerClock(
                wallMilliseconds: { 0 },
                monotonicNanoseconds: { [hand] in hand.nanoseconds },
                sleep: { [sleeps] in await sleeps.sleep($0) }
            )
        )
    }

    /// Work that ends only by being cancelled.
    private static func forever() async throws {
        while true {
            try Task.checkCancellation()
            await Task.yield()
        }
    }

    @Test func workWithinItsTimeAnswers() async throws {
        #expect(try await limit.run { 7 } == 7)
        await sleeps.end()
    }

    @Test func itsOwnErrorIsThrown() async throws {
        struct Own: Error {}
        await #expect(throws: Own.self) { try await limit.run { throw Own() } }
        await sleeps.end()
    }

    @Test func workPastItsTimeIsCancelled() async throws {
        let limit = limit
        let late = Task { try await limit.run { try await Self.forever() } }
        await sleeps.end()
        await #expect(throws: TimeLimitReached.self) { try await late.value }
    }

    @Test func oneSleeperServesThoseThatBeganLater() async throws {
        let limit = limit
        let first = Task { try await limit.run { try await Self.forever() } }
        while sleeps.durations.isEmpty { await Task.yield() }
        hand.advance(seconds: 10)
        let began = Began()
        let second = Task {
            try await limit.run {
                began.value.withLock { $0 = true }
                try await Self.forever()
            }
        }
        while !began.value.withLock({ $0 }) { await Task.yield() }
        hand.advance(seconds: 20)
        await sleeps.end()
        await #expect(throws: TimeLimitReached.self) { try await first.value }
        while sleeps.durations.count < 2 { await Task.yield() }
        #expect(sleeps.durations == [.seconds(30), .seconds(10)])
        await sleeps.end()
        await #expect(throws: TimeLimitReached.self) { try await second.value }
    }

    @Test func theCallersCancellationReachesTheWork() async throws {
        let limit = limit
        let caller = Task { try await limit.run { try await Self.forever() } }
        caller.cancel()
        await #expect(throws: CancellationError.self) { try await caller.value }
        await sleeps.end()
    }
}
