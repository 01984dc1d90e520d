import Foundation
import HealthRecord
import Messages
import ServerKit
import Wording

extension MessageKeys {
    /// The longest that a mail server may take, in seconds: nobody waits for a notice.
    private static let mailSeconds = 30

    /// The carriers that a configuration asks for; one that could carry nothing stops the start.
    static func carriers(
        _ configuration: Configuration,
        service: ServiceSheet
    ) throws -> [ContactKind: any MessageCarrier] {
        var carriers: [ContactKind: any MessageCarrier] = [:]
        var faults: [any SpokenFailure] = []
        carriers[.letter] = faults.attempt { try letterCarrier(configuration, service) } ?? nil
        carriers[.email] = faults.attempt { try emailCarrier(configuration, service) } ?? nil
        carriers[.sms] = faults.attempt { try textCarrier(configuration, service) } ?? nil
        try faults.end()
        return carriers
    }

    private static func letterCarrier(
        _ configuration: Configuration,
        _ service: ServiceSheet
    ) throws -> (any MessageCarrier)? {
        switch try configuration.value(letters) {
        case .none: return nil
        case .outbox: return try outbox(letters.name, configuration, service)
        case .spool:
            let path = try openFolder(for: letters.name, configuration)
            return LetterSpool(path: path, service: service, makeID: SystemClock.newID)
        }
    }

    private static func emailCarrier(
        _ configuration: Configuration,
        _ service: ServiceSheet
    ) throws -> (any MessageCarrier)? {
        switch try configuration.value(emails) {
        case .none: nil
        case .outbox: try outbox(emails.name, configuration, service)
        case .smtp: try mailer(configuration, service)
        }
    }

    private static func textCarrier(
        _ configuration: Configuration,
        _ service: ServiceSheet
    ) throws -> (any MessageCarrier)? {
        switch try configuration.value(texts) {
        case .none: nil
        case .outbox: try outbox(texts.name, configuration, service)
        case .gateway: try gateway(configuration, service)
        }
    }

    /// Its files hold codes that open records: fictitious people's alone.
    static func outbox(
        _ key: String,
        _ configuration: Configuration,
        _ service: ServiceSheet
    ) throws -> OutboxFolder {
        guard try configuration.value(Keys.domain) != .production else { throw StartFailure.outboxInProduction(key) }
        return OutboxFolder(
            path: try openFolder(for: key, configuration),
            service: service,
            now: SystemClock.now,
            makeID: SystemClock.newID
        )
    }

    /// The folder of messages, made when it is not there, once somebody can write into it.
    private static func openFolder(for key: String, _ configuration: Configuration) throws -> String {
        let path = try configuration.value(folder)
        guard !path.isEmpty else { throw StartFailure.noMessageFolder(key) }
        var isFolder: ObjCBool = false
        guard mkdir(path, 0o700) == 0 || errno == EEXIST,
            FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue,
            FileManager.default.isWritableFile(atPath: path)
        else { throw StartFailure.unwritable(path, key: folder.name) }
        return path
    }

    private static func mailer(_ configuration: Configuration, _ service: ServiceSheet) throws -> SMTPMailer {
        SMTPMailer(
            try mailServer.settings(configuration, for: emails.name, timeoutSeconds: mailSeconds),
            service: service,
            pool: BlockingPool(),
            now: SystemClock.now,
            makeID: SystemClock.newID
        )
    }

    private static func gateway(_ configuration: Configuration, _ service: ServiceSheet) throws -> SMSGateway {
        let url = try configuration.value(smsURL)
        guard !url.isEmpty else { throw StartFailure.noGateway }
        let token = SMSToken(value: try configuration.value(smsToken).reveal())
        let settings = try naming([.url: smsURL.name, .headerValue: smsToken.name]) { () throws in
            try SMSGatewaySettings(url: url, token: token)
        }
        return SMSGateway(settings, service: service, pool: BlockingPool())
    }

    /// Says by which key of the file a setting came.
    static func naming<Settings>(
        _ keys: [MessageSettingsError: String],
        _ make: () throws -> Settings
    ) throws -> Settings {
        do { return try make() } catch let error as MessageSettingsError {
            guard let key = keys[error] else { throw error }
            throw StartFailure.badMessageSetting(key, error)
        }
    }
}

extension MessageSettingsError {
    /// What to write instead.
    var remedy: String {
        switch self {
        case .host: "write a host name; plainOnLoopback goes to this machine alone"
        case .port: "write a port from 1 to 65535"
        case .url: "write an https address"
        case .headerName: "write the name of a header"
        case .headerValue: "give the gateway's token, in ASCII without line breaks"
        case .sender: "write an e-mail address"
        case .credentials: "write user and password without line breaks or control characters"
        case .credentialsWithoutTLS: "a password asks for startTLS or implicitTLS"
        case .identityWithoutTLS: "a certificate asks for startTLS or implicitTLS"
        case .fieldName: "name each field once"
        case .timeout: "write 1 to 300 seconds"
        }
    }
}
