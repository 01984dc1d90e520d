internal import CLibXML2

/// One piece of mixed content, for readers of narrative text.
public enum XMLNode: Sendable {
    /// A child element.
    case element(XMLElement)
    /// A run of text or CDATA.
    case text(String)
    /// A comment, its text withheld.
    case comment
    /// A processing instruction, withheld.
    case instruction
}

extension XMLElement {
    /// Everything directly inside, in order.
    public var content: XMLContent { XMLContent(parent: self) }
}

/// The mixed content of an element, read one piece at a time.
public struct XMLContent: Sequence, Sendable {
    let parent: XMLElement

    /// Walks the content.
    public struct Iterator: IteratorProtocol {
        let document: XMLDocument
        var current: xmlNodePtr?

        /// The next piece.
        public mutating func next() -> XMLNode? {
            while let here = current {
                current = here.pointee.next
                switch here.pointee.type {
                case XML_ELEMENT_NODE: return .element(XMLElement(document: document, node: here))
                case XML_TEXT_NODE, XML_CDATA_SECTION_NODE: return .text(String(xml: here.pointee.content))
                case XML_COMMENT_NODE: return .comment
                case XML_PI_NODE: return .instruction
                default: continue
                }
            }
            return nil
        }
    }

    /// Starts at the first piece.
    public func makeIterator() -> Iterator {
        Iterator(document: parent.document, current: parent.node.pointee.children)
    }
}
