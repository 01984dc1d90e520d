internal import Foundation
internal import Synchronization

/// One place of the pool: a thread that always has one worker, and asks it one job at a time.
///
/// A thread and not a task: it waits, and the kernel ends a worker with the thread that started it.
final class WorkerSlot<Trade: WorkerTrade>: Sendable {
    private let program: WorkerProgram
    private let limits: WorkerLimits
    private let name: String
    private let queue: JobQueue<Trade>
    private let observe: @Sendable (WorkerEvent) -> Void
    private let shown = Mutex<Int32?>(nil)

    init(
        program: WorkerProgram,
        limits: WorkerLimits,
        name: String,
        queue: JobQueue<Trade>,
        observe: @escaping @Sendable (WorkerEvent) -> Void
    ) {
        (self.program, self.limits, self.name) = (program, limits, name)
        (self.queue, self.observe) = (queue, observe)
    }

    /// The process at work now; nil while there is none.
    var process: Int32? { shown.withLock { $0 } }

    /// Starts the thread; told once whether its first worker is ready, and once when all is over.
    func launch(
        onReady: @escaping @Sendable (WorkerStartError?) -> Void,
        onEnd: @escaping @Sendable () -> Void
    ) {
        let thread = Thread { [self] in
            var seat = Seat<Trade>(program: program, limits: limits)
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
        thread.name = name
        thread.start()
    }

    private func work(_ seat: inout Seat<Trade>) {
        while true {
            switch queue.next(seat.process == nil ? .unstaffed : .staffed) {
            case .closed: return
            case .idle: lookAfter(&seat)
            case .job(let pending):
                let isTimely = ContinuousClock.now < pending.deadline
                let answer = isTimely ? answer(to: pending.job, &seat) : .failure(.noWorker)
                observe(.answered)
                pending.answer(answer)
                renew(&seat)
            }
            show(seat)
        }
    }

    /// Asks the worker, and once more another one where the first ended by chance.
    private func answer(
        to job: Trade.Job,
        _ seat: inout Seat<Trade>
    ) -> Result<Trade.Answer, WorkerSilence> {
        // One that has gone before the job came has not lost it.
        lookAfter(&seat)
        var isLast = false
        while true {
            do throws(SeatFault) {
                return .success(try seat.answer(to: job))
            } catch {
                switch error {
                case .unaskable: return .failure(.unaskable)
                case .noWorker:
                    observe(.missing)
                    return .failure(.noWorker)
                case .ended(let end):
                    replace(&seat, after: end)
                    guard end.isByChance, !isLast else { return .failure(end.silence) }
                    isLast = true
                }
            }
        }
    }

    private func lookAfter(_ seat: inout Seat<Trade>) {
        if let end = seat.lookAfter() {
            replace(&seat, after: end)
        } else if seat.process == nil {
            do throws(WorkerStartError) { try seat.fill() } catch { observe(.missing) }
        }
    }

    /// A worker that has done its jobs works on until another is ready; one that was there for a single job does not.
    private func renew(_ seat: inout Seat<Trade>) {
        do throws(WorkerStartError) {
            if seat.dismiss() {
                show(seat)
                try seat.fill()
                observe(.replaced)
            } else if try seat.renew() {
                observe(.replaced)
            }
        } catch {
            observe(.missing)
        }
    }

    private func replace(_ seat: inout Seat<Trade>, after end: WorkerEnd) {
        observe(.ended(end))
        do throws(WorkerStartError) { try seat.fill() } catch { observe(.missing) }
        show(seat)
    }

    private func show(_ seat: Seat<Trade>) {
        let before = shown.withLock { shown in
            defer { shown = seat.process }
            return shown
        }
        queue.note(workers: (seat.process == nil ? 0 : 1) - (before == nil ? 0 : 1))
    }
}
