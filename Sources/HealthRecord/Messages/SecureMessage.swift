/// A message to a professional by secured messaging, with what it brings.
public struct SecureMessage: Hashable, Sendable {
    /// A file that goes along.
    public struct Attachment: Hashable, Sendable {
        /// Its name, plain ASCII.
        public let name: String
        /// Its media type.
        public let mediaType: String
        /// Its bytes.
        public let bytes: [UInt8]

        /// Joins the parts.
        public init(name: String, mediaType: String, bytes: [UInt8]) {
            self.name = name
            self.mediaType = mediaType
            self.bytes = bytes
        }
    }

    /// To whom.
    public let recipient: SecureMailbox
    /// The subject.
    public let subject: String
    /// The text, in French as professionals read it.
    public let body: String
    /// The files, in their order.
    public let attachments: [Attachment]

    /// Joins the parts.
    public init(recipient: SecureMailbox, subject: String, body: String, attachments: [Attachment]) {
        self.recipient = recipient
        self.subject = subject
        self.body = body
        self.attachments = attachments
    }
}
