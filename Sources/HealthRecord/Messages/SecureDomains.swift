/// The domains of secured messaging to which a deployment lets documents go, with all that is below them.
public struct SecureDomains: Hashable, Sendable {
    /// The names, in lower case.
    public let names: [String]

    /// The domain under which the operators of the French space of trust have theirs.
    public static let standard = SecureDomains(checked: ["mssante.fr"])

    /// Accepts at least one domain of the Internet; nil where one is none.
    public init?(_ names: [String]) {
        let lower = names.map { $0.lowercased() }
        guard !lower.isEmpty, lower.allSatisfy({ SecureMailbox("a@" + $0) != nil }) else { return nil }
        self.names = lower
    }

    private init(checked names: [String]) { self.names = names }

    /// Whether a mailbox is in one of the domains, or below it.
    public func admits(_ mailbox: SecureMailbox) -> Bool {
        let domain = mailbox.domain
        return names.contains { domain == $0 || domain.hasSuffix("." + $0) }
    }
}
