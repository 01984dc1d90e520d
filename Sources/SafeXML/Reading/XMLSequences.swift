internal import CLibXML2

/// Child elements, found one by one as they are asked for.
public struct XMLChildren: Sequence, Sendable {
    let parent: XMLElement
    let match: XMLMatch

    /// Walks the children.
    public struct Iterator: IteratorProtocol {
        let parent: XMLElement
        let match: XMLMatch
        var current: xmlNodePtr?

        /// The next matching child.
        public mutating func next() -> XMLElement? {
            while let here = current {
                current = here.pointee.next
                if match.accepts(here, from: parent) { return XMLElement(document: parent.document, node: here) }
            }
            return nil
        }
    }

    /// Starts at the first child.
    public func makeIterator() -> Iterator {
        Iterator(parent: parent, match: match, current: parent.node.pointee.children)
    }
}

/// Elements at any depth inside another, in document order, found one by one.
public struct XMLDescendants: Sequence, Sendable {
    let top: XMLElement
    let match: XMLMatch

    /// Walks the tree without recursion.
    public struct Iterator: IteratorProtocol {
        let top: XMLElement
        let match: XMLMatch
        var current: xmlNodePtr?

        /// The next matching element.
        public mutating func next() -> XMLElement? {
            while let here = current {
                current = here.following(within: top.node)
                if match.accepts(here, from: top) { return XMLElement(document: top.document, node: here) }
            }
            return nil
        }
    }

    /// Starts at the first node inside.
    public func makeIterator() -> Iterator {
        Iterator(top: top, match: match, current: top.node.pointee.children)
    }
}
