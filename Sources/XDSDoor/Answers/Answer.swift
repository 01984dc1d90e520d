import NIOCore
import SOAPWire
import SafeXML

/// What an operation answers, before it is put in an envelope.
struct Answer {
    /// Writes the body's one element.
    let payload: (inout XMLWriter) -> Void
    /// What stands in the gaps that it leaves, in their order.
    var fillings: [ByteBuffer] = []
    /// Parts beside the envelope, as they are.
    var attachments: [Attachment] = []
    /// Why not all was done, for the log; nil when it was.
    var reason: RefusalReason?
    /// Whether it says that there is nothing, be it true or all that the asker may know.
    var tellsOfNothing = false

    init(reason: RefusalReason? = nil, _ payload: @escaping (inout XMLWriter) -> Void) {
        self.payload = payload
        self.reason = reason
    }

    /// Whether its duration could tell what its words do not.
    var mustBeLevelled: Bool { tellsOfNothing || reason == .rights || reason == .patient }

    /// A part of an answer.
    struct Attachment {
        /// Its `Content-ID`.
        let id: String
        /// Its media type.
        let type: ContentType
        /// Its bytes.
        let bytes: [UInt8]
    }
}
