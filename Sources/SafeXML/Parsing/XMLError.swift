/// Why a document was refused or could not be read; never quotes its text.
public enum XMLError: Error, Equatable, Sendable {
    /// No byte was given.
    case empty
    /// More bytes than the limit.
    case tooLarge(limit: Int)
    /// Not in an accepted encoding, or not valid in the one declared (X4).
    case encodingRefused
    /// A document type declaration is present (X2).
    case doctypeRefused
    /// A processing instruction that the limits do not tolerate.
    case processingInstructionRefused(line: Int)
    /// Nesting deeper than the limit.
    case tooDeep(limit: Int, line: Int)
    /// More nodes than the limit.
    case tooManyNodes(limit: Int, line: Int)
    /// More attributes on one element than the limit.
    case tooManyAttributes(limit: Int, line: Int)
    /// More namespace declarations open at once than the limit.
    case tooManyNamespaces(limit: Int, line: Int)
    /// A text run longer than the limit.
    case textTooLong(limit: Int, line: Int)
    /// Not well formed; `code` is libxml2's `xmlParserErrors`.
    case malformed(code: Int, line: Int)
    /// An element that must be present exactly once is absent.
    case missingElement(name: String, parent: String)
    /// An element that must be present exactly once is repeated.
    case repeatedElement(name: String, parent: String)
    /// An attribute that must be present is absent.
    case missingAttribute(name: String, element: String)
    /// The canonical form could not be made.
    case canonicalizationFailed
    /// The library could not start or ran out of memory.
    case libraryUnavailable
}
