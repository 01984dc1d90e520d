internal import SafeXML

/// An envelope taken apart: what requests and answers have in common.
struct EnvelopeParts {
    var version: SOAPVersion
    var headers: [String: XMLElement] = [:]
    var security: XMLElement?
    var body: XMLElement
    var payload: XMLElement?

    /// WS-Addressing headers that are looked at, or known and needless.
    static let addressingHeaders: Set<String> = [
        "Action", "MessageID", "To", "From", "ReplyTo", "FaultTo", "RelatesTo",
    ]
    /// Longest action, identifier or address.
    static let maximumURILength = 1024

    /// The root of bytes parsed within limits.
    static func root(of bytes: [UInt8], _ limits: XMLLimits) throws(SOAPError) -> XMLElement {
        do throws(XMLError) { return try XMLDocument(parsing: bytes, limits: limits).root } catch { throw .xml(error) }
    }

    init(_ root: XMLElement) throws(SOAPError) {
        guard root.name == "Envelope", let version = SOAPVersion(namespace: root.namespace) else {
            throw .notAnEnvelope
        }
        self.version = version
        var header: XMLElement?
        var body: XMLElement?
        for child in root.children {
            if child.isNamed("Header", in: version.namespace), body == nil {
                guard header == nil else { throw .repeatedElement(name: "Header", parent: root.path) }
                header = child
            } else if child.isNamed("Body", in: version.namespace) {
                guard body == nil else { throw .repeatedElement(name: "Body", parent: root.path) }
                body = child
            } else {
                throw .misplacedElement(child.path)
            }
        }
        guard let body else { throw .missingElement(name: "Body", parent: root.path) }
        self.body = body
        if let header { try read(header) }
        for child in body.children {
            // One payload: what is checked, dispatched on and handled is then one and the same element.
            guard payload == nil else { throw .misplacedElement(child.path) }
            payload = child
        }
    }

    private mutating func read(_ header: XMLElement) throws(SOAPError) {
        for block in header.children {
            let mustUnderstand = try mustUnderstand(block)
            if block.namespace == SOAPNamespace.addressing, Self.addressingHeaders.contains(block.name) {
                // RelatesTo may be there several times with other relationships; the first plain one counts.
                if block.name == "RelatesTo", !isReply(block) { continue }
                guard headers[block.name] == nil else {
                    throw .repeatedElement(name: block.name, parent: header.path)
                }
                headers[block.name] = block
            } else if block.isNamed("Security", in: SOAPNamespace.security) {
                guard security == nil else { throw .repeatedElement(name: "Security", parent: header.path) }
                security = block
            } else if mustUnderstand {
                throw .notUnderstood(block.path)
            }
        }
    }

    /// The attribute of SOAP 1.2 part 1 § 5.2.3; without a prefix, as clients send it, it counts as well: the stricter reading.
    private func mustUnderstand(_ block: XMLElement) throws(SOAPError) -> Bool {
        let stated = [
            block.attribute("mustUnderstand", in: version.namespace), block.attribute("mustUnderstand"),
        ].compactMap { $0 }
        var isAsked = false
        for value in stated {
            switch value {
            case "true", "1": isAsked = true
            case "false", "0": break
            default: throw .malformedElement(block.path)
            }
        }
        let role = block.attribute(version.roleAttribute, in: version.namespace) ?? ""
        return isAsked && version.addressesUs(role)
    }

    private func isReply(_ block: XMLElement) -> Bool {
        let kind = block.attribute("RelationshipType")
        return kind == nil || kind == SOAPNamespace.addressing + "/reply"
    }

    /// The text of a header that is a URI; nil when the header is absent.
    func uri(_ name: String) throws(SOAPError) -> String? {
        guard let block = headers[name] else { return nil }
        return try Self.uri(block)
    }

    static func uri(_ element: XMLElement) throws(SOAPError) -> String {
        let text = element.trimmedText
        guard element.children.first(where: { _ in true }) == nil, text.utf8.count <= maximumURILength,
            text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F })
        else { throw .malformedElement(element.path) }
        return text
    }
}
