internal import Foundation
internal import Synchronization

/// A few threads of its own for calls that block, so that none holds a thread of the cooperative pool.
public final class BlockingPool: Sendable {
    private let queue = WorkQueue()
    private let limit: Int

    /// A pool of so many threads, at which at most `limit` calls may wait.
    public init(threads: Int = 4, limit: Int = 1000) {
        self.limit = max(limit, 0)
        for number in 0..<max(threads, 1) {
            let thread = Thread { [queue] in queue.serve() }
            thread.name = "messages-\(number)"
            thread.stackSize = 1 << 20
            thread.start()
        }
    }

    // Waiting calls are still done; then the threads end.
    deinit { queue.close() }

    /// Runs a call on a thread of the pool; throws `busy` when too many wait.
    func run<Value: Sendable>(_ body: @escaping @Sendable () -> Value) async throws(MessageError) -> Value {
        let value: Value? = await withCheckedContinuation { continuation in
            let accepted = queue.add(limit: limit) { continuation.resume(returning: body()) }
            if !accepted { continuation.resume(returning: nil) }
        }
        guard let value else { throw .busy }
        return value
    }
}

/// What waits for the threads.
private final class WorkQueue: Sendable {
    private struct State {
        var waiting: [@Sendable () -> Void] = []
        var isClosed = false
    }

    private let state = Mutex(State())
    private let wake = DispatchSemaphore(value: 0)

    func add(limit: Int, _ work: @escaping @Sendable () -> Void) -> Bool {
        let accepted = state.withLock { state in
            guard !state.isClosed, state.waiting.count < limit else { return false }
            state.waiting.append(work)
            return true
        }
        if accepted { wake.signal() }
        return accepted
    }

    func close() {
        state.withLock { $0.isClosed = true }
        wake.signal()
    }

    func serve() {
        // libcurl without signals leaves SIGPIPE to us: a server that hangs up must not end the process.
        var pipe = sigset_t()
        sigemptyset(&pipe)
        sigaddset(&pipe, SIGPIPE)
        pthread_sigmask(SIG_BLOCK, &pipe, nil)
        while true {
            wake.wait()
            let (work, isDone) = state.withLock { state in
                state.waiting.isEmpty ? (nil, state.isClosed) : (state.waiting.removeFirst(), false)
            }
            work?()
            // The closing signal is handed from thread to thread.
            if isDone { return _ = wake.signal() }
        }
    }
}
