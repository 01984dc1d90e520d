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
        if try configuration.value(Keys.domain) == .production, try configuration.value(sender).hasSuffix(".example") {
            throw StartFailure.exampleSender(sender.name, without: carrier.name)
        }
        let user = try configuration.value(user)
        let password = try configuration.value(password).reveal()
        let identity = try identity(configuration)
        let trusted = try file(authorities, configuration)
        let settings = try MessageKeys.naming([
            .host: host.name, .port: port.name, .sender: sender.name, .credentials: self.user.name,
            .credentialsWithoutTLS: security.name, .identityWithoutTLS: security.name,
        ]) { () throws in
            try SMTPSettings(
                host: try configuration.value(host),
                port: try configuration.value(port),
                security: try configuration.value(security),
                credentials: user.isEmpty ? nil : SMTPCredentials(user: user, password: password),
                sender: try configuration.value(sender),
                senderName: "DMP",
                authorities: trusted,
                identity: identity,
                timeoutSeconds: timeoutSeconds
            )
        }
        return SecureMailer(
            settings,
            pool: BlockingPool(threads: lines, limit: lines),
            now: SystemClock.now,
            makeID: SystemClock.newID
        )
    }

    private static func identity(_ configuration: Configuration) throws -> SMTPIdentity? {
        switch (try file(certificate, configuration), try file(key, configuration)) {
        case (nil, nil): return nil
        case (let certificate?, let key?):
            try PrivateFiles.checkKey(key)
            return SMTPIdentity(certificate: certificate, key: key)
        case (_?, nil): throw StartFailure.halfIdentity(self.key.name, beside: self.certificate.name)
        case (nil, _?): throw StartFailure.halfIdentity(self.certificate.name, beside: self.key.name)
        }
    }

    /// The path of a file that can be read; nil where none is named.
    private static func file(_ key: ConfigurationKey<String>, _ configuration: Configuration) throws -> String? {
        let path = try configuration.value(key)
        guard !path.isEmpty else { return nil }
        guard FileManager.default.isReadableFile(atPath: path) else { throw StartFailure.unreadable(path) }
        return path
    }
}
