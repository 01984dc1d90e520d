import Dispatch
import GRDB
import Synchronization

/// Work that waits for its turn and its flush.
protocol WaitingJob: Sendable {
    /// Runs in a savepoint; keeps its own result.
    func run(in database: Database) -> any FinishedJob
    /// Answers the caller when the commit failed.
    func fail(_ error: any Error)
}

/// Work whose caller hears of it after the commit.
protocol FinishedJob: Sendable {
    func succeed()
    func fail(_ error: any Error)
}

struct Job<Value: Sendable>: WaitingJob {
    let work: @Sendable (Database) throws -> Value
    let continuation: CheckedContinuation<Value, any Error>

    struct Finished: FinishedJob {
        let result: Result<Value, any Error>
        let continuation: CheckedContinuation<Value, any Error>
        func succeed() { continuation.resume(with: result) }
        func fail(_ error: any Error) { continuation.resume(throwing: error) }
    }

    func run(in database: Database) -> any FinishedJob {
        do {
            var value: Value?
            try database.inSavepoint {
                value = try work(database)
                return .commit
            }
            guard let value else { throw DurabilityError.outcomeUnknown }
            return Finished(result: .success(value), continuation: continuation)
        } catch {
            return Finished(result: .failure(error), continuation: continuation)
        }
    }

    func fail(_ error: any Error) { continuation.resume(throwing: error) }
}

/// Drains waiting work into shared transactions: while one flush is under way, the next batch gathers.
final class GroupWriter: Sendable {
    /// The most pieces of work in one transaction.
    static let batchLimit = 256

    private struct State {
        var waiting: [any WaitingJob] = []
        var isDraining = false
        var hasFailed = false
    }

    private enum Next { case start, wait, refuse }

    private let pool: DatabasePool
    private let state = Mutex(State())
    private let queue = DispatchQueue(label: "durable-writer", qos: .userInitiated)

    init(pool: DatabasePool) { self.pool = pool }

    func enqueue(_ job: some WaitingJob) {
        let next = state.withLock { state -> Next in
            if state.hasFailed { return .refuse }
            state.waiting.append(job)
            if state.isDraining { return .wait }
            state.isDraining = true
            return .start
        }
        switch next {
        case .start: queue.async { self.drain() }
        case .wait: break
        case .refuse: job.fail(DurabilityError.outcomeUnknown)
        }
    }

    private func drain() {
        while let batch = nextBatch() {
            var finished: [any FinishedJob] = []
            do {
                try pool.writeWithoutTransaction { database in
                    try database.inTransaction(.immediate) {
                        finished = batch.map { $0.run(in: database) }
                        return .commit
                    }
                }
                for job in finished { job.succeed() }
            } catch {
                // A flush that failed is never tried again: the kernel may have dropped the pages (fsyncgate).
                let stranded = state.withLock { state in
                    state.hasFailed = true
                    state.isDraining = false
                    defer { state.waiting = [] }
                    return state.waiting
                }
                if finished.isEmpty {
                    for job in batch { job.fail(DurabilityError.outcomeUnknown) }
                } else {
                    for job in finished { job.fail(DurabilityError.outcomeUnknown) }
                }
                for job in stranded { job.fail(DurabilityError.outcomeUnknown) }
                return
            }
        }
    }

    private func nextBatch() -> [any WaitingJob]? {
        state.withLock { state in
            guard !state.waiting.isEmpty else {
                state.isDraining = false
                return nil
            }
            let batch = Array(state.waiting.prefix(Self.batchLimit))
            state.waiting.removeFirst(batch.count)
            return batch
        }
    }
}
