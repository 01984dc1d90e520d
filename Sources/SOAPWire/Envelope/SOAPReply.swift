public import SafeXML

/// An answer as a client reads it; more lenient than a request, since old servers leave headers out.
public struct SOAPReply: Sendable {
    /// What the body holds.
    public enum Content: Sendable {
        /// An answer.
        case payload(XMLElement)
        /// A refusal or a failure.
        case fault(SOAPFault)
        /// Nothing.
        case empty
    }

    /// The version of the envelope.
    public let version: SOAPVersion
    /// `wsa:Action`, where stated.
    public let action: String?
    /// `wsa:MessageID`, where stated.
    public let messageID: String?
    /// The request that is answered, where stated.
    public let relatesTo: String?
    /// What the body holds.
    public let content: Content

    /// Parses bytes within limits and reads the answer.
    public init(parsing bytes: [UInt8], limits: XMLLimits = .soapEnvelope) throws(SOAPError) {
        try self.init(try EnvelopeParts.root(of: bytes, limits))
    }

    /// Reads the answer at the root of a document.
    public init(_ root: XMLElement) throws(SOAPError) {
        let parts = try EnvelopeParts(root)
        version = parts.version
        action = try parts.uri("Action")
        messageID = try parts.uri("MessageID")
        relatesTo = try parts.uri("RelatesTo")
        guard let payload = parts.payload else {
            content = .empty
            return
        }
        if payload.isNamed("Fault", in: parts.version.namespace) {
            content = .fault(try SOAPFault(payload, version: parts.version))
        } else {
            content = .payload(payload)
        }
    }
}
