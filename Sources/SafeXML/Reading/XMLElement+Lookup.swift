internal import CLibXML2

extension XMLElement {
    /// All child elements.
    public var children: XMLChildren { XMLChildren(parent: self, match: .any) }

    /// Child elements of that name in this element's own namespace.
    public func children(_ name: String) -> XMLChildren { XMLChildren(parent: self, match: .ownNamespace(name)) }

    /// Child elements of that name in that namespace (empty: none).
    public func children(_ name: String, in namespace: String) -> XMLChildren {
        XMLChildren(parent: self, match: .named(name, namespace))
    }

    /// First child of that name in this element's own namespace.
    public func child(_ name: String) -> XMLElement? { children(name).first { _ in true } }

    /// First child of that name in that namespace (empty: none).
    public func child(_ name: String, in namespace: String) -> XMLElement? {
        children(name, in: namespace).first { _ in true }
    }

    /// The one child of that name in this element's own namespace; absence and repetition are errors.
    public func only(_ name: String) throws(XMLError) -> XMLElement { try single(children(name), name) }

    /// The one child of that name in that namespace; absence and repetition are errors.
    public func only(_ name: String, in namespace: String) throws(XMLError) -> XMLElement {
        try single(children(name, in: namespace), name)
    }

    /// At most one child of that name in that namespace; repetition is an error.
    public func atMostOne(_ name: String, in namespace: String) throws(XMLError) -> XMLElement? {
        guard child(name, in: namespace) != nil else { return nil }
        return try only(name, in: namespace)
    }

    /// Follows first children of those names in this element's own namespace: `first("a", "b")` is `a/b`.
    public func first(_ path: String...) -> XMLElement? {
        var current = self
        for name in path {
            guard let next = current.child(name) else { return nil }
            current = next
        }
        return current
    }

    /// Follows first children of those names in that namespace.
    public func first(_ path: [String], in namespace: String) -> XMLElement? {
        var current = self
        for name in path {
            guard let next = current.child(name, in: namespace) else { return nil }
            current = next
        }
        return current
    }

    /// All elements inside, in document order.
    public var descendants: XMLDescendants { XMLDescendants(top: self, match: .any) }

    /// Elements inside of that name in that namespace, in document order.
    public func descendants(_ name: String, in namespace: String) -> XMLDescendants {
        XMLDescendants(top: self, match: .named(name, namespace))
    }

    private func single(_ found: XMLChildren, _ name: String) throws(XMLError) -> XMLElement {
        var iterator = found.makeIterator()
        guard let one = iterator.next() else { throw .missingElement(name: name, parent: path) }
        guard iterator.next() == nil else { throw .repeatedElement(name: name, parent: path) }
        return one
    }
}

/// Which elements a walk keeps.
enum XMLMatch: Sendable {
    case any
    case ownNamespace(String)
    case named(String, String)

    func accepts(_ node: xmlNodePtr, from origin: XMLElement) -> Bool {
        guard node.pointee.type == XML_ELEMENT_NODE else { return false }
        switch self {
        case .any:
            return true
        case .ownNamespace(let name):
            return name.isWritten(node.pointee.name) && origin.sharesNamespace(with: node)
        case .named(let name, let namespace):
            return XMLElement(document: origin.document, node: node).isNamed(name, in: namespace)
        }
    }
}
