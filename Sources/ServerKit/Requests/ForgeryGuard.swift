import HTTPTypes
public import Hummingbird

/// Tells a form posted by our own page from one that another site made the browser post (security design §5.3).
public struct ForgeryGuard: Sendable {
    /// What the guard says of a request.
    public enum Verdict: Hashable, Sendable {
        /// From our own page.
        case genuine
        /// Not proved to be.
        case refused(Reason)
    }

    /// Why a request is not taken for genuine.
    public enum Reason: String, ReasonCode {
        /// The browser says that another site started it.
        case otherSite
        /// The browser names another origin, or none at all.
        case otherOrigin
        /// The token of the page is absent or another one.
        case wrongToken
    }

    static let fetchSite = HTTPField.Name.literal("Sec-Fetch-Site")
    private let origin: WebOrigin

    /// A guard for the pages of one origin.
    public init(origin: WebOrigin) { self.origin = origin }

    /// Judges a request that changes something.
    ///
    /// - Parameters:
    ///   - request: its headers are read.
    ///   - submitted: the token in the form; nil when absent.
    ///   - expected: the token of the session.
    public func judge(_ request: Request, submitted: String?, expected: OpaqueID) -> Verdict {
        let origins = request.headers[values: .origin]
        let sites = request.headers[values: Self.fetchSite]
        if sites.isEmpty {
            guard origins == [origin.description] else { return .refused(.otherOrigin) }
        } else {
            guard sites == ["same-origin"] else { return .refused(.otherSite) }
            // Under `Referrer-Policy: no-referrer` browsers write `null` here, even for our own page (Fetch §3.2).
            guard origins.allSatisfy({ $0 == origin.description || $0 == "null" }) else {
                return .refused(.otherOrigin)
            }
        }
        guard let submitted, ConstantTime.areEqual(submitted.utf8, expected.description.utf8) else {
            return .refused(.wrongToken)
        }
        return .genuine
    }
}
