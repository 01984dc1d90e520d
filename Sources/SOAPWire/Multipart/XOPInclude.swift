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

/// `Content-ID`s and the `cid:` URLs that refer to them (RFC 2392).
public enum ContentID {
    /// The identifier that a reference names, percent signs decoded; nil when it is no `cid:` URL.
    public static func decode(reference: String) -> String? {
        guard reference.utf8.count <= 1024, reference.prefix(4).lowercased() == "cid:" else { return nil }
        var bytes: [UInt8] = []
        var rest = reference.utf8.dropFirst(4)
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            guard let pair = Hex.decode(String(decoding: rest.prefix(2), as: UTF8.self)), let value = pair.first else {
                return nil
            }
            bytes.append(value)
            rest = rest.dropFirst(2)
        }
        guard !bytes.isEmpty, bytes.allSatisfy({ $0 > 0x20 && $0 != 0x7F && $0 != 0x3C && $0 != 0x3E }) else {
            return nil
        }
        return String(validating: bytes, as: UTF8.self)
    }

    /// The reference to an identifier.
    public static func reference(to contentID: String) -> String {
        contentID.utf8.reduce(into: "cid:") { text, byte in
            if unreserved.contains(byte) {
                text.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                text += "%" + Hex.encode([byte]).uppercased()
            }
        }
    }

    private static let unreserved = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~".utf8)
}
