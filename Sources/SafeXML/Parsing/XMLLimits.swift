/// What a document may be at most before it is refused; every parse names one.
public struct XMLLimits: Sendable, Equatable {
    /// Which character encodings a document may declare.
    public enum Encoding: Sendable, Equatable {
        /// UTF-8 only, with or without a byte order mark.
        case utf8Only
        /// UTF-8, or ISO-8859-1 when the XML declaration says so (older CDA producers).
        case utf8OrLatin1
    }

    /// What happens to processing instructions.
    public enum ProcessingInstructions: Sendable, Equatable {
        /// Any instruction refuses the document.
        case refused
        /// `xml-stylesheet` is tolerated and never followed; any other refuses the document.
        case stylesheetIgnored
    }

    /// Deepest nesting accepted (security design X5; the library itself stops at 256).
    public static let maximumDepth = 100
    /// Most nodes (elements, text runs, comments, instructions) accepted.
    public static let maximumNodes = 300_000
    /// Most attributes on one element.
    public static let maximumAttributes = 64
    /// Longest text run, in bytes of UTF-8.
    public static let maximumTextBytes = 14 * 1_000_000
    /// Most namespace declarations open at once.
    ///
    /// The inclusive forms cost nodes × declarations²: 290,000 × 120² was measured at 21 seconds, hence the lower values
    /// of the presets that are canonicalised that way.
    public static let maximumNamespacesInScope = 64

    /// Largest document, in bytes as received.
    public var bytes: Int
    /// Deepest element nesting, the root being 1.
    public var depth: Int
    /// Most nodes in the tree.
    public var nodes: Int
    /// Most attributes on one element.
    public var attributesPerElement: Int
    /// Longest text run in bytes of UTF-8.
    public var textBytes: Int
    /// Most namespace declarations open at once.
    public var namespacesInScope: Int
    /// Encodings accepted.
    public var encoding: Encoding
    /// Fate of processing instructions.
    public var processingInstructions: ProcessingInstructions

    /// Makes limits; everything not named takes the house maximum.
    public init(
        bytes: Int,
        depth: Int = Self.maximumDepth,
        nodes: Int = Self.maximumNodes,
        attributesPerElement: Int = Self.maximumAttributes,
        textBytes: Int = Self.maximumTextBytes,
        namespacesInScope: Int = Self.maximumNamespacesInScope,
        encoding: Encoding = .utf8Only,
        processingInstructions: ProcessingInstructions = .refused
    ) {
        self.bytes = bytes
        self.depth = depth
        self.nodes = nodes
        self.attributesPerElement = attributesPerElement
        self.textBytes = textBytes
        self.namespacesInScope = namespacesInScope
        self.encoding = encoding
        self.processingInstructions = processingInstructions
    }

    /// A SOAP envelope without its attachments: 2 MiB.
    public static let soapEnvelope = XMLLimits(bytes: 2 << 20)
    /// A CDA document: 15 MiB, ISO-8859-1 allowed, a style sheet instruction tolerated.
    public static let clinicalDocument = XMLLimits(
        bytes: 15 << 20,
        namespacesInScope: 48,
        encoding: .utf8OrLatin1,
        processingInstructions: .stylesheetIgnored
    )
    /// A detached signature document: 1 MiB.
    public static let signature = XMLLimits(bytes: 1 << 20, nodes: 30_000, namespacesInScope: 32)
    /// A small piece of XML, such as one assertion: 256 KiB.
    public static let xmlFragment = XMLLimits(bytes: 256 << 10, nodes: 20_000)
}
