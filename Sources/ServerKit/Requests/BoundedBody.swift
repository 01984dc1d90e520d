public import Hummingbird
public import NIOCore

/// A request body as a stream that ends with `BodyTooLarge` at the first byte past its limit.
public struct BoundedBody: AsyncSequence, Sendable {
    private let body: RequestBody
    private let limit: BodyLimit

    init(body: RequestBody, limit: BodyLimit) {
        self.body = body
        self.limit = limit
    }

    /// Reads the body once.
    public struct AsyncIterator: AsyncIteratorProtocol {
        private var base: RequestBody.AsyncIterator
        private var left: Int
        private let limit: BodyLimit

        init(base: RequestBody.AsyncIterator, limit: BodyLimit) {
            self.base = base
            self.limit = limit
            left = limit.bytes
        }

        /// The next piece, as it came from the connection.
        public mutating func next() async throws -> ByteBuffer? {
            guard let piece = try await base.next() else { return nil }
            guard piece.readableBytes <= left else { throw BodyTooLarge(limit: limit) }
            left -= piece.readableBytes
            return piece
        }
    }

    /// A body is read once.
    public func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(base: body.makeAsyncIterator(), limit: limit)
    }
}

extension Request {
    /// The body as a stream of at most `limit` bytes.
    ///
    /// - Throws: `BodyTooLarge` at once when the announced length is past the limit.
    public func boundedBody(_ limit: BodyLimit) throws(BodyTooLarge) -> BoundedBody {
        if let announced = headers[.contentLength].flatMap({ Int($0) }), announced > limit.bytes {
            throw BodyTooLarge(limit: limit)
        }
        return BoundedBody(body: body, limit: limit)
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
