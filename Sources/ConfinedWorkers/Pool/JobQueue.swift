internal import Dispatch
internal import Foundation
internal import Synchronization

/// Jobs that wait for a worker, the oldest first.
final class JobQueue<Trade: WorkerTrade>: Sendable {
    /// One of them, answered exactly once.
    struct Pending: Sendable {
        let id: UInt64
        let job: Trade.Job
        let deadline: ContinuousClock.Instant
        let answer: @Sendable (Result<Trade.Answer, WorkerSilence>) -> Void
    }

    /// What a worker's thread has to do next.
    enum Next {
        case job(Pending)
        /// Nothing came for a second.
        case idle
        case closed
    }

    /// Whether a place that asks for a job has a worker for it.
    enum Staff {
        case staffed, unstaffed
    }

    private struct State {
        var waiting: [Pending] = []
        var workers = 0
        var isClosed = false
    }

    private let limit: Int
    private let state = Mutex(State())
    private let bell = DispatchSemaphore(value: 0)

    /// - Parameter limit: how many jobs may wait.
    init(limit: Int) { self.limit = limit }

    /// Puts a job in; nobody answers it where too many wait, or once the queue is closed.
    func add(_ pending: Pending) {
        let isTaken = state.withLock { state in
            let isTaken = !state.isClosed && state.waiting.count < limit
            if isTaken { state.waiting.append(pending) }
            return isTaken
        }
        if isTaken { bell.signal() } else { pending.answer(.failure(.noWorker)) }
    }

    /// Notes that so many workers more are there.
    func note(workers: Int) { state.withLock { $0.workers += workers } }

    /// Takes out a job that nobody waits for any more; true where it was still there.
    func withdraw(_ id: UInt64) -> Bool {
        state.withLock { state in
            guard let place = state.waiting.firstIndex(where: { $0.id == id }) else { return false }
            state.waiting.remove(at: place)
            return true
        }
    }

    /// Waits for what is to be done; on a thread of one's own.
    ///
    /// Whoever has no worker leaves the jobs to those who have one; where nobody has, he answers that it is so.
    func next(_ staff: Staff) -> Next {
        if staff == .unstaffed, state.withLock({ $0.workers > 0 && !$0.isClosed }) {
            Thread.sleep(forTimeInterval: 1)
            return state.withLock { $0.isClosed } ? .closed : .idle
        }
        _ = bell.wait(timeout: .now() + .seconds(1))
        return state.withLock { state in
            if state.isClosed { return .closed }
            return state.waiting.isEmpty ? .idle : .job(state.waiting.removeFirst())
        }
    }

    /// Answers what waits, and sends every thread home.
    func close(threads: Int) {
        let left = state.withLock { state in
            state.isClosed = true
            defer { state.waiting = [] }
            return state.waiting
        }
        for pending in left { pending.answer(.failure(.noWorker)) }
        for _ in 0..<threads { bell.signal() }
    }
}
