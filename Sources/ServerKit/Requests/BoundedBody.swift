public import Hummingbird
public import NIOCore

/// A request body as a stream that ends with `BodyTooLarge` at the first byte past its limit.
public struct BoundedBody: AsyncSequence, Sendable {
    /// How much is read and thrown away past a limit: a sender who is still sending when the connection closes never
    /// sees the answer that tells him why.
    static let courtesy = 1 << 20

    private let body: RequestBody
    private let limit: BodyLimit
    private let isAnnouncedTooLarge: Bool

    init(body: RequestBody, limit: BodyLimit, isAnnouncedTooLarge: Bool) {
        self.body = body
        self.limit = limit
        self.isAnnouncedTooLarge = isAnnouncedTooLarge
    }

    /// Reads the body once.
    public struct AsyncIterator: AsyncIteratorProtocol {
        private var base: RequestBody.AsyncIterator
        private var left: Int
        private let limit: BodyLimit

        init(base: RequestBody.AsyncIterator, limit: BodyLimit, isAnnouncedTooLarge: Bool) {
            self.base = base
            self.limit = limit
            left = isAnnouncedTooLarge ? -1 : limit.bytes
        }

        /// The next piece, as it came from the connection.
        public mutating func next() async throws -> ByteBuffer? {
            guard let piece = try await base.next() else { return nil }
            guard piece.readableBytes <= left else {
                try await discard(after: piece.readableBytes)
                throw BodyTooLarge(limit: limit)
            }
            left -= piece.readableBytes
            return piece
        }

        private mutating func discard(after bytes: Int) async throws {
            var discarded = bytes
            while discarded < BoundedBody.courtesy, let piece = try await base.next() {
                discarded += piece.readableBytes
            }
        }
    }

    /// A body is read once.
    public func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(base: body.makeAsyncIterator(), limit: limit, isAnnouncedTooLarge: isAnnouncedTooLarge)
    }
}

extension Request {
    /// The body as a stream of at most `limit` bytes.
    ///
    /// - Throws: `BodyTooLarge`, at once when the announced length is far past the limit.
    public func boundedBody(_ limit: BodyLimit) throws(BodyTooLarge) -> BoundedBody {
        let announced = headers[.contentLength].flatMap { Int($0) } ?? 0
        guard announced <= limit.bytes + BoundedBody.courtesy else { throw BodyTooLarge(limit: limit) }
        return BoundedBody(body: body, limit: limit, isAnnouncedTooLarge: announced > limit.bytes)
    }

    /// The whole body, of at most `limit` bytes.
    ///
    /// - Throws: `BodyTooLarge`, or the connection's own error.
    public func wholeBody(_ limit: BodyLimit) async throws -> [UInt8] {
        var bytes: [UInt8] = []
        for try await piece in try boundedBody(limit) { bytes.append(contentsOf: piece.readableBytesView) }
        return bytes
    }
}
