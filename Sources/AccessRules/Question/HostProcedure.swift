public import HealthRecord

/// The procedure by which the host's physician may reach content: written request, two persons, a time (C11).
public struct HostProcedure: Hashable, Sendable, Codable {
    /// When the holder asked, in writing.
    public var requestedAt: Instant
    /// Those who approved; two different ones at least.
    public var approvals: Set<String>
    /// When the access ends.
    public var until: Instant

    /// Joins the parts.
    public init(requestedAt: Instant, approvals: Set<String>, until: Instant) {
        self.requestedAt = requestedAt
        self.approvals = approvals
        self.until = until
    }

    /// Whether it is complete and its time has not run out.
    public func isInForce(at now: Instant) -> Bool { approvals.count >= 2 && requestedAt <= now && now < until }
}
