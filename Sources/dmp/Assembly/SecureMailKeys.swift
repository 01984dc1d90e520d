import Messages
import ServerKit

/// How documents leave by secured messaging.
enum SecureMailKeys {
    /// Where they go.
    enum Carrier: String, CaseIterable, Sendable { case smtp, outbox, none }

    static let carrier = ConfigurationKey<Carrier>(
        "messages.secureMail",
        .choice(),
        default: Carrier.none,
        doc:
            "smtp: the relay of an operator of secured messaging (MSSanté); outbox: rehearsals only; none: not offered."
    )
    static let domains = ConfigurationKey<String>(
        "secureMail.domains",
        .text("domains, commas between"),
        default: "mssante.fr",
        doc: "Domains to which documents go, with those below them."
    )
    static let host = ConfigurationKey<String>(
        "secureMail.host",
        .text("a host, or nothing"),
        default: "",
        doc: "Relay of secured messaging."
    )
    static let port = ConfigurationKey<Int>("secureMail.port", .integer(1...65_535), default: 587, doc: "Its port.")
    static let security = ConfigurationKey<SMTPSecurity>(
        "secureMail.security",
        .choice(),
        default: .startTLS,
        doc: "How the connection to the relay is protected."
    )
    static let authorities = ConfigurationKey<String>(
        "secureMail.authorities",
        .text("a PEM file, or nothing"),
        default: "",
        doc: "Authorities that answer for the relay; nothing: the system's."
    )
    static let certificate = ConfigurationKey<String>(
        "secureMail.certificate",
        .text("a PEM file, or nothing"),
        default: "",
        doc: "Certificate shown to the relay."
    )
    static let key = ConfigurationKey<String>(
        "secureMail.key",
        .text("a PEM file, or nothing"),
        default: "",
        doc: "Its private key."
    )
    static let user = ConfigurationKey<String>(
        "secureMail.user",
        .text("a user, or nothing"),
        default: "",
        doc: "User at the relay."
    )
    static let password = ConfigurationKey<SecretText>(
        "secureMail.password",
        .secret("a password"),
        default: SecretText(""),
        doc: "Password at the relay."
    )
    static let sender = ConfigurationKey<String>(
        "secureMail.sender",
        .text("an address"),
        default: "dmp@dmp.example",
        doc: "Sender of documents: a mailbox of the operator's domain."
    )

    static let declarations = [
        carrier.declaration, domains.declaration, host.declaration, port.declaration, security.declaration,
        authorities.declaration, certificate.declaration, key.declaration, user.declaration, password.declaration,
        sender.declaration,
    ]
}
