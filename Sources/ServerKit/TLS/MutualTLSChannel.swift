import HummingbirdCore
import Logging
import NIOCore
import NIOSSL

/// Puts TLS under an HTTP channel and hands the peer's chain to the gate, which replaces the TLS library's own verdict.
struct MutualTLSChannel<Base: HTTPChannelHandler>: HTTPChannelHandler {
    typealias Value = Base.Value

    let tls: DoorTLS
    let base: Base
    let refused: @Sendable (PeerRefusal) -> Void

    var responder: Responder { base.responder }

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
        channel.eventLoop.makeCompletedFuture {
            try channel.pipeline.syncOperations.addHandler(makeHandler())
        }.flatMap { base.setup(channel: channel, logger: logger) }
    }

    func handle(value: Value, logger: Logger) async { await base.handle(value: value, logger: logger) }

    private func makeHandler() -> NIOSSLServerHandler {
        guard let gate = tls.clients.gate else { return NIOSSLServerHandler(context: tls.context) }
        return NIOSSLServerHandler(
            context: tls.context,
            configuration: .init(),
            customVerificationCallbackWithMetadata: { [refused] chain, promise in
                promise.completeWithTask { await Self.verify(chain, gate: gate, refused: refused) }
            }
        )
    }

    private static func verify(
        _ chain: [NIOSSLCertificate],
        gate: PeerGate,
        refused: @Sendable (PeerRefusal) -> Void
    ) async -> NIOSSLVerificationResultWithMetadata {
        guard let presented = try? chain.map({ try $0.toDERBytes() }) else {
            refused(.unreadable)
            return .failed
        }
        switch await gate.admit(presented: presented) {
        case .refused(let reason):
            refused(reason)
            return .failed
        case .accepted(let path):
            guard !path.isEmpty, let nodes = try? path.map({ try NIOSSLCertificate(bytes: $0, format: .der) }) else {
                refused(.unreadable)
                return .failed
            }
            return .certificateVerified(VerificationMetadata(ValidatedCertificateChain(nodes)))
        }
    }
}
