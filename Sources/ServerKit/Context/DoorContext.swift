public import Hummingbird
public import NIOCore
import NIOSSL

/// The request context of a door: a middleware asks for this capability, each door adds its own beside it.
public protocol DoorContext: RequestContext, Sendable where Source == ApplicationRequestContextSource {
    /// What the door knows of the request before it is read.
    var door: DoorStorage { get set }
}

extension DoorContext {
    /// The connection.
    public var channel: any Channel { door.channel }

    /// The request's name in the log.
    public var requestID: OpaqueID { door.requestID }

    /// The checked certificate of the other side, if it showed one.
    public var peer: PeerIdentity? { door.peer }

    /// The address of the other side of the connection; nil in tests without a socket.
    public var remoteAddress: SocketAddress? { channel.remoteAddress }

    /// The network the request comes from, coarse enough to count by.
    public var remotePrefix: RemotePrefix { RemotePrefix(remoteAddress) }

    /// The certificate that TLS holds for the other side, in DER, **not checked**.
    ///
    /// On a resumed session it comes from the ticket and no verification has run: use `peer`, which has been through
    /// the gate. Nil without TLS or without a certificate.
    public func peerCertificateDER() async -> [UInt8]? {
        guard let leaf = try? await channel.nioSSL_peerCertificate().get() else { return nil }
        return try? leaf.toDERBytes()
    }
}

/// The context of a door that needs nothing of its own.
public struct DoorRequestContext: DoorContext {
    /// What the framework keeps.
    public var coreContext: CoreRequestContextStorage
    /// What the door keeps.
    public var door: DoorStorage

    /// The context of a request that has just arrived.
    public init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        door = DoorStorage(source: source)
    }
}
