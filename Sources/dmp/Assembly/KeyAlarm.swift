import Custody
import Logging
import ServerKit
import Synchronization

/// Tells whoever watches the service how the custodian's keys stand: a part of `/health`, numbers in `/metrics`, and a line in
/// the log when something begins that should not be, or an epoch has turned.
final class KeyAlarm: Sendable {
    private let custodian: Custodian
    private let metrics: MetricsRegistry
    private let log: EventLog
    private let last = Mutex<KeyStanding?>(nil)

    init(custodian: Custodian, metrics: MetricsRegistry, log: EventLog) {
        self.custodian = custodian
        self.metrics = metrics
        self.log = log
    }

    /// The part of `/health` that tells of it.
    var health: HealthReport.Component {
        last.withLock { $0 }.map { HealthReport.Component($0) } ?? HealthReport.Component(.ok, "not looked at yet")
    }

    /// One look.
    func look() async {
        guard let now = try? await custodian.keyStanding() else {
            metrics.show(1, as: "key_looks_failed", [])
            return log.record(KeyEvent.keyLookFailed)
        }
        let before = last.withLock { last in
            defer { last = now }
            return last
        }
        metrics.show(0, as: "key_looks_failed", [])
        metrics.show(Int(now.current), as: "key_epoch", [])
        metrics.show(now.held.count, as: "key_epochs_held", [])
        metrics.show(now.left.values.reduce(0, +), as: "key_records_left", [])
        metrics.show(now.unreadable, as: "key_records_unreadable", [])
        metrics.show(now.copies == .whole ? 0 : 1, as: "key_copies_behind", [])
        for delay in KeyDelay.allCases {
            metrics.show(now.delay == delay ? 1 : 0, as: "key_delayed", [("what", delay.rawValue)])
        }
        for event in KeyEvent.events(from: before, to: now) { log.record(event) }
    }
}

/// What becomes of the keys.
enum KeyEvent: String, EventCode {
    /// A new epoch has begun.
    case keysTurned
    /// A root key was destroyed: tables that stand under it open no more.
    case rootDestroyed
    case turnLate, destructionLate, keysUnreadable, keyCopiesBehind, keyLookFailed

    var level: Logger.Level {
        switch self {
        case .keysTurned, .rootDestroyed: .notice
        case .turnLate, .destructionLate, .keysUnreadable, .keyCopiesBehind, .keyLookFailed: .error
        }
    }

    /// What has begun between two looks; of the first look, what is wrong already.
    static func events(from before: KeyStanding?, to now: KeyStanding) -> [KeyEvent] {
        var events: [KeyEvent] = []
        if let before {
            if now.current != before.current { events.append(.keysTurned) }
            if !Set(before.held).isSubset(of: now.held) { events.append(.rootDestroyed) }
        }
        if let delay = now.delay, delay != before?.delay {
            events.append(delay == .turn ? .turnLate : .destructionLate)
        }
        if now.unreadable > before?.unreadable ?? 0 { events.append(.keysUnreadable) }
        if now.copies == .behind, before?.copies != .behind { events.append(.keyCopiesBehind) }
        return events
    }
}

extension HealthReport.Component {
    /// How the keys stand: the epoch, what is still under older ones, what is wrong.
    init(_ standing: KeyStanding) {
        var words = ["epoch \(standing.current)"]
        for (epoch, count) in standing.left.sorted(by: { $0.key < $1.key }) {
            words.append("\(count) of \(standing.records) records still under \(epoch)")
        }
        if standing.unreadable > 0 { words.append("\(standing.unreadable) do not open") }
        switch standing.delay {
        case .turn: words.append("a new epoch is overdue")
        case .destruction:
            words.append("the root key of epoch \(standing.held.first ?? 0) is overdue for destruction")
        case nil: break
        }
        if standing.copies == .behind { words.append("a copy of the key store is missing, newer or cannot be written") }
        let isWell = standing.delay == nil && standing.unreadable == 0 && standing.copies == .whole
        self.init(isWell ? .ok : .degraded, words.joined(separator: "; "))
    }
}
