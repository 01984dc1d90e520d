import HealthRecord
import Logging
public import Messages
public import ServerKit
import Synchronization

/// Tells whoever watches the service how messages leave it: a line in the log for each try that fails, numbers in `/metrics`;
/// of the person and the address, nothing.
final class MessageAlarm: Sendable {
    private let metrics: MetricsRegistry
    private let log: EventLog
    private let standing = Mutex(MessageStanding())

    init(metrics: MetricsRegistry, log: EventLog) {
        self.metrics = metrics
        self.log = log
    }

    /// The part of `/health` that tells of it.
    var health: HealthReport.Component { HealthReport.Component(standing.withLock { $0 }) }

    /// Notes one try.
    func note(_ attempt: MessageAttempt) {
        let kind = ("kind", attempt.kind.rawValue)
        // Shown under the lock, so that of two tries at once the later one is what stands.
        standing.withLock { standing in
            standing.note(attempt)
            metrics.show(standing.failing[attempt.kind] == nil ? 0 : 1, as: "messages_failing", [kind])
        }
        let outcome = ("outcome", attempt.error == nil ? "taken" : "failed")
        metrics.count("message_tries_total", [kind, outcome])
        if let error = attempt.error { log.record(MessageEvent(attempt.kind), .reason(error.fault)) }
    }

    /// Notes a document given to secured messaging; whoever sends it has heard what became of it.
    func noteSecureMail(_ failure: MailFailure?) {
        let (outcome, event): (String, MessageEvent?) =
            switch failure {
            case nil: ("taken", nil)
            case .unsent: ("failed", .secureMailFailed)
            case .uncertain: ("uncertain", .secureMailUncertain)
            }
        metrics.count("message_tries_total", [("kind", "secureMail"), ("outcome", outcome)])
        if let event, let failure { log.record(event, .reason(failure.reason.fault)) }
    }
}

/// What did not leave, or did not surely.
enum MessageEvent: String, EventCode {
    case textMessageFailed, emailFailed, letterFailed, secureMailFailed, secureMailUncertain

    init(_ kind: ContactKind) {
        switch kind {
        case .sms: self = .textMessageFailed
        case .email: self = .emailFailed
        case .letter: self = .letterFailed
        }
    }

    var level: Logger.Level { .error }
}

extension MessageFault: ReasonCode {}

extension HealthReport.Component {
    /// How messages leave the service.
    init(_ standing: MessageStanding) {
        let failing = standing.failing
        let words = ContactKind.allCases.compactMap { kind in
            failing[kind].map { "\(kind.rawValue) fails (\($0.rawValue))" }
        }
        self.init(words.isEmpty ? .ok : .degraded, words.isEmpty ? "nothing fails" : words.joined(separator: "; "))
    }
}
