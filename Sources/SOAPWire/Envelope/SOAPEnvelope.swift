public import SafeXML

/// A request as the server reads it.
///
/// It exists only if the envelope is whole, its action and identifier are there, every header that must be understood
/// is, and the answer is wanted on the same connection.
public struct SOAPEnvelope: Sendable {
    /// The version to answer in.
    public let version: SOAPVersion
    /// `wsa:Action`, what the sender wants done.
    public let action: String
    /// `wsa:MessageID`, to be repeated in the answer.
    public let messageID: String
    /// `wsa:To`; official samples leave it empty, which reads as nil.
    public let to: String?
    /// The one `wsse:Security` header, as it stands in the tree that is also verified.
    public let security: XMLElement?
    /// The one element of the body; nil for the few requests that say nothing.
    public let payload: XMLElement?
    /// The root of the tree.
    public let root: XMLElement

    /// Parses bytes within limits and reads the envelope.
    public init(parsing bytes: [UInt8], limits: XMLLimits = .soapEnvelope) throws(SOAPError) {
        try self.init(try EnvelopeParts.root(of: bytes, limits))
    }

    /// Reads the envelope at the root of a document.
    public init(_ root: XMLElement) throws(SOAPError) {
        let parts = try EnvelopeParts(root)
        let header = root.path + "/Header"
        guard let action = try parts.uri("Action") else { throw .missingElement(name: "Action", parent: header) }
        guard let messageID = try parts.uri("MessageID") else {
            throw .missingElement(name: "MessageID", parent: header)
        }
        guard !action.isEmpty else { throw .malformedElement(header + "/Action") }
        guard !messageID.isEmpty else { throw .malformedElement(header + "/MessageID") }
        for name in ["ReplyTo", "FaultTo"] {
            guard let endpoint = parts.headers[name] else { continue }
            guard let address = endpoint.child("Address", in: SOAPNamespace.addressing) else {
                throw .missingElement(name: "Address", parent: endpoint.path)
            }
            // An address of the sender's choice would make the server call out on his behalf.
            guard try EnvelopeParts.uri(address) == SOAPNamespace.anonymous else {
                throw .answerElsewhere(endpoint.path)
            }
        }
        let to = try parts.uri("To")
        self.root = root
        version = parts.version
        self.action = action
        self.messageID = messageID
        self.to = to?.isEmpty == true ? nil : to
        security = parts.security
        payload = parts.payload
    }
}
