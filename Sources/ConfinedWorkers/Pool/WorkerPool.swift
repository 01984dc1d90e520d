internal import Synchronization

/// Processes that take a stranger's bytes in this one's place (security design X18).
///
/// Each is confined before its first job. A job that one ends over gets no answer.
public final class WorkerPool<Trade: WorkerTrade>: Sendable {
    private let limits: WorkerLimits
    private let queue: JobQueue<Trade>
    private let slots: [WorkerSlot<Trade>]
    private let ended: Countdown
    private let numbers = Atomic<UInt64>(0)

    /// Starts as many workers, and returns once all are ready.
    ///
    /// - Parameters:
    ///   - count: how many work side by side, at least one.
    ///   - program: what is started.
    ///   - limits: what each may have, and how long and how often it is asked.
    ///   - name: that of their threads.
    ///   - observe: told what becomes of them, on their threads.
    public init(
        count: Int,
        program: WorkerProgram,
        limits: WorkerLimits,
        name: String,
        observe: @escaping @Sendable (WorkerEvent) -> Void = { _ in }
    ) async throws(WorkerStartError) {
        self.limits = limits
        let queue = JobQueue<Trade>(limit: limits.waiting)
        self.queue = queue
        slots = (0..<max(1, count)).map { _ in
            WorkerSlot(program: program, limits: limits, name: name, queue: queue, observe: observe)
        }
        let (ready, ended) = (Countdown(from: slots.count), Countdown(from: slots.count))
        self.ended = ended
        for slot in slots { slot.launch(onReady: ready.count, onEnd: { ended.count(nil) }) }
        if let fault = await ready.end() {
            await close()
            throw fault
        }
    }

    /// Whoever forgets the pool ends it.
    deinit { queue.close(threads: slots.count) }

    /// The processes at work now.
    public var processes: [Int32] { slots.compactMap(\.process) }

    /// What a worker answers.
    public func ask(_ job: Trade.Job) async -> Result<Trade.Answer, WorkerSilence> {
        let id = numbers.wrappingAdd(1, ordering: .relaxed).newValue
        let answer = OneAnswer<Trade.Answer>()
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                answer.hold(continuation)
                queue.add(
                    JobQueue<Trade>.Pending(
                        id: id,
                        job: job,
                        deadline: .now.advanced(by: limits.queue),
                        answer: answer.give
                    )
                )
                // Whoever was gone before it stood there was not found.
                if Task.isCancelled, queue.withdraw(id) { answer.give(.failure(.overdue)) }
            }
        } onCancel: { [queue] in
            if queue.withdraw(id) { answer.give(.failure(.overdue)) }
        }
    }

    /// Ends all workers, and returns once they are gone; whoever asks afterwards gets no answer.
    public func close() async {
        queue.close(threads: slots.count)
        _ = await ended.end()
    }
}

/// An answer that is waited for and comes once.
private final class OneAnswer<Answer: Sendable>: Sendable {
    typealias Outcome = Result<Answer, WorkerSilence>

    private let waiting = Mutex<CheckedContinuation<Outcome, Never>?>(nil)

    func hold(_ continuation: CheckedContinuation<Outcome, Never>) {
        waiting.withLock { $0 = continuation }
    }

    func give(_ outcome: Outcome) {
        let continuation = waiting.withLock { waiting in
            defer { waiting = nil }
            return waiting
        }
        continuation?.resume(returning: outcome)
    }
}

/// Waits for a number of threads, and keeps the first thing that is wrong with one.
private final class Countdown: Sendable {
    private struct State {
        var left: Int
        var fault: WorkerStartError?
        var waiting: [CheckedContinuation<WorkerStartError?, Never>] = []
    }

    private let state: Mutex<State>

    init(from count: Int) { state = Mutex(State(left: count)) }

    func count(_ fault: WorkerStartError?) {
        let (waiting, fault) = state.withLock { state in
            state.left -= 1
            state.fault = state.fault ?? fault
            guard state.left == 0 else { return ([CheckedContinuation<WorkerStartError?, Never>](), state.fault) }
            defer { state.waiting = [] }
            return (state.waiting, state.fault)
        }
        for each in waiting { each.resume(returning: fault) }
    }

    func end() async -> WorkerStartError? {
        await withCheckedContinuation { continuation in
            let isOver = state.withLock { state in
                if state.left > 0 { state.waiting.append(continuation) }
                return state.left <= 0
            }
            if isOver { continuation.resume(returning: state.withLock { $0.fault }) }
        }
    }
}
