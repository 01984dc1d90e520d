/// For whom passkeys are made (WebAuthn § 5.1.3): the portal, by the name in its origin.
public struct RelyingParty: Sendable, Hashable {
    /// The host's name; a passkey is good for it alone.
    public let id: String
    /// The origin that browsers write into what is signed.
    public let origin: String

    /// The party of an origin such as `https://dmp.example.fr`; nil for an address without a name, which no browser takes.
    public init?(origin: String) {
        guard origin.hasPrefix("https://") else { return nil }
        let place = origin.dropFirst(8)
        let host = place.prefix { $0 != ":" }
        guard !place.contains("/"), !host.isEmpty, host.contains(where: { $0.isASCII && $0.isLetter }),
            host.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == ".") })
        else { return nil }
        id = host.lowercased()
        self.origin = origin
    }
}
