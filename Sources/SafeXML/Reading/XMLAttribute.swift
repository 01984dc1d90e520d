internal import CLibXML2

/// One attribute of an element.
public struct XMLAttribute: Sendable, Hashable {
    /// The name without prefix.
    public let name: String
    /// The namespace, empty when there is none.
    public let namespace: String
    /// The value after XML normalisation.
    public let value: String
}

extension XMLElement {
    /// All attributes in document order, namespace declarations left out.
    public var attributes: [XMLAttribute] {
        var found: [XMLAttribute] = []
        forEachAttribute { attribute in
            found.append(
                XMLAttribute(
                    name: String(xml: attribute.pointee.name),
                    namespace: String(xml: attribute.pointee.ns?.pointee.href),
                    value: attribute.value
                )
            )
        }
        return found
    }

    /// The value of the attribute of that name in no namespace.
    public func attribute(_ name: String) -> String? {
        attributeNode(name, in: "")?.value
    }

    /// The value of the attribute of that name in that namespace.
    public func attribute(_ name: String, in namespace: String) -> String? {
        attributeNode(name, in: namespace)?.value
    }

    /// The value of an attribute that must be there.
    public func required(attribute name: String) throws(XMLError) -> String {
        guard let value = attribute(name) else { throw .missingAttribute(name: name, element: path) }
        return value
    }

    /// The namespace a prefix stands for here (for `xsi:type` values); `nil` when undeclared, empty prefix: the default.
    public func namespace(forPrefix prefix: String) -> String? {
        if prefix == "xml" { return "http://www.w3.org/XML/1998/namespace" }
        var current: xmlNodePtr? = node
        while let here = current, here.pointee.type == XML_ELEMENT_NODE {
            var declaration = here.pointee.nsDef
            while let space = declaration {
                let matches = space.pointee.prefix.map { prefix.isWritten($0) } ?? prefix.isEmpty
                if matches { return String(xml: space.pointee.href) }
                declaration = space.pointee.next
            }
            current = here.pointee.parent
        }
        return nil
    }

    func attributeNode(_ name: String, in namespace: String) -> xmlAttrPtr? {
        var current = node.pointee.properties
        while let attribute = current {
            if name.isWritten(attribute.pointee.name) {
                let href = attribute.pointee.ns?.pointee.href
                if href.map({ namespace.isWritten($0) }) ?? namespace.isEmpty { return attribute }
            }
            current = attribute.pointee.next
        }
        return nil
    }

    func forEachAttribute(_ body: (xmlAttrPtr) -> Void) {
        var current = node.pointee.properties
        while let attribute = current {
            body(attribute)
            current = attribute.pointee.next
        }
    }
}

extension xmlAttrPtr {
    /// The value: without a DTD it is one text node, or none when empty.
    var value: String {
        guard let first = pointee.children else { return "" }
        if first.pointee.next == nil { return String(xml: first.pointee.content) }
        var joined = ""
        var current: xmlNodePtr? = first
        while let part = current {
            joined += String(xml: part.pointee.content)
            current = part.pointee.next
        }
        return joined
    }
}
