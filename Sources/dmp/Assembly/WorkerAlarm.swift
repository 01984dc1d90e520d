public import ConfinedWorkers
import Logging
public import ServerKit

/// The kinds of confined workers, by the word that their numbers begin with.
enum WorkerKind: String {
    /// Those that compute signatures.
    case signature
    /// Those that draw PDF files.
    case drawing
}

/// Tells whoever watches the service what becomes of the workers of one kind: numbers in `/metrics`, and a line in the log for
/// each that ends before its time; of the message or the file that it had, nothing.
struct WorkerAlarm: Sendable {
    private let jobs: String
    private let ended: String
    private let replaced: String
    private let metrics: MetricsRegistry
    /// One for each way to end: whoever sends what ends workers must not fill the log.
    private let ends: [WorkerEnd: ThinnedLine<WorkerLine>]
    private let missing: ThinnedLine<WorkerLine>

    init(_ kind: WorkerKind, metrics: MetricsRegistry, log: EventLog) {
        self.metrics = metrics
        jobs = "\(kind.rawValue)_jobs_total"
        ended = "\(kind.rawValue)_workers_ended_total"
        replaced = "\(kind.rawValue)_workers_replaced_total"
        let lines = WorkerEnd.allCases.map { end in
            (end, ThinnedLine(WorkerLine.ended(kind), .reason(end), log: log, clock: SystemClock.server))
        }
        ends = Dictionary(uniqueKeysWithValues: lines)
        missing = ThinnedLine(.missing(kind), log: log, clock: SystemClock.server)
        // A rise from nothing is only seen where the nothing was.
        for name in [jobs, replaced] { metrics.count(name, [], by: 0) }
        for end in WorkerEnd.allCases { metrics.count(ended, [("why", end.rawValue)], by: 0) }
    }

    /// Notes what has become of one.
    func note(_ event: WorkerEvent) {
        switch event {
        case .answered: metrics.count(jobs, [])
        case .replaced: metrics.count(replaced, [])
        case .missing: missing.record()
        case .ended(let end):
            metrics.count(ended, [("why", end.rawValue)])
            ends[end]?.record()
        }
    }

    /// Writes the lines of minutes that are over.
    func keepUp() { for line in [missing] + ends.values { line.keepUp() } }

    /// Writes what has no line yet.
    func end() { for line in [missing] + ends.values { line.end() } }
}

/// What somebody should look at.
enum WorkerLine: String, EventCode {
    /// A worker ended before its time.
    case signatureWorkerEnded, drawingWorkerEnded
    /// None could be started in its place.
    case signatureWorkerMissing, drawingWorkerMissing
    /// The workers that draw could not be started with the service, which goes on without them.
    case drawingNotStarted

    var level: Logger.Level {
        switch self {
        case .signatureWorkerEnded, .drawingWorkerEnded: .warning
        case .signatureWorkerMissing, .drawingWorkerMissing, .drawingNotStarted: .error
        }
    }

    static func ended(_ kind: WorkerKind) -> WorkerLine {
        switch kind {
        case .signature: .signatureWorkerEnded
        case .drawing: .drawingWorkerEnded
        }
    }

    static func missing(_ kind: WorkerKind) -> WorkerLine {
        switch kind {
        case .signature: .signatureWorkerMissing
        case .drawing: .drawingWorkerMissing
        }
    }
}

extension WorkerEnd: ReasonCode {}
