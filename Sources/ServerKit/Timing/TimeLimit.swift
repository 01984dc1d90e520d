import Synchronization

/// The time a request may take has passed.
struct TimeLimitReached: Error {}

/// One limit of time for many pieces of work at once.
///
/// All have the same limit, so they come due in the order they began, and one sleeper serves them all: a sleeper for each
/// would set and take back a timer at every request.
final class TimeLimit: Sendable {
    private struct Running {
        let began: UInt64
        let cancel: @Sendable () -> Void
    }

    private struct State {
        var next: UInt64 = 0
        var running: [UInt64: Running] = [:]
        var isSleeping = false
    }

    private let limit: Duration
    private let clock: ServerClock
    private let state = Mutex(State())

    init(_ limit: Duration, clock: ServerClock) {
        self.limit = limit
        self.clock = clock
    }

    /// Runs `work`, cancels it when the limit has passed first and waits for it to stop.
    ///
    /// - Throws: `TimeLimitReached`, or what the work throws within its time.
    func run<Value: Sendable>(_ work: @escaping @Sendable () async throws -> Value) async throws -> Value {
        let task = Task { try await work() }
        let number = begin { task.cancel() }
        let result = await withTaskCancellationHandler {
            await task.result
        } onCancel: {
            task.cancel()
        }
        guard end(number) else { throw TimeLimitReached() }
        return try result.get()
    }

    private func begin(_ cancel: @escaping @Sendable () -> Void) -> UInt64 {
        let now = clock.monotonicNanoseconds()
        let (number, mustSleep) = state.withLock { state in
            let number = state.next
            state.next += 1
            state.running[number] = Running(began: now, cancel: cancel)
            defer { state.isSleeping = true }
            return (number, !state.isSleeping)
        }
        if mustSleep { Task { [self] in await watch(from: number, after: limit) } }
        return number
    }

    /// Whether the work ended within its time.
    private func end(_ number: UInt64) -> Bool { state.withLock { $0.running.removeValue(forKey: number) != nil } }

    /// Sleeps until work of a number comes due, cancels what has, and goes on to the next until none runs.
    private func watch(from first: UInt64, after firstPause: Duration) async {
        var (number, pause) = (first, firstPause)
        while true {
            try? await clock.sleep(pause)
            let (due, next) = take(upTo: number)
            for running in due { running.cancel() }
            guard let next else { return }
            (number, pause) = next
        }
    }

    /// Takes out what has run too long; answers what comes due next, and in how long.
    private func take(upTo number: UInt64) -> (due: [Running], next: (UInt64, Duration)?) {
        let now = clock.monotonicNanoseconds()
        return state.withLock { state in
            let due = state.running.filter { $0.key <= number }
            for number in due.keys { state.running[number] = nil }
            guard let oldest = state.running.keys.min(), let running = state.running[oldest] else {
                state.isSleeping = false
                return (Array(due.values), nil)
            }
            let elapsed = now.subtractingReportingOverflow(running.began)
            let waited = Duration.nanoseconds(Int64(clamping: elapsed.overflow ? 0 : elapsed.partialValue))
            return (Array(due.values), (oldest, max(.zero, limit - waited)))
        }
    }
}
