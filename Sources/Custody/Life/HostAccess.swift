public import AccessRules
public import HealthRecord

/// The way of the host's physician to one record: asked for in writing, approved by two, for a time (C11; CSP L1111-8).
public struct HostAccess: Sendable, Hashable, Codable {
    /// The request that it answers.
    public let request: UniqueID
    /// When the holder asked.
    public let requestedAt: Instant
    /// The operators who approved it, the first one first.
    public internal(set) var approvals: [String]
    /// When it ends; nil while one has approved it.
    public internal(set) var until: Instant?

    /// As the rules look at it; nil while it is none.
    public var procedure: HostProcedure? {
        until.map { HostProcedure(requestedAt: requestedAt, approvals: Set(approvals), until: $0) }
    }
}
