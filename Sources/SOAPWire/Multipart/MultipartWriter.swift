/// Writes an MTOM body (interop sheet § 5.2): the content type, then the root, then each attachment, then the end.
///
/// The caller chooses the boundary, at random, so that no document holds it.
public struct MultipartWriter: Sendable {
    /// Longest `Content-ID`, in bytes, without its angle brackets.
    public static let maximumContentID = 256

    private let boundary: Boundary
    private let rootID: String

    /// Takes a boundary of 1 to 70 allowed characters and the `Content-ID` of the root, without angle brackets.
    public init?(boundary: String, rootID: String) {
        guard let boundary = Boundary(boundary), Self.isContentID(rootID) else { return nil }
        self.boundary = boundary
        self.rootID = rootID
    }

    /// The HTTP content type; `action` goes along in requests.
    public func contentType(action: String? = nil) -> ContentType {
        var parameters = [
            "boundary": boundary.text, "type": "application/xop+xml", "start": "<" + rootID + ">",
            "start-info": "application/soap+xml",
        ]
        parameters["action"] = action
        return ContentType("multipart/related", parameters: parameters)
    }

    /// What goes before the envelope.
    public var rootHead: [UInt8] {
        // The very first boundary needs no line end before it.
        Array(head("application/xop+xml; charset=UTF-8; type=\"application/soap+xml\"", rootID).dropFirst(2))
    }

    /// What goes before an attachment; nil when the identifier or the type cannot stand in a header.
    public func attachmentHead(contentID: String, contentType: ContentType) -> [UInt8]? {
        guard Self.isContentID(contentID), ContentType(contentType.text) != nil else { return nil }
        return head(contentType.text, contentID)
    }

    /// What ends the body.
    public var tail: [UInt8] { boundary.delimiter + Array("--\r\n".utf8) }

    /// A whole body, for what is small enough to be held; nil when an attachment's identifier or type is unfit.
    public func body(
        root: [UInt8],
        attachments: [(contentID: String, contentType: ContentType, bytes: [UInt8])] = []
    ) -> [UInt8]? {
        var body = rootHead
        body.reserveCapacity(attachments.reduce(root.count + 1024) { $0 + $1.bytes.count + 512 })
        body += root
        for attachment in attachments {
            guard let head = attachmentHead(contentID: attachment.contentID, contentType: attachment.contentType) else {
                return nil
            }
            body += head
            body += attachment.bytes
        }
        return body + tail
    }

    private func head(_ contentType: String, _ contentID: String) -> [UInt8] {
        let lines = [
            "", "Content-Type: " + contentType, "Content-Transfer-Encoding: binary",
            "Content-ID: <" + contentID + ">", "", "",
        ]
        return boundary.delimiter + Array(lines.joined(separator: "\r\n").utf8)
    }

    private static func isContentID(_ text: String) -> Bool {
        (1...maximumContentID).contains(text.utf8.count)
            && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != 0x3C && $0 != 0x3E }
    }
}
