public import NIOCore

/// The limits of a door, whatever its routes; the limit of a body belongs to the route.
public struct DoorLimits: Sendable {
    /// Bytes of all header fields together (security design §5.5: 32 KiB).
    public var headerBytes = 32 * 1024
    /// Bytes of one header field.
    public var headerFieldBytes = 16 * 1024
    /// Header fields of a request.
    public var headerFields = 100
    /// Connections open at once; further ones wait in the backlog.
    public var connections = 1024
    /// Connections that wait to be accepted.
    public var backlog = 256
    /// Silence after which a connection is closed, before, between and inside requests.
    public var idle = TimeAmount.seconds(30)
    /// Time a request may take until its answer begins (security design §5.5: 60 s in all).
    public var request = Duration.seconds(60)

    /// The limits of the security design.
    public init() {}
}
