internal import CLibXML2

extension XMLElement {
    /// The text directly inside: all text and CDATA children joined, so that a comment cannot cut a value in two (X16).
    public var text: String {
        guard let first = node.pointee.children else { return "" }
        if first.pointee.next == nil, first.isText { return String(xml: first.pointee.content) }
        var joined = ""
        var current: xmlNodePtr? = first
        while let child = current {
            if child.isText { joined += String(xml: child.pointee.content) }
            current = child.pointee.next
        }
        return joined
    }

    /// The text of the element and of all elements inside it, in document order.
    public var deepText: String {
        var joined = ""
        var current = node.pointee.children
        while let here = current {
            if here.isText { joined += String(xml: here.pointee.content) }
            current = here.following(within: node)
        }
        return joined
    }

    /// `text` without white space at its ends.
    public var trimmedText: String {
        let isSpace: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
        let all = text
        let utf8 = all.utf8
        guard let first = utf8.firstIndex(where: { !isSpace($0) }), let last = utf8.lastIndex(where: { !isSpace($0) })
        else { return "" }
        return String(all[first...last])
    }

    /// True when a comment or processing instruction lies anywhere inside.
    public var holdsCommentOrInstruction: Bool {
        var current = node.pointee.children
        while let here = current {
            if here.pointee.type == XML_COMMENT_NODE || here.pointee.type == XML_PI_NODE { return true }
            current = here.following(within: node)
        }
        return false
    }
}

extension xmlNodePtr {
    var isText: Bool { pointee.type == XML_TEXT_NODE || pointee.type == XML_CDATA_SECTION_NODE }

    /// The next node in document order inside `top`.
    func following(within top: xmlNodePtr) -> xmlNodePtr? {
        if pointee.type == XML_ELEMENT_NODE, let child = pointee.children { return child }
        var current = self
        while current != top {
            if let next = current.pointee.next { return next }
            guard let parent = current.pointee.parent else { return nil }
            current = parent
        }
        return nil
    }
}
