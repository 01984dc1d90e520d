/// Why a body in parts was refused; `part` counts from 0, the root.
public enum MultipartError: Error, Hashable, Sendable {
    /// The content type is not `multipart/related` with a boundary.
    case notMultipart
    /// The boundary is empty, too long, or holds characters that it may not.
    case badBoundary
    /// More bytes in all than the limit.
    case submissionTooLarge(limit: Int)
    /// More parts than the limit.
    case tooManyParts(limit: Int)
    /// A part's headers are longer than the limit.
    case headersTooLarge(part: Int, limit: Int)
    /// A part is larger than the limit for it.
    case partTooLarge(part: Int, limit: Int)
    /// Too many bytes before the first boundary or after the last.
    case paddingTooLarge(limit: Int)
    /// Something else than an end of line or of the body follows a boundary.
    case malformedDelimiter(part: Int)
    /// A header is malformed, or one that counts is repeated.
    case malformedHeader(part: Int)
    /// The transfer encoding is not `binary`, `8bit`, `7bit` or `base64`.
    case unsupportedEncoding(part: Int)
    /// A part is itself made of parts.
    case nestedMultipart(part: Int)
    /// A part is not the base64 text that it claims to be.
    case malformedBase64(part: Int)
    /// A part that must have a `Content-ID` has none.
    case missingContentID(part: Int)
    /// Two parts bear the same `Content-ID`.
    case repeatedContentID(part: Int)
    /// The first part is not the one that `start` names.
    case rootNotFirst
    /// The body ends before its last boundary.
    case truncated
    /// The body has no part.
    case noParts
    /// More elements refer to parts than there may be parts.
    case tooManyReferences(limit: Int)
    /// A reference is no `cid:` URL.
    case malformedReference(element: String)
    /// Two elements refer to one part.
    case referredTwice(element: String)
    /// A part is referred to by no element.
    case unreferenced(part: Int)
    /// An element refers to a part that is not there.
    case missingPart(element: String)
}
