import Foundation
import HealthRecord
import Messages
import ServerKit

/// The keys of one mail server, all under one prefix: to whom mails are handed, how the line is protected, who we are there.
struct RelayKeys: Sendable {
    let host: ConfigurationKey<String>
    let port: ConfigurationKey<Int>
    let security: ConfigurationKey<SMTPSecurity>
    let authorities: ConfigurationKey<String>
    let certificate: ConfigurationKey<String>
    let key: ConfigurationKey<String>
    let user: ConfigurationKey<String>
    let password: ConfigurationKey<SecretText>
    let sender: ConfigurationKey<String>

    /// The keys under a prefix; `called` is the server's name within a sentence.
    init(_ prefix: String, called name: String, host: ConfigurationKey<String>, sender: ConfigurationKey<String>) {
        self.host = host
        self.sender = sender
        port = ConfigurationKey(prefix + ".port", .integer(1...65_535), default: 587, doc: "Its port.")
        security = ConfigurationKey(
            prefix + ".security",
            .choice(),
            default: .startTLS,
            doc: "How the connection to \(name) is protected."
        )
        authorities = ConfigurationKey(
            prefix + ".authorities",
            .text("a PEM file, or nothing"),
            default: "",
            doc: "Authorities that answer for \(name); nothing: the system's."
        )
        certificate = ConfigurationKey(
            prefix + ".certificate",
            .text("a PEM file, or nothing"),
            default: "",
            doc: "Certificate shown to \(name)."
        )
        key = ConfigurationKey(
            prefix + ".key",
            .text("a PEM file, or nothing"),
            default: "",
            doc: "Its private key."
        )
        user = ConfigurationKey(
            prefix + ".user",
            .text("a user, or nothing"),
            default: "",
            doc: "User at \(name)."
        )
        password = ConfigurationKey(
            prefix + ".password",
            .secret("a password"),
            default: SecretText(""),
            doc: "Password at \(name)."
        )
    }

    var declarations: [ConfigurationDeclaration] {
        [
            host.declaration, port.declaration, security.declaration, authorities.declaration, certificate.declaration,
            key.declaration, user.declaration, password.declaration, sender.declaration,
        ]
    }
}

extension RelayKeys {
    /// What a configuration says of the server; `carrier` is the key without which there would be none.
    func settings(
        _ configuration: Configuration,
        for carrier: String,
        timeoutSeconds: Int
    ) throws -> SMTPSettings {
        if try configuration.value(Keys.domain) == .production, try configuration.value(sender).hasSuffix(".example") {
            throw StartFailure.exampleSender(sender.name, without: carrier)
        }
        let identity = try identity(configuration)
        let trusted = try file(authorities, configuration)
        return try MessageKeys.naming([
            .host: host.name, .port: port.name, .sender: sender.name, .credentials: user.name,
            .credentialsWithoutTLS: security.name, .identityWithoutTLS: security.name,
        ]) { () throws in
            try SMTPSettings(
                host: try configuration.value(host),
                port: try configuration.value(port),
                security: try configuration.value(security),
                credentials: try credentials(configuration),
                sender: try configuration.value(sender),
                senderName: "DMP",
                authorities: trusted,
                identity: identity,
                timeoutSeconds: timeoutSeconds
            )
        }
    }

    private func credentials(_ configuration: Configuration) throws -> SMTPCredentials? {
        let user = try configuration.value(user)
        guard !user.isEmpty else { return nil }
        return SMTPCredentials(user: user, password: try configuration.value(password).reveal())
    }

    private func identity(_ configuration: Configuration) throws -> SMTPIdentity? {
        switch (try file(certificate, configuration), try file(key, configuration)) {
        case (nil, nil): return nil
        case (let certificate?, let key?):
            try PrivateFiles.checkKey(key)
            return SMTPIdentity(certificate: certificate, key: key)
        case (_?, nil): throw StartFailure.halfIdentity(key.name, beside: certificate.name)
        case (nil, _?): throw StartFailure.halfIdentity(certificate.name, beside: key.name)
        }
    }

    /// The path of a file that can be read; nil where none is named.
    private func file(_ key: ConfigurationKey<String>, _ configuration: Configuration) throws -> String? {
        let path = try configuration.value(key)
        guard !path.isEmpty else { return nil }
        guard FileManager.default.isReadableFile(atPath: path) else { throw StartFailure.unreadable(path) }
        return path
    }
}
