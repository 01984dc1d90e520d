public import Hummingbird

/// Asks the gate again for each request and puts the answer in the context: the only way a peer becomes an identity.
public struct PeerCheck<Context: DoorContext>: RouterMiddleware {
    private let clients: ClientCertificates
    private let log: EventLog
    private let failures: FailureResponder

    init(clients: ClientCertificates, log: EventLog, failures: FailureResponder) {
        self.clients = clients
        self.log = log
        self.failures = failures
    }

    /// Lets the request pass when its certificate still stands, or when none is asked for.
    public func handle(
        _ request: Request,
        context: Context,
        next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.door.peer = nil
        guard let gate = clients.gate else { return try await next(request, context) }
        guard let leaf = await context.peerCertificateDER() else {
            switch clients {
            case .none, .optional: return try await next(request, context)
            case .required: return refuse(.missing, request, context)
            }
        }
        switch await gate.recheck(leaf: leaf) {
        case .refused(let reason):
            return refuse(reason, request, context)
        case .accepted(let path):
            context.door.peer = PeerIdentity(certificate: leaf, path: path)
            return try await next(request, context)
        }
    }

    private func refuse(_ reason: PeerRefusal, _ request: Request, _ context: Context) -> Response {
        log.record(ServerEvent.peerRefused, request: context.requestID, .reason(reason))
        context.closeSoon()
        return failures.response(for: Failure(.peerRefused), to: request)
    }
}
