public import SafeXML

/// An envelope that is parsed and not judged yet: what its answer needs is known even where it is refused.
public struct UnreadEnvelope: Sendable {
    /// The version to answer in; nil for what is no envelope.
    public let version: SOAPVersion?
    /// The request's `wsa:MessageID`, where there is one and it can be repeated.
    public let messageID: String?
    private let root: XMLElement

    /// Parses bytes within limits.
    public init(parsing bytes: [UInt8], limits: XMLLimits = .soapEnvelope) throws(SOAPError) {
        let root = try EnvelopeParts.root(of: bytes, limits)
        let version = root.name == "Envelope" ? SOAPVersion(namespace: root.namespace) : nil
        self.root = root
        self.version = version
        messageID = version.flatMap { Self.messageID(root, $0) }
    }

    /// The envelope, judged.
    public func read() throws(SOAPError) -> SOAPEnvelope { try SOAPEnvelope(root) }

    /// One of two would be a guess.
    private static func messageID(_ root: XMLElement, _ version: SOAPVersion) -> String? {
        let ids = root.children("Header", in: version.namespace)
            .flatMap { $0.children("MessageID", in: SOAPNamespace.addressing) }
        guard let only = ids.first, ids.count == 1, let text = try? EnvelopeParts.uri(only), !text.isEmpty else {
            return nil
        }
        return text
    }
}
