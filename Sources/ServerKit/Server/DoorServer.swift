public import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
public import ServiceLifecycle

/// One listening server: HTTP/1.1 under the limits of its settings, with graceful shutdown.
///
/// Around the routes it puts, outermost first: the request's name, counters and log line; security headers; the list of
/// methods; the time limit; the error boundary; the check of the peer's certificate. A door cannot leave one out.
public struct DoorServer<Context: DoorContext>: Service {
    private let settings: DoorSettings
    private let tools: DoorTools
    private let responder: DoorResponder<Context>
    private let onRunning: @Sendable (Int) async -> Void
    private let refusedPeers: RefusedPeers

    /// A server for some routes.
    ///
    /// - Parameters:
    ///   - settings: where to listen, what to let in.
    ///   - tools: names, time, log, counters.
    ///   - context: the door's request context.
    ///   - onRunning: called with the real port once the server listens.
    ///   - routes: adds the door's middlewares and routes.
    public init(
        _ settings: DoorSettings,
        tools: DoorTools,
        context: Context.Type,
        onRunning: @escaping @Sendable (Int) async -> Void = { _ in },
        routes: (Router<Context>) -> Void
    ) throws(DoorError) {
        switch settings.transport {
        case .tls: break
        case .clearOnLoopback:
            guard settings.isReachableOnlyLocally else { throw .clearTextOutsideLoopback }
        }
        self.settings = settings
        self.tools = tools
        self.onRunning = onRunning
        refusedPeers = RefusedPeers(door: settings.name, tools: tools)
        responder = DoorResponder(settings: settings, tools: tools, routes: routes)
    }

    /// The server as an application, for tests through the router without a socket.
    public var application: Application<DoorResponder<Context>> {
        Application(
            responder: responder,
            server: serverBuilder,
            configuration: ApplicationConfiguration(
                address: .hostname(settings.host, port: settings.port),
                backlog: settings.limits.backlog,
                availableConnectionsDelegate: MaximumAvailableConnections(
                    settings.limits.connections,
                    logger: tools.libraryLogger
                )
            ),
            onServerRunning: { [settings, tools, onRunning] channel in
                let port = channel.localAddress?.port ?? settings.port
                tools.log.record(ServerEvent.doorOpened, .door(settings.name), .port(port))
                await onRunning(port)
            },
            logger: tools.libraryLogger
        )
    }

    /// Listens until graceful shutdown, which lets requests in flight finish.
    public func run() async throws {
        defer {
            refusedPeers.end()
            tools.log.record(ServerEvent.doorClosed, .door(settings.name))
        }
        async let _: Void = refusedPeers.keepUp()
        do { try await application.run() } catch {
            guard let fault = DoorError.ListeningFault(error) else { throw error }
            let name = settings.name.description
            throw DoorError.cannotListen(door: name, host: settings.host, port: settings.port, fault)
        }
    }

    private var serverBuilder: HTTPServerBuilder {
        let limits = settings.limits
        let configuration = HTTP1Channel.Configuration(
            idleTimeout: limits.idle,
            httpDecoderConfiguration: .init(
                maxHeaderFieldSize: limits.headerFieldBytes,
                maxHeaderListSize: limits.headerBytes,
                maxHeaderFieldCount: limits.headerFields
            )
        )
        let (transport, refusedPeers) = (settings.transport, refusedPeers)
        return HTTPServerBuilder { responder in
            let base = HTTP1Channel(responder: responder, configuration: configuration)
            return switch transport {
            case .clearOnLoopback: base
            case .tls(let tls):
                MutualTLSChannel(tls: tls, base: base) { refusedPeers.note($0) }
            }
        }
    }
}
