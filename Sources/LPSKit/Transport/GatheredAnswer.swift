internal import NIOCore
internal import NIOHTTP1

/// An answer on its way in: each byte is copied once, to where it stays.
struct GatheredAnswer {
    /// Most bytes that are set aside on the word of the other side alone.
    private static let trusted = 8 << 20

    private let limit: Int
    private var status: UInt = 0
    private var contentType = ""
    private var body: [UInt8] = []

    /// Nothing yet, of at most `limit` bytes.
    init(limit: Int) { self.limit = limit }

    /// Notes the head, and makes room for what it announces.
    mutating func begin(_ head: HTTPResponseHead) throws(NIOTooManyBytesError) {
        let announced = head.headers.first(name: "Content-Length").flatMap { Int($0) } ?? 0
        guard announced <= limit else { throw NIOTooManyBytesError(maxBytes: limit) }
        status = head.status.code
        contentType = head.headers.first(name: "Content-Type") ?? ""
        body.reserveCapacity(max(0, min(announced, Self.trusted)))
    }

    /// Takes the next piece of the body.
    mutating func take(_ piece: ByteBuffer) throws(NIOTooManyBytesError) {
        guard piece.readableBytes <= limit - body.count else { throw NIOTooManyBytesError(maxBytes: limit) }
        body.append(contentsOf: piece.readableBytesView)
    }

    /// The whole; nothing is left here, so that the bytes are not copied once more.
    mutating func finish() -> RawAnswer {
        defer { body = [] }
        return RawAnswer(status: status, contentType: contentType, body: body)
    }
}
