import HealthRecord
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
        default: SecureDomains.standard.names.joined(separator: ","),
        doc: "Domains to which documents go, with those below them."
    )
    static let relay = RelayKeys(
        "secureMail",
        called: "the relay",
        host: ConfigurationKey(
            "secureMail.host",
            .text("a host, or nothing"),
            default: "",
            doc: "Relay of secured messaging."
        ),
        sender: ConfigurationKey(
            "secureMail.sender",
            .text("an address"),
            default: "dmp@dmp.example",
            doc: "Sender of documents: a mailbox of the operator's domain."
        )
    )

    static let declarations = [carrier.declaration, domains.declaration] + relay.declarations
}
