/// An origin of the web with TLS: `https://host` or `https://host:port`, as browsers write it (RFC 6454 §6.2).
public struct WebOrigin: Hashable, Sendable, CustomStringConvertible {
    /// Longest name of a host, in bytes (RFC 1035 § 2.3.4, as text).
    public static let maximumHost = 253

    /// The origin.
    public let description: String

    /// An origin from its text; nil when it has a path, upper case, another scheme or the default port written out.
    public init?(_ text: String) {
        guard text.hasPrefix("https://") else { return nil }
        let parts = text.dropFirst(8).split(separator: ":", omittingEmptySubsequences: false)
        guard let host = parts.first, (1...Self.maximumHost).contains(host.utf8.count), parts.count <= 2 else {
            return nil
        }
        guard host.utf8.allSatisfy(\.isHostByte) else { return nil }
        if let port = parts.dropFirst().first {
            guard let number = UInt16(port), String(number) == port, number != 443, number != 0 else { return nil }
        }
        description = text
    }
}

extension UInt8 {
    fileprivate var isHostByte: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
            UInt8(ascii: "."):
            true
        default: false
        }
    }
}
