public import HealthRecord

/// The value set of subject roles (JDV_J65), as the caller holds it: sets change with time.
public struct RoleSet: Sendable {
    /// Whether a profession or role, with the specialty that follows it, may be declared at a moment.
    public var accepts: @Sendable (_ roles: [Code], _ now: Instant) -> Bool

    /// Wraps a set.
    public init(accepts: @escaping @Sendable (_ roles: [Code], _ now: Instant) -> Bool) { self.accepts = accepts }
}
