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
            guard let href = include.attribute("href"), let id = Self.contentID(href) else { return nil }
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
            writer.attribute("href", "cid:" + Self.percentEncoded(id))
            writer.end()
        case .inline(let bytes):
            writer.base64(bytes)
        }
    }

    /// The Content-ID behind a `cid:` URL.
    static func contentID(_ href: String) -> String? {
        guard href.utf8.count <= 512, href.prefix(4).lowercased() == "cid:" else { return nil }
        var bytes: [UInt8] = []
        var rest = Array(href.utf8.dropFirst(4))[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            let digits = String(decoding: rest.prefix(2), as: UTF8.self)
            guard digits.utf8.count == 2, let decoded = Hex.decode(digits), let value = decoded.first else {
                return nil
            }
            bytes.append(value)
            rest = rest.dropFirst(2)
        }
        guard let text = String(validating: bytes, as: UTF8.self), !text.isEmpty,
            !text.utf8.contains(where: { $0 <= 0x20 })
        else { return nil }
        return text
    }

    static func percentEncoded(_ id: String) -> String {
        var result = ""
        for byte in id.utf8 {
            if byte.isDigit || byte.isLetter || "-._~".utf8.contains(byte) {
                result.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                result += "%" + Hex.encode([byte]).uppercased()
            }
        }
        return result
    }
}
