internal import CLibXML2

extension XMLElement {
    /// Where the element is, by local names.
    ///
    /// `/Envelope/Header/Action`, or `/a/b[2]` among several `b`; it holds no text of the document.
    public var path: String {
        var steps: [String] = []
        var current: xmlNodePtr? = node
        while let here = current, here.pointee.type == XML_ELEMENT_NODE {
            let name = String(xml: here.pointee.name)
            steps.append(name + Self.position(of: here))
            current = here.pointee.parent
        }
        return "/" + steps.reversed().joined(separator: "/")
    }

    private static func position(of node: xmlNodePtr) -> String {
        var before = 0
        var after = 0
        var current = node.pointee.prev
        while let here = current {
            if isTwin(here, of: node) { before += 1 }
            current = here.pointee.prev
        }
        current = node.pointee.next
        while let here = current, after == 0 {
            if isTwin(here, of: node) { after += 1 }
            current = here.pointee.next
        }
        return before + after == 0 ? "" : "[\(before + 1)]"
    }

    private static func isTwin(_ one: xmlNodePtr, of other: xmlNodePtr) -> Bool {
        one.pointee.type == XML_ELEMENT_NODE && xmlStrEqual(one.pointee.name, other.pointee.name) == 1
    }
}
