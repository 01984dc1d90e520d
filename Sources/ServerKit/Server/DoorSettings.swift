public import HTTPTypes

/// How a door's connections are protected.
public enum DoorTransport: Sendable {
    /// TLS, with or without certificates of the other side.
    case tls(DoorTLS)
    /// Clear text, on the loopback interface only: metrics and health for a local agent.
    case clearOnLoopback

    var clients: ClientCertificates {
        switch self {
        case .tls(let tls): tls.clients
        case .clearOnLoopback: .none
        }
    }
}

/// Where a door listens and what it lets in.
public struct DoorSettings: Sendable {
    /// The door's name in logs and metrics.
    public var name: DoorName
    /// The host name or address to listen on.
    public var host: String
    /// The port to listen on; 0 lets the system choose.
    public var port: Int
    /// Protection of the connections.
    public var transport: DoorTransport
    /// Limits that hold for all routes.
    public var limits = DoorLimits()
    /// Methods that are let in; all others are answered 405.
    public var methods: [HTTPRequest.Method] = [.get, .head, .post]
    /// What the answers may do in a browser, where a route says nothing else.
    public var policy = ContentPolicy.application

    /// The settings of a door.
    public init(name: DoorName, host: String, port: Int, transport: DoorTransport) {
        self.name = name
        self.host = host
        self.port = port
        self.transport = transport
    }

    var isReachableOnlyLocally: Bool { ["127.0.0.1", "::1"].contains(host) }
}
