public import Hummingbird

/// Refuses with 429 what a network sends above its rate: for routes that guess or create something.
public struct RateLimit<Context: DoorContext>: RouterMiddleware {
    private let buckets: TokenBuckets<RemotePrefix>
    private let clock: ServerClock

    /// A limit whose buckets may be shared between routes and doors.
    public init(_ buckets: TokenBuckets<RemotePrefix>, clock: ServerClock) {
        self.buckets = buckets
        self.clock = clock
    }

    /// Takes a token of the remote network.
    public func handle(
        _ request: Request,
        context: Context,
        next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        let now = Int64(clamping: clock.monotonicNanoseconds() / 1_000_000)
        switch buckets.take(context.remotePrefix, at: now) {
        case .allowed: return try await next(request, context)
        case .limited(let seconds): throw Refusal(.tooManyRequests, retryAfterSeconds: seconds)
        }
    }
}
