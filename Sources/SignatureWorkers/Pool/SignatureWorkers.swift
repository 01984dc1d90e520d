public import SafeXML
internal import Synchronization

/// Processes that compute signatures, so that no stranger's bytes reach xmlsec in this one (security design X18).
///
/// Each is confined before its first job. A job that one ends over gets no verdict, and is never said to be valid.
public final class SignatureWorkers: SignatureVerifying {
    private let queue = JobQueue()
    private let slots: [WorkerSlot]
    private let ended: Countdown
    private let numbers = Atomic<UInt64>(0)

    /// Starts as many workers, and returns once all are ready.
    ///
    /// - Parameters:
    ///   - count: how many work side by side, at least one.
    ///   - program: what is started.
    ///   - terms: how long and how often each is asked.
    ///   - observe: told what becomes of them, on their threads.
    public init(
        count: Int,
        program: WorkerProgram,
        terms: WorkerTerms = WorkerTerms(),
        observe: @escaping @Sendable (WorkerEvent) -> Void = { _ in }
    ) async throws(WorkerStartError) {
        let queue = self.queue
        slots = (0..<max(1, count)).map { _ in
            WorkerSlot(program: program, terms: terms, queue: queue, observe: observe)
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

    /// The verdict of a worker.
    public func verdict(on job: SignatureJob) async -> SignatureVerdict {
        let id = numbers.wrappingAdd(1, ordering: .relaxed).newValue
        let answer = OneAnswer()
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                answer.hold(continuation)
                queue.add(
                    JobQueue.Pending(
                        id: id,
                        job: job,
                        deadline: .now.advanced(by: .seconds(WorkerLimits.queueSeconds)),
                        answer: answer.give
                    )
                )
                // Whoever was gone before it stood there was not found.
                if Task.isCancelled, queue.withdraw(id) { answer.give(.unanswered(.overdue)) }
            }
        } onCancel: { [queue] in
            if queue.withdraw(id) { answer.give(.unanswered(.overdue)) }
        }
    }

    /// Ends all workers, and returns once they are gone; whoever asks afterwards gets no verdict.
    public func close() async {
        queue.close(threads: slots.count)
        _ = await ended.end()
    }
}

/// An answer that is waited for and comes once.
private final class OneAnswer: Sendable {
    private let waiting = Mutex<CheckedContinuation<SignatureVerdict, Never>?>(nil)

    func hold(_ continuation: CheckedContinuation<SignatureVerdict, Never>) {
        waiting.withLock { $0 = continuation }
    }

    func give(_ verdict: SignatureVerdict) {
        let continuation = waiting.withLock { waiting in
            defer { waiting = nil }
            return waiting
        }
        continuation?.resume(returning: verdict)
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
