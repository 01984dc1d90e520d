import Dispatch
import GRDB
import Synchronization

/// The only writer: drains what has queued into one transaction, one fsync, then answers every caller.
///
/// While a commit waits on the disk the next requests gather by themselves, so a lone caller is never made to wait for
/// company and many callers share one fsync. After any error of COMMIT or of a checkpoint nothing more is written
/// (security design § 6.2): the outcome on disk is unknown and only a restart can learn it.
final class GroupCommitWriter: Sendable {
    private struct State {
        var phase = Phase.open
        var queued: [WriteRequest] = []
        var isDraining = false
    }

    private enum Phase {
        case open
        case closed
        case failed(HostStoreError)
    }

    private let pool: DatabasePool
    private let limits: HostLimits
    private let hooks: HostHooks
    private let thread = DispatchQueue(label: "host-writer")
    private let state = Mutex(State())
    private let logged = Mutex(0)

    init(pool: DatabasePool, limits: HostLimits, hooks: HostHooks) {
        self.pool = pool
        self.limits = limits
        self.hooks = hooks
    }

    var isOpen: Bool {
        state.withLock { if case .open = $0.phase { true } else { false } }
    }

    /// How many requests wait for the next group.
    var waiting: Int { state.withLock { $0.queued.count } }

    /// Runs `body` in a savepoint of the next group and answers once it is durable.
    func write<T: Sendable>(
        weight: Int = 0,
        _ body: @escaping @Sendable (Database) throws -> T
    ) async throws(HostStoreError) -> T {
        let result: Result<T, HostStoreError> = await withCheckedContinuation { continuation in
            enqueue(
                WriteRequest(
                    weight: weight,
                    execute: { db in
                        let value = try body(db)
                        return { continuation.resume(returning: .success(value)) }
                    },
                    fail: { continuation.resume(returning: .failure($0)) }
                )
            )
        }
        return try result.get()
    }

    /// Stops writing because something outside the database failed to become durable.
    func stop(_ error: HostStoreError) {
        let abandoned: [WriteRequest]? = state.withLock { state in
            if case .failed = state.phase { return nil }
            state.phase = .failed(error)
            defer { state.queued = [] }
            return state.queued
        }
        guard let abandoned else { return }
        for request in abandoned { request.fail(error) }
        hooks.failed(error)
    }

    /// Refuses new requests, ends those that wait, empties the log.
    func close() async {
        state.withLock { if case .open = $0.phase { $0.phase = .closed } }
        await withCheckedContinuation { continuation in
            thread.async { [self] in
                drain()
                if case .closed = state.withLock({ $0.phase }) {
                    try? pool.writeWithoutTransaction { db in _ = try db.checkpoint(.truncate) }
                }
                continuation.resume()
            }
        }
    }

    private func enqueue(_ request: WriteRequest) {
        let refusal: HostStoreError? = state.withLock { state in
            switch state.phase {
            case .closed: return .closed
            case .failed(let error): return error
            case .open: break
            }
            guard state.queued.count < limits.queuedRequests else { return .overloaded }
            state.queued.append(request)
            if !state.isDraining {
                state.isDraining = true
                thread.async { [self] in drain() }
            }
            return nil
        }
        if let refusal { request.fail(refusal) }
    }

    private func drain() {
        while let group = nextGroup() {
            do {
                let answers = try commit(group)
                for answer in answers { answer() }
                try checkpointIfDue(group)
            } catch let failure as GroupFailure {
                stop(failure.error)
                for request in group { request.fail(failure.error) }
            } catch {
                // The group is answered; what failed is the checkpoint after it.
                stop(hostError(error))
            }
        }
    }

    private func nextGroup() -> [WriteRequest]? {
        state.withLock { state in
            var bytes = 0
            let count = state.queued.prefix(max(1, limits.requestsPerGroup)).prefix { request in
                defer { bytes += request.weight }
                return bytes == 0 || bytes + request.weight <= limits.bytesPerGroup
            }.count
            guard count > 0 else {
                state.isDraining = false
                return nil
            }
            defer { state.queued.removeFirst(count) }
            return Array(state.queued.prefix(count))
        }
    }

    /// The group failed as a whole: no answer has been given, and the outcome is unknown.
    private struct GroupFailure: Error {
        var error: HostStoreError
    }

    private func commit(_ group: [WriteRequest]) throws -> [@Sendable () -> Void] {
        do {
            return try pool.writeWithoutTransaction { db in
                do {
                    try db.beginTransaction(.immediate)
                    hooks.reached(.groupBegun)
                    let answers = try group.map { try run($0, db) }
                    hooks.reached(.groupExecuted)
                    try db.commit()
                    hooks.reached(.groupCommitted)
                    return answers
                } catch {
                    try? db.rollback()
                    throw error
                }
            }
        } catch {
            throw GroupFailure(error: storageError(error))
        }
    }

    /// A refusal stays the caller's own; anything that may have hurt the transaction ends the whole group.
    private func run(_ request: WriteRequest, _ db: Database) throws -> @Sendable () -> Void {
        var answer: (@Sendable () -> Void)?
        do {
            try db.inSavepoint {
                answer = try request.execute(db)
                return .commit
            }
        } catch let refusal as HostStoreError where db.isInsideTransaction {
            return { request.fail(refusal) }
        } catch let error as DatabaseError where db.isInsideTransaction && error.resultCode == .SQLITE_CONSTRAINT {
            return { request.fail(.conflict(.database)) }
        }
        return answer ?? { request.fail(.conflict(.database)) }
    }

    /// Moves the log into the database from the writer itself, never automatically: SQLite drops the errors of its own
    /// automatic checkpoints, and a failed fsync there must stop the store.
    private func checkpointIfDue(_ group: [WriteRequest]) throws {
        // About eight pages of 4 KiB are touched by a request, whatever its own size.
        let added = group.reduce(0) { $0 + $1.weight + 32_768 }
        let isDue = logged.withLock { logged in
            logged += added
            guard logged >= limits.checkpointBytes else { return false }
            logged = 0
            return true
        }
        guard isDue else { return }
        hooks.reached(.checkpointStarting)
        try pool.writeWithoutTransaction { db in _ = try db.checkpoint(.passive) }
        hooks.reached(.checkpointDone)
    }
}
