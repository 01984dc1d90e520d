internal import HealthRecord

/// How the line to a mail server is protected.
public enum SMTPSecurity: String, Hashable, Sendable, Codable, CaseIterable {
    /// Plain at first, then TLS or nothing (RFC 3207).
    case startTLS
    /// TLS from the first byte (RFC 8314).
    case implicitTLS
    /// No TLS; only to this machine.
    case plainOnLoopback
}

/// User and password at a mail server.
public struct SMTPCredentials: Hashable, Sendable, CustomStringConvertible {
    let user: String
    let password: String

    /// Joins both.
    public init(user: String, password: String) {
        self.user = user
        self.password = password
    }

    /// Says nothing.
    public var description: String { "•••" }
}

/// By what a mail server knows our machine: the files of a certificate and its key, both in PEM.
public struct SMTPIdentity: Hashable, Sendable {
    let certificate: String
    let key: String

    /// Joins both paths.
    public init(certificate: String, key: String) {
        self.certificate = certificate
        self.key = key
    }
}

/// A mail server and what we are to it.
public struct SMTPSettings: Hashable, Sendable {
    let host: HostName
    let port: Int
    let security: SMTPSecurity
    let credentials: SMTPCredentials?
    let sender: EmailAddress
    let senderName: String
    let authorities: String?
    let identity: SMTPIdentity?
    let timeoutSeconds: Int

    /// Checks the settings.
    ///
    /// - Parameters:
    ///   - senderName: the name shown beside the sender's address.
    ///   - authorities: path of a PEM file of trusted authorities in place of the system's.
    ///   - identity: the certificate shown to a server that asks for one.
    public init(
        host: String,
        port: Int,
        security: SMTPSecurity = .startTLS,
        credentials: SMTPCredentials? = nil,
        sender: String,
        senderName: String,
        authorities: String? = nil,
        identity: SMTPIdentity? = nil,
        timeoutSeconds: Int = 30
    ) throws(MessageSettingsError) {
        guard let host = HostName(host), security != .plainOnLoopback || host.isLoopback else { throw .host }
        guard (1...65_535).contains(port) else { throw .port }
        guard let sender = EmailAddress(sender) else { throw .sender }
        guard (1...300).contains(timeoutSeconds) else { throw .timeout }
        guard identity == nil || security != .plainOnLoopback else { throw .identityWithoutTLS }
        if let credentials {
            guard security != .plainOnLoopback else { throw .credentialsWithoutTLS }
            let both = credentials.user.unicodeScalars + Array(credentials.password.unicodeScalars)
            guard both.allSatisfy({ $0.value >= 32 && $0.value != 127 }) else { throw .credentials }
        }
        self.host = host
        self.port = port
        self.security = security
        self.credentials = credentials
        self.sender = sender
        self.senderName = senderName
        self.authorities = authorities
        self.identity = identity
        self.timeoutSeconds = timeoutSeconds
    }

    /// What a mail to somebody begins with.
    func head(to recipient: EmailAddress, at date: Instant, _ id: UniqueID) -> MailHead {
        MailHead(sender: sender, senderName: senderName, recipient: recipient, date: date, id: id)
    }

    var url: String {
        let scheme = security == .implicitTLS ? "smtps" : "smtp"
        // What follows the slash is the name by which we greet the server.
        return "\(scheme)://\(host.text):\(port)/\(sender.domain)"
    }
}
