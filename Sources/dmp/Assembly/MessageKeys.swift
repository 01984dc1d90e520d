import Messages
import ServerKit

/// How each kind of message leaves the house.
enum MessageKeys {
    /// Where letters go.
    enum LetterCarrier: String, CaseIterable, Sendable { case spool, outbox, none }
    /// Where e-mails go.
    enum EmailCarrier: String, CaseIterable, Sendable { case smtp, outbox, none }
    /// Where text messages go.
    enum TextCarrier: String, CaseIterable, Sendable { case gateway, outbox, none }

    static let letters = ConfigurationKey<LetterCarrier>(
        "messages.letters",
        .choice(),
        default: .spool,
        doc: "spool: PDF for the printing house; outbox: codes in clear, rehearsals only."
    )
    static let emails = ConfigurationKey<EmailCarrier>(
        "messages.emails",
        .choice(),
        default: .smtp,
        doc: "smtp: the mail server; outbox: codes in clear, rehearsals only."
    )
    static let texts = ConfigurationKey<TextCarrier>(
        "messages.sms",
        .choice(),
        default: .gateway,
        doc: "gateway: over https; outbox: codes in clear, rehearsals only."
    )
    static let folder = ConfigurationKey<String>(
        "messages.folder",
        .text("a folder, or nothing"),
        default: "",
        doc: "Folder of letters to print, or of the outbox; either needs it."
    )
    static let mailServer = RelayKeys(
        "smtp",
        called: "the mail server",
        host: ConfigurationKey("smtp.host", .text("a host"), default: "localhost", doc: "Mail server."),
        sender: ConfigurationKey(
            "smtp.sender",
            .text("an address"),
            default: "ne-pas-repondre@dmp.example",
            doc: "Sender of e-mails."
        )
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

    static let declarations =
        [letters.declaration, emails.declaration, texts.declaration, folder.declaration] + mailServer.declarations
        + [smsURL.declaration, smsToken.declaration] + SecureMailKeys.declarations
}
