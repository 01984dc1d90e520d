import NIOCore
import NIOSSL

/// What a door asks of the other side's certificate.
public enum ClientCertificates: Sendable {
    /// Not asked for.
    case none
    /// Asked for; whoever shows one must pass the gate.
    case optional(PeerGate)
    /// No connection without one that passes the gate.
    case required(PeerGate)

    var gate: PeerGate? {
        switch self {
        case .none: nil
        case .optional(let gate), .required(let gate): gate
        }
    }
}

/// The TLS settings of a door: version 1.2 at least, the profile's suites, hybrid key exchange where offered.
public struct DoorTLS: Sendable {
    /// The suites of TLS 1.2: those of PDT-INF-579 v4 without CBC, and the same three for a server key on an elliptic
    /// curve.
    ///
    /// TLS 1.3 has its own three, always on.
    static let suites: [NIOTLSCipher] = [
        .TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384, .TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,
        .TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256, .TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256,
        .TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, .TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,
    ]

    /// The groups of the key exchange: the hybrid of ML-KEM-768, and for clients that do not have it the classic ones.
    ///
    /// Of those that both sides know the client's first is taken; who has the hybrid names it first.
    static let groups: [NIOTLSCurve] = [.x25519_MLKEM768, .x25519, .secp256r1, .secp384r1]

    /// How long a closing connection waits for the other side's goodbye.
    static let shutdownTimeout = TimeAmount.milliseconds(100)

    let clients: ClientCertificates
    let context: NIOSSLContext

    /// The settings of a door.
    ///
    /// - Parameters:
    ///   - identity: the server's own certificate and key.
    ///   - clients: what is asked of the other side.
    ///   - acceptedAuthorities: authorities in DER whose names the server tells, so that a client with several cards
    ///     picks the right one. They do not take part in the verification, which is the gate's alone.
    public init(
        identity: TLSIdentity,
        clients: ClientCertificates,
        acceptedAuthorities: [[UInt8]] = []
    ) throws(DoorError) {
        self.clients = clients
        do {
            var tls = TLSConfiguration.makeServerConfiguration(
                certificateChain: identity.chain.map { .certificate($0) },
                privateKey: .privateKey(identity.key)
            )
            tls.minimumTLSVersion = .tlsv12
            tls.cipherSuiteValues = Self.suites
            tls.shutdownTimeout = Self.shutdownTimeout
            tls.renegotiationSupport = .none
            tls.applicationProtocols = ["http/1.1"]
            tls.curves = Self.groups
            tls.trustRoots = .certificates(
                try acceptedAuthorities.map { try NIOSSLCertificate(bytes: $0, format: .der) }
            )
            tls.sendCANameList = !acceptedAuthorities.isEmpty
            switch clients {
            case .none: tls.certificateVerification = .none
            case .optional: tls.certificateVerification = .optionalVerification
            case .required: tls.certificateVerification = .noHostnameVerification
            }
            context = try NIOSSLContext(configuration: tls)
        } catch {
            throw .unusableTLSSettings
        }
    }
}
