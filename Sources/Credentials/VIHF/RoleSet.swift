public import HealthRecord

/// The value set of subject roles (JDV_J65), as the caller holds it: sets change with time.
public struct RoleSet: Sendable {
    /// Whether a role or specialty may be declared at a moment.
    public var accepts: @Sendable (_ role: Code, _ now: Instant) -> Bool

    /// Wraps a set.
    public init(accepts: @escaping @Sendable (_ role: Code, _ now: Instant) -> Bool) { self.accepts = accepts }

    /// Any role of any code system: the checks against certificates remain.
    public static let any = RoleSet { _, _ in true }
}
