internal import CLibXML2
internal import Synchronization

/// A parsed document: it exists only if it passed every limit, and nothing changes it afterwards.
///
/// `@unchecked Sendable`: the tree is never written after `init`. The two library calls that touch hidden fields of it
/// (registering an identifier for a signature, canonicalising) run under `lock` and touch nothing that a reader reads.
public final class XMLDocument: @unchecked Sendable {
    let pointer: xmlDocPtr
    let lock = Mutex<Void>(())

    /// The root element.
    public var root: XMLElement { XMLElement(document: self, node: rootNode) }
    private let rootNode: xmlNodePtr
    /// What it was read from, for whoever has to read it again elsewhere; nil where the bytes were not handed over.
    let source: Source?

    /// The very bytes of a document, and the limits that it passed.
    struct Source: Sendable {
        let bytes: [UInt8]
        let limits: XMLLimits
    }

    /// Parses bytes, the only way in: limits first, no DTD, no entity, no network, no recovery.
    ///
    /// They stay with the document, uncopied: a worker process is asked with the very bytes.
    public convenience init(parsing bytes: [UInt8], limits: XMLLimits) throws(XMLError) {
        let parsed: Result<Parsed, XMLError> = bytes.withUnsafeBytes { buffer in
            Result { () throws(XMLError) in try Self.parse(buffer, limits: limits) }
        }
        self.init(try parsed.get(), source: Source(bytes: bytes, limits: limits))
    }

    /// Parses bytes held elsewhere; they are not kept, so that no worker process can be asked about its signatures.
    public convenience init(parsing bytes: UnsafeRawBufferPointer, limits: XMLLimits) throws(XMLError) {
        self.init(try Self.parse(bytes, limits: limits), source: nil)
    }

    private init(_ parsed: Parsed, source: Source?) {
        self.source = source
        pointer = parsed.document
        rootNode = parsed.root
    }

    deinit {
        xmlFreeDoc(pointer)
    }

    private struct Parsed {
        var document: xmlDocPtr
        var root: xmlNodePtr
    }

    private static func parse(_ bytes: UnsafeRawBufferPointer, limits: XMLLimits) throws(XMLError) -> Parsed {
        guard XMLLibrary.isReady else { throw .libraryUnavailable }
        guard !bytes.isEmpty else { throw .empty }
        guard bytes.count <= limits.bytes, let size = Int32(exactly: bytes.count) else {
            throw .tooLarge(limit: limits.bytes)
        }
        let encoding = try InputCheck.encoding(of: bytes, limits: limits)
        try InputCheck.attributeFlood(in: bytes, limits: limits)
        return try XMLLibrary.quietly { () throws(XMLError) in
            try build(bytes, size: size, encoding: encoding, limits: limits)
        }
    }

    private static func build(
        _ bytes: UnsafeRawBufferPointer,
        size: Int32,
        encoding: String?,
        limits: XMLLimits
    ) throws(XMLError) -> Parsed {
        guard let parser = xmlNewParserCtxt() else { throw .libraryUnavailable }
        defer { xmlFreeParserCtxt(parser) }
        let guardian = UnsafeMutablePointer<ParseGuard>.allocate(capacity: 1)
        guardian.initialize(to: ParseGuard(limits: limits))
        defer {
            guardian.deinitialize(count: 1)
            guardian.deallocate()
        }
        ParseGuard.install(guardian, on: parser)
        // X3: exactly these three.
        let options = XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
        let document = xmlCtxtReadMemory(
            parser,
            bytes.baseAddress?.assumingMemoryBound(to: CChar.self),
            size,
            nil,
            encoding,
            Int32(options)
        )
        if let failure = guardian.pointee.failure {
            if let document { xmlFreeDoc(document) }
            throw failure
        }
        let error = parser.pointee.lastError
        guard let document else { throw .malformed(code: Int(error.code), line: Int(error.line)) }
        guard parser.pointee.wellFormed == 1, parser.pointee.nsWellFormed == 1, parser.pointee.disableSAX == 0,
            document.pointee.intSubset == nil, document.pointee.extSubset == nil,
            let root = xmlDocGetRootElement(document)
        else {
            xmlFreeDoc(document)
            throw .malformed(code: Int(error.code), line: Int(error.line))
        }
        return Parsed(document: document, root: root)
    }
}
