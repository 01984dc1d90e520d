public import NIOCore

/// The network a request comes from: /24 in IPv4, /64 in IPv6 (what one subscriber holds), as an opaque key.
public struct RemotePrefix: Hashable, Sendable {
    /// The key: the same for one network, and for no two.
    public let bytes: [UInt8]

    /// The prefix of an address; everything without an IP address shares one.
    public init(_ address: SocketAddress?) {
        // By its bytes: which C module owns the members of these structures depends on what the compiler has read before.
        let raw = address?.withSockAddr { pointer, size in Array(UnsafeRawBufferPointer(start: pointer, count: size)) }
        switch address {
        case .v4:
            bytes = Self.prefix(v4: Array((raw ?? []).dropFirst(4).prefix(4)))
        case .v6:
            let all = Array((raw ?? []).dropFirst(8).prefix(16))
            // ::ffff:a.b.c.d is an IPv4 peer on a dual-stack socket (RFC 4291 §2.5.5.2).
            let mapped = [UInt8](repeating: 0, count: 10) + [0xFF, 0xFF]
            bytes = all.starts(with: mapped) ? Self.prefix(v4: Array(all.dropFirst(12))) : [6] + all.prefix(8)
        case .unixDomainSocket, nil:
            bytes = []
        }
    }

    private static func prefix(v4 bytes: [UInt8]) -> [UInt8] { [4] + bytes.prefix(3) }
}
