/// The names of the fields that a gateway wants.
public struct SMSFieldNames: Hashable, Sendable {
    let recipient: String
    let text: String
    let sender: String?

    /// Names for the number, the text and, where the gateway takes one, the sender.
    public init(recipient: String = "to", text: String = "text", sender: String? = "from") {
        self.recipient = recipient
        self.text = text
        self.sender = sender
    }
}

/// The header that proves who we are to a gateway.
public struct SMSToken: Hashable, Sendable, CustomStringConvertible {
    let header: String
    let value: String

    /// Such as `Authorization` and `Bearer …`.
    public init(header: String = "Authorization", value: String) {
        self.header = header
        self.value = value
    }

    /// Says nothing.
    public var description: String { "•••" }
}

/// A gateway of text messages.
public struct SMSGatewaySettings: Hashable, Sendable {
    let url: String
    let token: SMSToken
    let fields: SMSFieldNames
    let sender: String
    let authorities: String?
    let timeoutSeconds: Int

    /// Checks the settings.
    ///
    /// - Parameters:
    ///   - url: an `https` address; `http` only to this machine.
    ///   - sender: what the phone shows as sender.
    ///   - authorities: path of a PEM file of trusted authorities in place of the system's.
    public init(
        url: String,
        token: SMSToken,
        fields: SMSFieldNames = SMSFieldNames(),
        sender: String = "DMP",
        authorities: String? = nil,
        timeoutSeconds: Int = 15
    ) throws(MessageSettingsError) {
        guard Self.isAcceptable(url) else { throw .url }
        guard !token.header.isEmpty, token.header.utf8.allSatisfy(Self.isTokenByte) else { throw .headerName }
        guard !token.value.isEmpty, token.value.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) else {
            throw .headerValue
        }
        let names = [fields.recipient, fields.text] + (fields.sender.map { [$0] } ?? [])
        guard names.allSatisfy({ !$0.isEmpty }), Set(names).count == names.count else { throw .fieldName }
        guard (1...300).contains(timeoutSeconds) else { throw .timeout }
        self.url = url
        self.token = token
        self.fields = fields
        self.sender = sender
        self.authorities = authorities
        self.timeoutSeconds = timeoutSeconds
    }

    private static func isAcceptable(_ url: String) -> Bool {
        guard url.utf8.count <= 2000, url.utf8.allSatisfy({ (0x21...0x7E).contains($0) }),
            let scheme = ["https://", "http://"].first(where: url.hasPrefix)
        else { return false }
        let authority = url.dropFirst(scheme.count).prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        let parts = authority.split(separator: ":", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let host = HostName(String(parts[0])) else { return false }
        if parts.count == 2 {
            guard let port = Int(parts[1]), (1...65_535).contains(port) else { return false }
        }
        return scheme == "https://" || host.isLoopback
    }

    // tchar of RFC 9110 § 5.6.2.
    private static func isTokenByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
        }
    }
}
