/// The worker of a place, and the one that is to take over from it.
struct Seat<Trade: WorkerTrade> {
    private let program: WorkerProgram
    private let limits: WorkerLimits
    private var worker: WorkerProcess?
    private var successor: WorkerProcess?
    private var done = 0
    private var number: UInt64 = 0

    init(program: WorkerProgram, limits: WorkerLimits) { (self.program, self.limits) = (program, limits) }

    var process: Int32? { worker?.id }

    /// Puts a worker there, and waits until it is ready.
    mutating func fill() throws(WorkerStartError) {
        let next: WorkerProcess
        if let successor { next = successor } else { next = try WorkerProcess(starting: program) }
        successor = nil
        worker = nil
        try next.waitUntilReady(within: limits.start)
        (worker, done) = (next, 0)
    }

    /// Asks the worker; where there is none, one is looked for first.
    mutating func answer(to job: Trade.Job) throws(SeatFault) -> Trade.Answer {
        number += 1
        guard let parts = Trade.parts(of: job, number: number) else { throw .unaskable }
        if worker == nil { do throws(WorkerStartError) { try fill() } catch { throw .noWorker } }
        guard let worker else { throw .noWorker }
        do throws(WorkerEnd) {
            let answer = try worker.answer(to: parts, number: number, as: Trade.self, limits)
            done += 1
            return answer
        } catch {
            self.worker = nil
            throw .ended(error)
        }
    }

    /// Notices that the worker has gone while nobody asked it, and how.
    mutating func lookAfter() -> WorkerEnd? {
        guard let worker, !worker.isWaiting else { return nil }
        self.worker = nil
        return worker.end(because: .left)
    }

    /// Ends a worker that was there for one job and has done it; true where it was.
    mutating func dismiss() -> Bool {
        guard limits.jobs == 1, done == 1, let old = worker else { return false }
        old.end(after: .zero)
        worker = nil
        return true
    }

    /// Has a successor started a little before the worker has done its jobs, and lets it take over then; true once it has.
    ///
    /// Nobody waits for it: it gets ready while the last jobs are done. Where none can be started the old one stays.
    mutating func renew() throws(WorkerStartError) -> Bool {
        guard let old = worker else { return false }
        if successor == nil, done >= limits.jobs - headStart { successor = try? WorkerProcess(starting: program) }
        guard done >= limits.jobs else { return false }
        do throws(WorkerStartError) {
            try fill()
        } catch {
            (worker, done) = (old, limits.jobs - headStart)
            throw error
        }
        old.end(after: .zero)
        return true
    }

    /// Ends what is there.
    mutating func leave() {
        for process in [worker, successor] { process?.end(after: .seconds(1)) }
        (worker, successor) = (nil, nil)
    }

    /// Jobs before the last one at which the successor is started.
    private var headStart: Int { min(50, limits.jobs / 2) }
}

/// Why a job got no answer from a place.
enum SeatFault: Error {
    /// It cannot be put in bytes.
    case unaskable
    /// No worker could be started.
    case noWorker
    /// The worker ended over it.
    case ended(WorkerEnd)
}
