import Dispatch
import GRDB
import Synchronization

/// The only writer: drains what has queued into one transaction, one fsync, then answers every caller.
///
/// While a commit waits on the disk the next requests gather by themselves, so a lone caller is never made to wait for
/// company and many callers share one fsync. After any error of COMMIT or of a checkpoint nothing more is written
/// (security design § 6.2): the outcome on disk is unknown and only a restart can learn it.
final class GroupWriter<Failure: Error>: Sendable {
    private struct State {
        var phase = Phase.open
        var queued: [WriteRequest<Failure>] = []
        var isDraining = false
    }

    private enum Phase {
        case open
        case closed
        case failed(Failure)
    }

    private let pool: DatabasePool
    private let limits: DurabilityLimits
    private let hooks: DurabilityHooks<Failure>
    private let failure: @Sendable (any Error) -> Failure
    private let thread: DispatchQueue
    private let state = Mutex(State())
    private let logged = Mutex(0)

    init(
        pool: DatabasePool,
        label: String,
        limits: DurabilityLimits,
        hooks: DurabilityHooks<Failure>,
        failure: @escaping @Sendable (any Error) -> Failure
    ) {
        self.pool = pool
        self.limits = limits
        self.hooks = hooks
        self.failure = failure
        thread = DispatchQueue(label: label + "-writer")
    }

    var isOpen: Bool {
        state.withLock { if case .open = $0.phase { true } else { false } }
    }

    /// How many requests wait for the next group.
    var waiting: Int { state.withLock { $0.queued.count } }

    func enqueue(_ request: WriteRequest<Failure>) {
        let refusal: Failure? = state.withLock { state in
            switch state.phase {
            case .closed: return failure(DurabilityError.closed)
            case .failed(let error): return error
            case .open: break
            }
            guard state.queued.count < limits.queuedRequests else { return failure(DurabilityError.overloaded) }
            state.queued.append(request)
            if !state.isDraining {
                state.isDraining = true
                thread.async { [self] in drain() }
            }
            return nil
        }
        if let refusal { request.fail(refusal) }
    }

    /// Stops writing because something outside the database failed to become durable.
    func stop(_ error: Failure) {
        let abandoned: [WriteRequest<Failure>]? = state.withLock { state in
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
    func close(then done: @escaping @Sendable () -> Void) {
        state.withLock { if case .open = $0.phase { $0.phase = .closed } }
        thread.async { [self] in
            drain()
            if case .closed = state.withLock({ $0.phase }) {
                try? pool.writeWithoutTransaction { db in _ = try db.checkpoint(.truncate) }
            }
            done()
        }
    }

    private func drain() {
        while let group = nextGroup() {
            do {
                let answers = try commit(group)
                for answer in answers { answer() }
                try checkpointIfDue(group)
            } catch let failed as GroupFailure {
                let error = failure(failed.fault)
                stop(error)
                for request in group { request.fail(error) }
            } catch {
                // The group is answered; what failed is the checkpoint after it.
                stop(failure(DurabilityError(fault: error)))
            }
        }
    }

    private func nextGroup() -> [WriteRequest<Failure>]? {
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
        let fault: DurabilityError
    }

    private func commit(_ group: [WriteRequest<Failure>]) throws -> [@Sendable () -> Void] {
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
            throw GroupFailure(fault: DurabilityError(fault: error))
        }
    }

    /// A refusal stays the caller's own; anything that may have hurt the transaction ends the whole group.
    private func run(_ request: WriteRequest<Failure>, _ db: Database) throws -> @Sendable () -> Void {
        var answer: (@Sendable () -> Void)?
        do {
            answer = try db.inRequest { try request.execute(db) }
        } catch let error as DatabaseError where error.resultCode != .SQLITE_CONSTRAINT {
            throw error
        } catch  where db.isInsideTransaction {
            let error = failure(plain(error))
            return { request.fail(error) }
        }
        guard let answer else { throw DurabilityError.constraint }
        return answer
    }

    /// Moves the log into the database from the writer itself, never automatically: SQLite drops the errors of its own
    /// automatic checkpoints, and a failed fsync there must stop the store.
    private func checkpointIfDue(_ group: [WriteRequest<Failure>]) throws {
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
