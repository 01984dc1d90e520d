import HTTPTypes

extension HTTPField.Name {
    /// A field name written in the source.
    static func literal(_ name: StaticString) -> HTTPField.Name {
        guard let field = HTTPField.Name(name.description) else { preconditionFailure("no field name") }
        return field
    }

    static let referrerPolicy = literal("Referrer-Policy")
    static let crossOriginOpenerPolicy = literal("Cross-Origin-Opener-Policy")
    static let crossOriginEmbedderPolicy = literal("Cross-Origin-Embedder-Policy")
    static let frameOptions = literal("X-Frame-Options")
    static let permissionsPolicy = literal("Permissions-Policy")
}
