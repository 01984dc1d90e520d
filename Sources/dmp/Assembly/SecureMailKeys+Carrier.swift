import Foundation
import HealthRecord
import Messages
import ServerKit
import Wording

/// Secured messaging as it was configured: by what documents leave, and where to.
struct SecureMailing: Sendable {
    let carrier: any SecureMailCarrier
    let domains: SecureDomains
}

extension SecureMailKeys {
    /// The longest that a relay may take: whoever sends waits for its answer, twice as long where all lines are taken, and the door
    /// closes a line after thirty seconds of silence.
    static let timeoutSeconds = 12
    /// Lines to the relay, and messages that wait for one; one more is told at once to come again.
    static let lines = 8

    /// The carrier that a configuration asks for; nil for none, and one that could carry nothing stops the start.
    static func mailing(_ configuration: Configuration, service: ServiceSheet) throws -> SecureMailing? {
        let chosen = try configuration.value(carrier)
        guard chosen != .none else { return nil }
        let names = try configuration.value(domains).split(separator: ",", omittingEmptySubsequences: false).map {
            $0.trimmingCharacters(in: .whitespaces)
        }
        guard let allowed = SecureDomains(names) else { throw StartFailure.badSecureDomains(domains.name) }
        switch chosen {
        case .none: return nil
        case .outbox:
            let outbox = try MessageKeys.outbox(carrier.name, configuration, service)
            return SecureMailing(carrier: outbox, domains: allowed)
        case .smtp: return SecureMailing(carrier: try mailer(configuration), domains: allowed)
        }
    }

    private static func mailer(_ configuration: Configuration) throws -> SecureMailer {
        SecureMailer(
            try relay.settings(configuration, for: carrier.name, timeoutSeconds: timeoutSeconds),
            pool: BlockingPool(threads: lines, limit: lines),
            now: SystemClock.now,
            makeID: SystemClock.newID
        )
    }
}
