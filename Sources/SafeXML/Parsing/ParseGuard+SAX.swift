internal import CLibXML2

extension ParseGuard {
    /// Puts the guard in front of the tree builder of a parser; `guardian` must outlive the parse.
    static func install(_ guardian: UnsafeMutablePointer<ParseGuard>, on parser: xmlParserCtxtPtr) {
        parser.pointee._private = UnsafeMutableRawPointer(guardian)
        guard let sax = parser.pointee.sax else { return }
        sax.pointee.internalSubset = { context, _, _, _ in
            _ = admitted(context) { guardian, _ in guardian.doctype() }
        }
        sax.pointee.startElementNs = { context, name, prefix, uri, spaces, spaceList, count, defaulted, list in
            guard
                admitted(
                    context,
                    { guardian, line in
                        guardian.open(attributes: Int(count), namespaces: Int(spaces), line: line)
                    }
                )
            else { return }
            xmlSAX2StartElementNs(context, name, prefix, uri, spaces, spaceList, count, defaulted, list)
        }
        sax.pointee.endElementNs = { context, name, prefix, uri in
            _ = admitted(context) { guardian, _ in guardian.close() }
            xmlSAX2EndElementNs(context, name, prefix, uri)
        }
        let onText: charactersSAXFunc = { context, text, length in
            guard admitted(context, { guardian, line in guardian.text(bytes: Int(length), line: line) }) else { return }
            xmlSAX2Characters(context, text, length)
        }
        sax.pointee.characters = onText
        sax.pointee.ignorableWhitespace = onText
        sax.pointee.cdataBlock = { context, text, length in
            guard admitted(context, { guardian, line in guardian.text(bytes: Int(length), line: line) }) else { return }
            xmlSAX2CDataBlock(context, text, length)
        }
        sax.pointee.comment = { context, text in
            guard admitted(context, { guardian, line in guardian.comment(line: line) }) else { return }
            xmlSAX2Comment(context, text)
        }
        sax.pointee.processingInstruction = { context, target, data in
            let isStylesheet = xmlStrEqual(target, "xml-stylesheet") == 1
            guard
                admitted(context, { guardian, line in guardian.instruction(isStylesheet: isStylesheet, line: line) })
            else { return }
            xmlSAX2ProcessingInstruction(context, target, data)
        }
    }
}

/// Applies `count` to the guard of the parser and stops the parser once the guard has refused.
private func admitted(
    _ context: UnsafeMutableRawPointer?,
    _ count: (inout ParseGuard, Int) -> Void
) -> Bool {
    guard let parser = context?.assumingMemoryBound(to: xmlParserCtxt.self),
        let guardian = parser.pointee._private?.assumingMemoryBound(to: ParseGuard.self)
    else { return false }
    count(&guardian.pointee, Int(parser.pointee.input?.pointee.line ?? 0))
    guard guardian.pointee.failure != nil else { return true }
    xmlStopParser(parser)
    return false
}
