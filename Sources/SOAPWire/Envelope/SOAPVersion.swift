/// The envelope's version, told by its namespace and never by the media type.
///
/// DMP speaks 1.2; an official deposit sample labels its root part `application/soap+xml` and yet holds a 1.1 envelope
/// (interop sheet § 1.4), so both are read and each is answered in its own.
public enum SOAPVersion: Hashable, Sendable, CaseIterable {
    /// SOAP 1.1, tolerated.
    case v11
    /// SOAP 1.2.
    case v12

    /// The namespace of the envelope.
    public var namespace: String {
        switch self {
        case .v11: "http://schemas.xmlsoap.org/soap/envelope/"
        case .v12: "http://www.w3.org/2003/05/soap-envelope"
        }
    }

    /// The media type of a message without attachments.
    public var mediaType: String {
        switch self {
        case .v11: "text/xml"
        case .v12: "application/soap+xml"
        }
    }

    /// The version whose envelope bears a namespace.
    public init?(namespace: String) {
        guard let version = Self.allCases.first(where: { $0.namespace == namespace }) else { return nil }
        self = version
    }

    /// The attribute that says to which node a header is addressed.
    var roleAttribute: String {
        switch self {
        case .v11: "actor"
        case .v12: "role"
        }
    }

    /// Whether a header addressed so is for the one who answers.
    func addressesUs(_ role: String) -> Bool {
        switch self {
        case .v11: role.isEmpty || role == "http://schemas.xmlsoap.org/soap/actor/next"
        case .v12: role.isEmpty || role == namespace + "/role/next" || role == namespace + "/role/ultimateReceiver"
        }
    }
}
