public import Hummingbird
public import NIOCore

/// What every request context of a door holds: where the request comes from and what it is called.
public struct DoorStorage: Sendable {
    /// The connection.
    public let channel: any Channel
    /// The request's name in the log; given by the door before anything else runs.
    public internal(set) var requestID: OpaqueID
    /// The peer's certificate, once the door has checked it for this request; nil when there is none.
    public var peer: PeerIdentity?

    /// The storage of a request that has just arrived: nobody yet.
    public init(source: ApplicationRequestContextSource) {
        channel = source.channel
        requestID = .unassigned
        peer = nil
    }
}
