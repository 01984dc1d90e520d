public import SafeXML

/// Where the bytes of an element are: in a part of their own, or in the element (XOP 1.0 § 2.1).
public enum XOPInclude: Hashable, Sendable {
    /// In the part of that `Content-ID`.
    case part(contentID: String)
    /// In the element, as base64 text; some peers send documents so.
    case inline([UInt8])

    /// Reads an element that holds either one `xop:Include` or base64 text.
    public init(_ element: XMLElement) throws(SOAPError) {
        var children = element.children.makeIterator()
        guard let include = children.next() else {
            guard let bytes = Base64.decode(element.text) else { throw .malformedElement(element.path) }
            self = .inline(bytes)
            return
        }
        guard include.isNamed("Include", in: SOAPNamespace.xop), children.next() == nil, element.trimmedText.isEmpty,
            let href = include.attribute("href"), let id = ContentID.decode(reference: href)
        else { throw .malformedElement(element.path) }
        self = .part(contentID: id)
    }
}
