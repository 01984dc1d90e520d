import Logging
import RecordService
import ServerKit

/// Tells whoever watches the service how the trace log stands to its promises: numbers in `/metrics`, and a line in the log of
/// the process each time something is found that should not be.
struct PromiseAlarm: Sendable {
    let monitor: PromiseMonitor
    let metrics: MetricsRegistry
    let log: EventLog

    /// One look.
    func look() async {
        let before = monitor.standing
        guard let now = try? await monitor.look() else {
            metrics.show(1, as: "promise_looks_failed", [])
            return log.record(PromiseEvent.lookFailed)
        }
        metrics.show(0, as: "promise_looks_failed", [])
        metrics.show(now.kept, as: "promises_kept", [])
        metrics.show(now.broken, as: "promises_broken", [])
        metrics.show(now.isLate ? 1 : 0, as: "promises_late", [])
        metrics.show(now.fault == nil ? 0 : 1, as: "log_heads_refused", [])
        if now.broken > before.broken { log.record(PromiseEvent.promiseBroken) }
        if now.isLate, !before.isLate { log.record(PromiseEvent.promiseLate) }
        if let fault = now.fault, before.fault != fault { log.record(PromiseEvent(fault)) }
    }
}

/// What the host has found of the log.
enum PromiseEvent: String, EventCode {
    case promiseBroken, promiseLate, headUnsigned, headForked, logUnreadable, lookFailed

    init(_ fault: LogStanding.HeadFault) {
        switch fault {
        case .unsigned: self = .headUnsigned
        case .forked: self = .headForked
        case .unreadable: self = .logUnreadable
        }
    }

    var level: Logger.Level { .error }
}

extension HealthReport.Component {
    /// How the log stands to its promises.
    init(_ standing: LogStanding) {
        guard standing.isLooked else {
            self.init(.ok, "not looked at yet")
            return
        }
        var words = ["\(standing.kept) kept"]
        if standing.broken > 0 { words.append("\(standing.broken) broken") }
        if standing.isLate { words.append("an event waits for its place for too long") }
        switch standing.fault {
        case .unsigned: words.append("the head is not signed by the log's key")
        case .forked: words.append("the head does not go on where the last one ended")
        case .unreadable: words.append("the log cannot be read")
        case nil: break
        }
        self.init(standing.isWhole ? .ok : .degraded, words.joined(separator: "; "))
    }
}
