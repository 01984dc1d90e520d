internal import CLibXML2
internal import Synchronization

extension XMLDocument {
    /// The canonical form of the whole document, `inclusivePrefixes` counting only for the exclusive forms.
    public func canonicalized(
        _ method: CanonicalizationMethod,
        inclusivePrefixes: [String] = []
    ) throws(XMLError) -> [UInt8] {
        try Canonicalizer.run(self, apex: nil, method, inclusivePrefixes)
    }
}

extension XMLElement {
    /// The canonical form of the element and all inside it, with the context its ancestors give (subtree node set).
    public func canonicalized(
        _ method: CanonicalizationMethod,
        inclusivePrefixes: [String] = []
    ) throws(XMLError) -> [UInt8] {
        try Canonicalizer.run(document, apex: node, method, inclusivePrefixes)
    }
}

private enum Canonicalizer {
    static func run(
        _ document: XMLDocument,
        apex: xmlNodePtr?,
        _ method: CanonicalizationMethod,
        _ prefixes: [String]
    ) throws(XMLError) -> [UInt8] {
        guard let output = xmlAllocOutputBuffer(nil) else { throw .libraryUnavailable }
        defer { xmlOutputBufferClose(output) }
        var list: [UnsafeMutablePointer<xmlChar>?] = prefixes.map { xmlStrdup($0) }
        defer {
            for case let prefix? in list { clibxml2_free(prefix) }
        }
        let takesPrefixes = method.isExclusive && !prefixes.isEmpty
        list.append(nil)
        let written = document.lock.withLock { _ in
            XMLLibrary.quietly {
                list.withUnsafeMutableBufferPointer { prefixes in
                    xmlC14NExecute(
                        document.pointer,
                        apex == nil ? nil : isInside,
                        apex,
                        method.mode,
                        takesPrefixes ? prefixes.baseAddress : nil,
                        method.keepsComments ? 1 : 0,
                        output
                    )
                }
            }
        }
        guard written >= 0, let content = xmlOutputBufferGetContent(output) else { throw .canonicalizationFailed }
        return Array(UnsafeBufferPointer(start: content, count: xmlOutputBufferGetSize(output)))
    }

    /// Visible is what has the apex among its ancestors; an attribute or namespace counts as its element.
    private static let isInside: xmlC14NIsVisibleCallback = { apex, node, parent in
        let isOwned = node?.pointee.type == XML_NAMESPACE_DECL || node?.pointee.type == XML_ATTRIBUTE_NODE
        var current = isOwned ? parent : node
        while let here = current {
            if UnsafeMutableRawPointer(here) == apex { return 1 }
            current = here.pointee.parent
        }
        return 0
    }
}
