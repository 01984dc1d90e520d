import Glibc
public import NIOCore

/// The network a request comes from: /24 in IPv4, /64 in IPv6 (what one subscriber holds), as an opaque key.
public struct RemotePrefix: Hashable, Sendable {
    private let bytes: [UInt8]

    /// The prefix of an address; everything without an IP address shares one.
    public init(_ address: SocketAddress?) {
        switch address {
        case .v4(let address):
            bytes = Self.prefix(v4: withUnsafeBytes(of: address.address.sin_addr) { Array($0) })
        case .v6(let address):
            let all = withUnsafeBytes(of: address.address.sin6_addr) { Array($0) }
            // ::ffff:a.b.c.d is an IPv4 peer on a dual-stack socket (RFC 4291 §2.5.5.2).
            let mapped = [UInt8](repeating: 0, count: 10) + [0xFF, 0xFF]
            bytes = all.starts(with: mapped) ? Self.prefix(v4: Array(all.dropFirst(12))) : [6] + all.prefix(8)
        case .unixDomainSocket, nil:
            bytes = []
        }
    }

    private static func prefix(v4 bytes: [UInt8]) -> [UInt8] { [4] + bytes.prefix(3) }
}
