import Dispatch
import Synchronization

/// A few threads for calls that wait on the disk, so that they never hold the cooperative pool.
final class BlockingPool: Sendable {
    private let queues: [DispatchQueue]
    private let limit: Int
    private let state = Mutex((waiting: 0, next: 0))

    init(threads: Int, limit: Int) {
        queues = (0..<max(1, threads)).map { DispatchQueue(label: "host-files-\($0)") }
        self.limit = limit
    }

    func run<T: Sendable>(
        _ work: @escaping @Sendable () throws(HostStoreError) -> T
    ) async throws(HostStoreError) -> T {
        let place: Int? = state.withLock { state in
            guard state.waiting < limit else { return nil }
            state.waiting += 1
            state.next = (state.next + 1) % queues.count
            return state.next
        }
        guard let place else { throw .overloaded }
        let result: Result<T, HostStoreError> = await withCheckedContinuation { continuation in
            queues[place].async { [self] in
                let result = Result { () throws(HostStoreError) -> T in try work() }
                state.withLock { $0.waiting -= 1 }
                continuation.resume(returning: result)
            }
        }
        return try result.get()
    }
}
