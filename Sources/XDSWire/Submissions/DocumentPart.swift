internal import SafeXML

/// Where the bytes of a document are.
public enum DocumentContent: Hashable, Sendable {
    /// In the attachment of that Content-ID, without angle brackets.
    case attachment(String)
    /// In the message itself.
    case inline([UInt8])
}

/// A document of a submission, under the id of its entry.
public struct DocumentPart: Hashable, Sendable {
    /// The id of the entry; set to the entry's own spelling where the two differ only by case.
    public var id: String
    /// The bytes, or where they are.
    public var content: DocumentContent

    /// Joins both.
    public init(id: String, content: DocumentContent) {
        self.id = id
        self.content = content
    }
}

extension DocumentContent {
    /// Reads the content of a `Document` element: one `xop:Include` or base64 text (XOP § 2; RFC 2392).
    init?(_ element: XMLElement) {
        if let include = element.child("Include", in: EbXML.xop) {
            guard let href = include.attribute("href"), let id = ContentID.decode(reference: href) else {
                return nil
            }
            self = .attachment(id)
        } else {
            guard element.children.first(where: { _ in true }) == nil, let bytes = Base64.decode(element.text) else {
                return nil
            }
            self = .inline(bytes)
        }
    }

    /// Writes the content inside the element just opened.
    func write(into writer: inout XMLWriter) {
        switch self {
        case .attachment(let id):
            writer.start("xop:Include")
            writer.declare("xop", EbXML.xop)
            writer.attribute("href", ContentID.reference(to: id))
            writer.end()
        case .inline(let bytes):
            writer.base64(bytes)
        }
    }
}
