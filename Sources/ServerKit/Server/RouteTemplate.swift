import Hummingbird

/// The route a request went to, as declared (`/records/{id}`): never the path asked for, which may hold an identifier.
public struct RouteTemplate: Hashable, Sendable, CustomStringConvertible {
    /// The declared route, or `unrouted`.
    public let description: String

    init(_ context: some DoorContext) {
        // The router writes this name itself when nothing matches.
        let path = context.endpointPath
        description = path == nil || path == "NotFound" ? "unrouted" : path ?? "unrouted"
    }
}
