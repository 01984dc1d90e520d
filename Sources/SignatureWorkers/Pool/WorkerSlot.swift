internal import Foundation
internal import SafeXML
internal import Synchronization

/// One place of the pool: a thread that always has one worker, and asks it one job at a time.
///
/// A thread and not a task: it waits, and the kernel ends a worker with the thread that started it.
final class WorkerSlot: Sendable {
    private let program: WorkerProgram
    private let terms: WorkerTerms
    private let queue: JobQueue
    private let observe: @Sendable (WorkerEvent) -> Void
    private let shown = Mutex<Int32?>(nil)

    init(
        program: WorkerProgram,
        terms: WorkerTerms,
        queue: JobQueue,
        observe: @escaping @Sendable (WorkerEvent) -> Void
    ) {
        (self.program, self.terms, self.queue, self.observe) = (program, terms, queue, observe)
    }

    /// The process at work now; nil while there is none.
    var process: Int32? { shown.withLock { $0 } }

    /// Starts the thread; told once whether its first worker is ready, and once when all is over.
    func launch(
        onReady: @escaping @Sendable (WorkerStartError?) -> Void,
        onEnd: @escaping @Sendable () -> Void
    ) {
        let thread = Thread { [self] in
            var seat = Seat(program: program, terms: terms)
            do throws(WorkerStartError) {
                try seat.fill()
                show(seat)
                onReady(nil)
                work(&seat)
            } catch {
                onReady(error)
            }
            seat.leave()
            show(seat)
            onEnd()
        }
        thread.name = "signatures"
        thread.start()
    }

    private func work(_ seat: inout Seat) {
        while true {
            switch queue.next(seat.process == nil ? .unstaffed : .staffed) {
            case .closed: return
            case .idle: lookAfter(&seat)
            case .job(let pending):
                let isTimely = ContinuousClock.now < pending.deadline
                let verdict = isTimely ? verdict(on: pending.job, &seat) : .unanswered(.noWorker)
                observe(.answered)
                pending.answer(verdict)
                renew(&seat)
            }
            show(seat)
        }
    }

    /// Asks the worker, and once more another one where the first ended by chance.
    private func verdict(on job: SignatureJob, _ seat: inout Seat) -> SignatureVerdict {
        // One that has gone before the job came has not lost it.
        lookAfter(&seat)
        var isLast = false
        while true {
            do throws(SeatFault) {
                return try seat.verdict(on: job)
            } catch {
                switch error {
                case .unaskable: return .notVerifiable(reason: 0)
                case .noWorker:
                    observe(.missing)
                    return .unanswered(.noWorker)
                case .ended(let end):
                    replace(&seat, after: end)
                    guard end.isByChance, !isLast else { return .unanswered(end.silence) }
                    isLast = true
                }
            }
        }
    }

    private func lookAfter(_ seat: inout Seat) {
        if let end = seat.lookAfter() {
            replace(&seat, after: end)
        } else if seat.process == nil {
            do throws(WorkerStartError) { try seat.fill() } catch { observe(.missing) }
        }
    }

    /// A worker that has done its jobs works on until another is ready.
    private func renew(_ seat: inout Seat) {
        do throws(WorkerStartError) { if try seat.renew() { observe(.replaced) } } catch { observe(.missing) }
    }

    private func replace(_ seat: inout Seat, after end: WorkerEnd) {
        observe(.ended(end))
        do throws(WorkerStartError) { try seat.fill() } catch { observe(.missing) }
        show(seat)
    }

    private func show(_ seat: Seat) {
        let before = shown.withLock { shown in
            defer { shown = seat.process }
            return shown
        }
        queue.note(workers: (seat.process == nil ? 0 : 1) - (before == nil ? 0 : 1))
    }
}
