import Logging
public import ServerKit
public import SignatureWorkers

/// Tells whoever watches the service what becomes of the workers that compute signatures: numbers in `/metrics`, and a line in
/// the log for each that ends before its time; of the message that it had, nothing.
struct SignatureAlarm: Sendable {
    private static let jobs = "signature_jobs_total"
    private static let ended = "signature_workers_ended_total"
    private static let replaced = "signature_workers_replaced_total"

    private let metrics: MetricsRegistry
    /// One for each way to end: whoever sends what ends workers must not fill the log.
    private let ends: [WorkerEnd: ThinnedLine<SignatureEvent>]
    private let missing: ThinnedLine<SignatureEvent>

    init(metrics: MetricsRegistry, log: EventLog) {
        self.metrics = metrics
        let lines = WorkerEnd.allCases.map { end in
            (end, ThinnedLine(SignatureEvent.signatureWorkerEnded, .reason(end), log: log, clock: SystemClock.server))
        }
        ends = Dictionary(uniqueKeysWithValues: lines)
        missing = ThinnedLine(.signatureWorkerMissing, log: log, clock: SystemClock.server)
        // A rise from nothing is only seen where the nothing was.
        for name in [Self.jobs, Self.replaced] { metrics.count(name, [], by: 0) }
        for end in WorkerEnd.allCases { metrics.count(Self.ended, [("why", end.rawValue)], by: 0) }
    }

    /// Notes what has become of one.
    func note(_ event: WorkerEvent) {
        switch event {
        case .answered: metrics.count(Self.jobs, [])
        case .replaced: metrics.count(Self.replaced, [])
        case .missing: missing.record()
        case .ended(let end):
            metrics.count(Self.ended, [("why", end.rawValue)])
            ends[end]?.record()
        }
    }

    /// Writes the lines of minutes that are over.
    func keepUp() { for line in [missing] + ends.values { line.keepUp() } }

    /// Writes what has no line yet.
    func end() { for line in [missing] + ends.values { line.end() } }
}

/// What somebody should look at.
enum SignatureEvent: String, EventCode {
    /// A worker ended before its time.
    case signatureWorkerEnded
    /// None could be started in its place.
    case signatureWorkerMissing

    var level: Logger.Level {
        switch self {
        case .signatureWorkerEnded: .warning
        case .signatureWorkerMissing: .error
        }
    }
}

extension WorkerEnd: ReasonCode {}
