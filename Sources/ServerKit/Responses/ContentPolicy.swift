import HTTPTypes
public import Hummingbird

/// What an answer may do in a browser: the header fields of security design §5.2, for an application that works without scripts.
public enum ContentPolicy: Hashable, Sendable {
    /// A page of the application: no script at all, style and images of its own, framed by nobody.
    case application
    /// A page that needs what no form can do, such as a passkey: scripts in files of its own, nothing else added.
    case scriptedApplication
    /// A patient's document shown in a frame: sandboxed, without a script, without a request to anywhere.
    case sandboxedDocument(embeddedBy: Embedder, styleNonce: OpaqueID?)

    /// Who may frame a document.
    public enum Embedder: Hashable, Sendable {
        /// The application, which serves the document from its own origin.
        case sameOrigin
        /// The application, which serves documents from a domain apart.
        case origin(WebOrigin)
    }

    static let pageRules = """
        default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; form-action 'self'; \
        base-uri 'none'; frame-ancestors 'none'; frame-src 'self'
        """
    static let transportSecurity = "max-age=63072000; includeSubDomains; preload"
    static let permissions = "camera=(), microphone=(), geolocation=(), usb=(), payment=(), browsing-topics=()"

    /// Marks an answer as this kind of content; the door then leaves these fields alone.
    public func apply(to response: inout Response) {
        for field in fields { response.headers[field.name] = field.value }
    }

    /// Adds what a route has not said: a route's own policy and cache rule stand.
    func protect(_ response: inout Response) {
        if response.headers[.contentSecurityPolicy] == nil { apply(to: &response) }
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
    }

    var fields: [HTTPField] {
        [
            HTTPField(name: .strictTransportSecurity, value: Self.transportSecurity),
            HTTPField(name: .contentSecurityPolicy, value: securityPolicy),
            HTTPField(name: .xContentTypeOptions, value: "nosniff"),
            HTTPField(name: .referrerPolicy, value: "no-referrer"),
            HTTPField(name: .crossOriginOpenerPolicy, value: "same-origin"),
            HTTPField(name: .crossOriginResourcePolicy, value: resourcePolicy),
            HTTPField(name: .crossOriginEmbedderPolicy, value: "require-corp"),
            HTTPField(name: .permissionsPolicy, value: Self.permissions),
        ] + frameOptions.map { [HTTPField(name: .frameOptions, value: $0)] }.orEmpty
    }

    private var securityPolicy: String {
        switch self {
        case .application: return Self.pageRules
        case .scriptedApplication: return Self.pageRules + "; script-src 'self'"
        case .sandboxedDocument(let embedder, let nonce):
            let style = nonce.map { " style-src 'nonce-\($0)';" } ?? ""
            let ancestors =
                switch embedder {
                case .sameOrigin: "'self'"
                case .origin(let origin): origin.description
                }
            return """
                sandbox; default-src 'none'; img-src data:;\(style) base-uri 'none'; form-action 'none'; \
                frame-ancestors \(ancestors)
                """
        }
    }

    private var resourcePolicy: String {
        switch self {
        case .application, .scriptedApplication, .sandboxedDocument(.sameOrigin, _): "same-origin"
        case .sandboxedDocument(.origin, _): "cross-origin"
        }
    }

    /// The older field can name this origin or nobody: a document for another origin leaves it out.
    private var frameOptions: String? {
        switch self {
        case .application, .scriptedApplication: "DENY"
        case .sandboxedDocument(.sameOrigin, _): "SAMEORIGIN"
        case .sandboxedDocument(.origin, _): nil
        }
    }
}

extension Optional where Wrapped == [HTTPField] {
    fileprivate var orEmpty: [HTTPField] { self ?? [] }
}
