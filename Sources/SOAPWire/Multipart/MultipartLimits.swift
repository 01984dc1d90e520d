/// How much a body in parts may hold (security design § 5.5).
public struct MultipartLimits: Hashable, Sendable {
    /// Longest boundary (RFC 2046 § 5.1.1).
    public static let boundary = 70
    /// Most bytes of the root part: 2 MiB.
    public static let rootPart = 2 << 20
    /// Most parts, the root among them.
    public static let parts = 101
    /// Most bytes of one document: 10 MiB.
    public static let document = 10 << 20
    /// Most bytes of a whole submission, as received: 50 MiB.
    public static let submission = 50 << 20
    /// Most bytes of the headers of one part: 8 KiB.
    public static let partHeaders = 8 << 10
    /// Most bytes before the first boundary, and after the last.
    public static let padding = 1 << 10

    /// Most bytes of the root part.
    public var rootPart: Int
    /// Most parts, the root among them.
    public var parts: Int
    /// Most bytes of one document, decoded.
    public var document: Int
    /// Most bytes of the whole, as received.
    public var submission: Int
    /// Most bytes of the headers of one part.
    public var partHeaders: Int
    /// Most bytes before the first boundary, and after the last.
    public var padding: Int

    /// The limits of the house, any of them changed.
    public init(
        rootPart: Int = Self.rootPart,
        parts: Int = Self.parts,
        document: Int = Self.document,
        submission: Int = Self.submission,
        partHeaders: Int = Self.partHeaders,
        padding: Int = Self.padding
    ) {
        self.rootPart = rootPart
        self.parts = parts
        self.document = document
        self.submission = submission
        self.partHeaders = partHeaders
        self.padding = padding
    }
}
