import Foundation
import HealthRecord
import Messages
import ServerKit
import Wording

/// How each kind of message leaves the house.
enum MessageKeys {
    /// Where one kind of message goes.
    enum Carrier: String, CaseIterable, Sendable { case none, outbox, smtp, gateway, spool }

    static let letters = ConfigurationKey<Carrier>(
        "messages.letters",
        .choice(),
        default: .spool,
        doc: "spool: PDF for the printing house; outbox: demonstrations."
    )
    static let emails = ConfigurationKey<Carrier>(
        "messages.emails",
        .choice(),
        default: .smtp,
        doc: "smtp, outbox (demonstrations), or none."
    )
    static let texts = ConfigurationKey<Carrier>(
        "messages.sms",
        .choice(),
        default: .gateway,
        doc: "gateway, outbox (demonstrations), or none."
    )
    static let folder = ConfigurationKey<String>(
        "messages.folder",
        .text("a folder, or nothing"),
        default: "",
        doc: "Folder of the outbox or of letters to print."
    )
    static let smtpHost = ConfigurationKey<String>(
        "smtp.host",
        .text("a host"),
        default: "localhost",
        doc: "Mail server."
    )
    static let smtpPort = ConfigurationKey<Int>("smtp.port", .integer(1...65_535), default: 587, doc: "Its port.")
    static let smtpSecurity = ConfigurationKey<SMTPSecurity>(
        "smtp.security",
        .choice(),
        default: .startTLS,
        doc: "How the connection to the mail server is protected."
    )
    static let smtpUser = ConfigurationKey<String>(
        "smtp.user",
        .text("a user, or nothing"),
        default: "",
        doc: "User at the mail server."
    )
    static let smtpPassword = ConfigurationKey<SecretText>(
        "smtp.password",
        .secret("a password"),
        default: SecretText(""),
        doc: "Password at the mail server."
    )
    static let smtpSender = ConfigurationKey<String>(
        "smtp.sender",
        .text("an address"),
        default: "ne-pas-repondre@dmp.example",
        doc: "Sender of e-mails."
    )
    static let smsURL = ConfigurationKey<String>(
        "sms.url",
        .text("an https address, or nothing"),
        default: "",
        doc: "Gateway of text messages."
    )
    static let smsToken = ConfigurationKey<SecretText>(
        "sms.token",
        .secret("a token"),
        default: SecretText(""),
        doc: "Value of the gateway's Authorization header."
    )

    static let declarations = [
        letters.declaration, emails.declaration, texts.declaration, folder.declaration, smtpHost.declaration,
        smtpPort.declaration, smtpSecurity.declaration, smtpUser.declaration, smtpPassword.declaration,
        smtpSender.declaration, smsURL.declaration, smsToken.declaration,
    ]

    /// The carriers that a configuration asks for.
    static func carriers(
        _ configuration: Configuration,
        service: ServiceSheet
    ) throws -> [ContactKind: any MessageCarrier] {
        var carriers: [ContactKind: any MessageCarrier] = [:]
        carriers[.letter] = try carrier(try configuration.value(letters), configuration, service)
        carriers[.email] = try carrier(try configuration.value(emails), configuration, service)
        carriers[.sms] = try carrier(try configuration.value(texts), configuration, service)
        return carriers
    }

    private static func carrier(
        _ kind: Carrier,
        _ configuration: Configuration,
        _ service: ServiceSheet
    ) throws -> (any MessageCarrier)? {
        switch kind {
        case .none: return nil
        case .outbox:
            return OutboxFolder(
                path: try configuration.value(folder),
                service: service,
                now: SystemClock.now,
                makeID: SystemClock.newID
            )
        case .spool:
            return LetterSpool(path: try configuration.value(folder), service: service, makeID: SystemClock.newID)
        case .smtp:
            let user = try configuration.value(smtpUser)
            let settings = try SMTPSettings(
                host: try configuration.value(smtpHost),
                port: try configuration.value(smtpPort),
                security: try configuration.value(smtpSecurity),
                credentials: user.isEmpty
                    ? nil : SMTPCredentials(user: user, password: try configuration.value(smtpPassword).reveal()),
                sender: try configuration.value(smtpSender),
                senderName: "DMP"
            )
            return SMTPMailer(
                settings,
                service: service,
                pool: BlockingPool(),
                now: SystemClock.now,
                makeID: SystemClock.newID
            )
        case .gateway:
            let url = try configuration.value(smsURL)
            guard !url.isEmpty else { throw StartFailure.noGateway }
            let settings = try SMSGatewaySettings(
                url: url,
                token: SMSToken(value: try configuration.value(smsToken).reveal())
            )
            return SMSGateway(settings, service: service, pool: BlockingPool())
        }
    }
}
