internal import SafeXML

/// The worker of a place, and the one that is to take over from it.
struct Seat {
    private let program: WorkerProgram
    private let terms: WorkerTerms
    private var worker: WorkerProcess?
    private var successor: WorkerProcess?
    private var done = 0
    private var number: UInt64 = 0

    init(program: WorkerProgram, terms: WorkerTerms) { (self.program, self.terms) = (program, terms) }

    var process: Int32? { worker?.id }

    /// Puts a worker there, and waits until it is ready.
    mutating func fill() throws(WorkerStartError) {
        let next: WorkerProcess
        if let successor { next = successor } else { next = try WorkerProcess(starting: program) }
        successor = nil
        worker = nil
        try next.waitUntilReady()
        (worker, done) = (next, 0)
    }

    /// Asks the worker; where there is none, one is looked for first.
    mutating func verdict(on job: SignatureJob) throws(SeatFault) -> SignatureVerdict {
        number += 1
        let (head, document): ([UInt8], [UInt8])
        do throws(SignatureFrameError) {
            (head, document) = (try SignatureFrame.head(of: job, number: number), try SignatureFrame.document(of: job))
        } catch {
            throw .unaskable
        }
        if worker == nil { do throws(WorkerStartError) { try fill() } catch { throw .noWorker } }
        guard let worker else { throw .noWorker }
        do throws(WorkerEnd) {
            let answer = try worker.answer(head: head, document: document, within: terms.patience)
            guard let verdict = SignatureAnswer.decode(answer, number: number) else {
                throw worker.end(because: .garbled)
            }
            done += 1
            return verdict
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

    /// Has a successor started a little before the worker has done its jobs, and lets it take over then; true once it has.
    ///
    /// Nobody waits for it: it gets ready while the last jobs are done. Where none can be started the old one stays.
    mutating func renew() throws(WorkerStartError) -> Bool {
        guard let old = worker else { return false }
        if successor == nil, done >= terms.jobs - min(Self.headStart, terms.jobs / 2) {
            successor = try? WorkerProcess(starting: program)
        }
        guard done >= terms.jobs else { return false }
        do throws(WorkerStartError) {
            try fill()
        } catch {
            (worker, done) = (old, max(0, terms.jobs - Self.headStart))
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
    private static let headStart = 50
}

/// Why a job got no verdict from a place.
enum SeatFault: Error {
    /// It cannot be put in bytes.
    case unaskable
    /// No worker could be started.
    case noWorker
    /// The worker ended over it.
    case ended(WorkerEnd)
}
