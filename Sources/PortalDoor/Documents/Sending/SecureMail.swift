public import HealthRecord

/// Secured messaging as a deployment gives it to the portal.
public struct SecureMail: Sendable {
    /// The largest document that goes by it, in bytes: in the form of mail it takes a third more, and twice where it goes in
    /// a readable form as well.
    public static let mostBytes: UInt64 = 5_000_000

    /// The domains to which documents go.
    public var domains: SecureDomains
    /// The largest document, in bytes.
    public var mostBytes = Self.mostBytes
    /// The mailbox of a professional, where the deployment knows it.
    public var contact: @Sendable (ProfessionalID) async -> CareContact?
    /// Carries a message, and says what became of it.
    public var send: @Sendable (SecureMessage) async -> SecureDelivery

    /// Joins the parts.
    public init(
        domains: SecureDomains,
        contact: @escaping @Sendable (ProfessionalID) async -> CareContact?,
        send: @escaping @Sendable (SecureMessage) async -> SecureDelivery
    ) {
        self.domains = domains
        self.contact = contact
        self.send = send
    }
}
