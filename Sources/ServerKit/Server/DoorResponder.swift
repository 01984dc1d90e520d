import HTTPTypes
public import Hummingbird
import Logging

/// What stands around the routes of every door; see `DoorServer`.
public struct DoorResponder<Context: DoorContext>: HTTPResponder {
    private let settings: DoorSettings
    private let tools: DoorTools
    private let failures: FailureResponder
    private let metrics: RequestMetrics
    private let limit: TimeLimit
    private let routed: RouterResponder<Context>

    init(settings: DoorSettings, tools: DoorTools, routes: (Router<Context>) -> Void) {
        self.settings = settings
        self.tools = tools
        limit = TimeLimit(settings.limits.request, clock: tools.clock)
        failures = FailureResponder(ids: tools.ids, log: tools.log, renderer: tools.failures)
        metrics = RequestMetrics(registry: tools.metrics, door: settings.name, methods: settings.methods)
        let router = Router(context: Context.self, options: [.autoGenerateHeadEndpoints])
        router.add(middleware: ErrorBoundary(failures: failures))
        router.add(middleware: PeerCheck(clients: settings.transport.clients, log: tools.log, failures: failures))
        routes(router)
        routed = router.buildResponder()
    }

    /// Answers one request.
    public func respond(to request: Request, context: Context) async throws -> Response {
        let start = tools.clock.monotonicNanoseconds()
        var context = context
        context.door.requestID = tools.ids()
        context.logger[metadataKey: JSONLinesLogHandler.requestKey] = .string(context.requestID.description)
        var response = try await answer(request, context)
        settings.policy.protect(&response)
        // A refusal has a body, the answer to HEAD has none (RFC 9110 §9.3.2).
        if request.method == .head { response = response.createHeadResponse() }
        if response.status.code >= 400, request.mayGoOnForLong { context.closeSoon() }
        let duration = tools.clock.monotonicNanoseconds().subtractingReportingOverflow(start)
        let nanoseconds = duration.overflow ? 0 : duration.partialValue
        let route = RouteTemplate(context)
        metrics.count(method: request.method, route: route, status: response.status, nanoseconds: nanoseconds)
        tools.log.record(
            ServerEvent.requestAnswered,
            request: context.requestID,
            .door(settings.name),
            .route(route),
            .status(response.status.code),
            .milliseconds(Int64(clamping: nanoseconds / 1_000_000))
        )
        return response
    }

    private func answer(_ request: Request, _ context: Context) async throws -> Response {
        guard settings.methods.contains(request.method) else {
            var response = failures.response(for: Failure(.methodNotAllowed), to: request)
            response.headers[.allow] = settings.methods.map(\.rawValue).joined(separator: ", ")
            return response
        }
        // A compressed body is a bomb by another name (security design §5.5).
        guard request.headers[.contentEncoding].map({ $0.lowercased() == "identity" }) ?? true else {
            context.closeSoon()
            return failures.response(for: Failure(.unsupportedEncoding), to: request)
        }
        do {
            return try await limit.run { [routed] in try await routed.respond(to: request, context: context) }
        } catch is TimeLimitReached {
            tools.log.record(ServerEvent.requestTimedOut, request: context.requestID, .door(settings.name))
            context.closeSoon()
            return failures.response(for: Failure(.timedOut), to: request)
        }
    }
}
