/// What a body in parts turns out to hold, in order.
public enum MultipartEvent: Hashable, Sendable {
    /// The headers of a part have been read.
    case partBegan(PartHeaders)
    /// Some of its bytes, decoded; never empty. A slice of what was fed, where nothing had to be decoded.
    case partBytes(ArraySlice<UInt8>)
    /// The part is whole.
    case partEnded
    /// The last boundary has been read.
    case finished
}

/// Reads `multipart/related` (RFC 2046, RFC 2387; MTOM) as it comes in, in pieces of any size.
///
/// A plain state machine: bytes in, events out, nothing kept but what a boundary or header cut in two makes necessary.
/// The same bytes give the same parts however they are cut. After an error it answers the same error for ever.
public struct MultipartReader: Sendable {
    enum State {
        case preamble
        case afterDelimiter
        case headers
        case body
        case epilogue
        case failed(MultipartError)
    }

    let boundary: Boundary
    /// The `Content-ID` of the root, when the content type names one.
    let start: String?
    let limits: MultipartLimits
    var state = State.preamble
    /// Bytes not yet understood.
    var carry: [UInt8]
    /// How far `carry` has been searched in vain.
    var searched = 0
    var received = 0
    var padding = 0
    var part = -1
    var partSize = 0
    /// The CRLF before a part's first byte still belongs to its headers.
    var isAtStartOfBody = false
    var base64: Base64Stream?
    var contentIDs: Set<String> = []

    /// Makes a reader for a body of that content type.
    public init(_ contentType: ContentType, limits: MultipartLimits = MultipartLimits()) throws(MultipartError) {
        guard contentType.mediaType == "multipart/related", let text = contentType["boundary"] else {
            throw .notMultipart
        }
        guard let boundary = Boundary(text) else { throw .badBoundary }
        self.boundary = boundary
        self.limits = limits
        start = contentType["start"].map {
            $0.hasPrefix("<") && $0.hasSuffix(">") ? String($0.dropFirst().dropLast()) : $0
        }
        // The first boundary may stand at the very beginning, without the line end that precedes the others.
        carry = [0x0D, 0x0A]
    }

    /// Takes the next bytes.
    public mutating func feed(_ chunk: [UInt8]) throws(MultipartError) -> [MultipartEvent] {
        if case .failed(let error) = state { throw error }
        do throws(MultipartError) {
            return try advance(chunk)
        } catch {
            state = .failed(error)
            carry = []
            throw error
        }
    }

    /// Says that no more bytes come.
    public mutating func finish() throws(MultipartError) {
        switch state {
        case .failed(let error): throw error
        case .epilogue: return
        case .preamble, .afterDelimiter, .headers, .body:
            state = .failed(.truncated)
            throw .truncated
        }
    }

    private mutating func advance(_ chunk: [UInt8]) throws(MultipartError) -> [MultipartEvent] {
        guard chunk.count <= limits.submission - received else {
            throw .submissionTooLarge(limit: limits.submission)
        }
        received += chunk.count
        var rest = chunk[...]
        if !carry.isEmpty {
            carry.append(contentsOf: chunk)
            rest = carry[...]
            carry = []
        }
        var events: [MultipartEvent] = []
        while !rest.isEmpty {
            guard let next = try step(rest, &events) else { break }
            rest = next
        }
        return events
    }

    /// One transition; nil when more bytes are needed, those left being kept in `carry`.
    private mutating func step(
        _ bytes: ArraySlice<UInt8>,
        _ events: inout [MultipartEvent]
    ) throws(MultipartError) -> ArraySlice<UInt8>? {
        switch state {
        case .preamble: return try skipPreamble(bytes)
        case .afterDelimiter: return try readDelimiterEnd(bytes, &events)
        case .headers: return try readHeaders(bytes, &events)
        case .body: return try readBody(bytes, &events)
        case .epilogue:
            try pad(bytes.count)
            return nil
        case .failed(let error): throw error
        }
    }
}
