internal import SafeXML

/// The file inside a non-structured document.
public struct EmbeddedBody: Hashable, Sendable {
    /// What the bytes are.
    public let kind: DocumentKind
    /// Media type the document declares.
    public let mediaType: String
    /// The bytes, decoded.
    public let bytes: [UInt8]

    /// Takes the file out of `nonXMLBody` and holds its first bytes against the media type.
    init(_ document: SafeXML.XMLDocument, mediaType: String, policy: DocumentKindPolicy) throws(CDAError) {
        let path = "/ClinicalDocument/component/nonXMLBody/text"
        guard let text = document.root.walk("component", "nonXMLBody", "text") else { throw CDAError(path, .missing) }
        guard let bytes = Base64.decode(text.text), !bytes.isEmpty else { throw CDAError(path, .malformed) }
        do {
            kind = try policy.check(bytes, declared: mediaType)
        } catch {
            throw CDAError(path, .bodyMismatch)
        }
        self.mediaType = mediaType
        self.bytes = bytes
    }
}
