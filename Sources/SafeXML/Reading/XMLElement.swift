internal import CLibXML2

/// A place in a document: two words, no copy of the tree; keeps its document alive.
///
/// `@unchecked Sendable`: a pointer and its owner. No field that is read here is written once the `XMLDocument` is parsed: what the
/// library writes later, under the document's lock, are the marks of identifiers alone.
public struct XMLElement: @unchecked Sendable, Hashable {
    /// The document that holds the element.
    public let document: XMLDocument
    let node: xmlNodePtr

    init(document: XMLDocument, node: xmlNodePtr) {
        self.document = document
        self.node = node
    }

    /// True when both are the very same element of the same tree.
    public static func == (one: XMLElement, other: XMLElement) -> Bool { one.node == other.node }

    /// Hashes the place in the tree.
    public func hash(into hasher: inout Hasher) { hasher.combine(node) }

    /// The name without prefix.
    public var name: String { String(xml: node.pointee.name) }

    /// The namespace, empty when there is none.
    public var namespace: String { String(xml: node.pointee.ns?.pointee.href) }

    /// The prefix as written, empty when there is none.
    public var prefix: String { String(xml: node.pointee.ns?.pointee.prefix) }

    /// The line of the start tag, for messages; the library stops counting at 65,535.
    public var lineNumber: Int { Int(xmlGetLineNo(node)) }

    /// The element around this one, `nil` at the root.
    public var parent: XMLElement? {
        guard let parent = node.pointee.parent, parent.pointee.type == XML_ELEMENT_NODE else { return nil }
        return XMLElement(document: document, node: parent)
    }

    /// True for that name in that namespace; an empty namespace means none.
    public func isNamed(_ name: String, in namespace: String) -> Bool {
        name.isWritten(node.pointee.name) && hasNamespace(namespace)
    }

    func hasNamespace(_ namespace: String) -> Bool {
        guard let href = node.pointee.ns?.pointee.href else { return namespace.isEmpty }
        return namespace.isWritten(href)
    }

    func sharesNamespace(with other: xmlNodePtr) -> Bool {
        let mine = node.pointee.ns
        let theirs = other.pointee.ns
        return mine == theirs || xmlStrEqual(mine?.pointee.href, theirs?.pointee.href) == 1
    }

    /// True when `other` is this element or lies inside it.
    public func contains(_ other: XMLElement) -> Bool {
        var current: xmlNodePtr? = other.node
        while let here = current {
            if here == node { return true }
            current = here.pointee.parent
        }
        return false
    }
}

extension String {
    /// Text the library owns; it has checked it as UTF-8.
    init(xml text: UnsafePointer<xmlChar>?) {
        guard let text else {
            self = ""
            return
        }
        self.init(cString: text)
    }

    /// True when text that the library owns says the same.
    ///
    /// To hand a string to the library makes a copy of it on the heap, for each name that is compared.
    func isWritten(_ text: UnsafePointer<xmlChar>?) -> Bool {
        guard let text else { return false }
        var place = text
        for byte in utf8 {
            // The library's text ends with a zero, which no name holds.
            guard place.pointee == byte, byte != 0 else { return false }
            place += 1
        }
        return place.pointee == 0
    }
}
