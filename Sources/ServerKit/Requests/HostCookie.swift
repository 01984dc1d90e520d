public import Hummingbird

/// A session cookie bound to this host: `__Host-`, Secure, HttpOnly, SameSite=Strict (security design §5.3).
public struct HostCookie: Hashable, Sendable {
    /// The SameSite attribute.
    public enum SameSite: String, Sendable {
        /// Never sent with a request that another site starts.
        case strict = "Strict"
        /// Sent with a top-level navigation from another site: for the return from an identity provider only.
        case lax = "Lax"
    }

    /// The full name, prefix included.
    public let name: String
    private let sameSite: SameSite

    /// A cookie named `__Host-` and this; nil when it is no token of letters, digits or `-`.
    public init?(_ name: String, sameSite: SameSite = .strict) {
        guard let plain = OpaqueID(name) else { return nil }
        self.name = "__Host-\(plain)"
        self.sameSite = sameSite
    }

    /// The `Set-Cookie` value that gives the cookie for the browser session.
    public func setting(_ value: OpaqueID) -> String { "\(name)=\(value); \(attributes)" }

    /// The `Set-Cookie` value that takes the cookie back.
    public var clearing: String { "\(name)=; \(attributes); Max-Age=0" }

    /// The cookie's value in a request; nil when it is absent, malformed, or there more than once.
    public func value(in request: Request) -> OpaqueID? {
        let pairs = request.headers[values: .cookie].flatMap { $0.split(separator: ";") }.compactMap { pair in
            let text = String(pair).trimmingSpaces
            return text.hasPrefix(name + "=") ? text.dropFirst(name.count + 1) : nil
        }
        guard pairs.count == 1, let value = pairs.first else { return nil }
        return OpaqueID(value)
    }

    private var attributes: String { "Path=/; Secure; HttpOnly; SameSite=\(sameSite.rawValue)" }
}
