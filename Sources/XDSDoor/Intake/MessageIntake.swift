import NIOCore
import SOAPWire
import ServerKit

/// Reads a body as it comes: the envelope first, its parts only once somebody has been admitted.
///
/// Each byte of a part is copied once, into the part; the message as a whole is never held.
struct MessageIntake {
    private var pieces: BoundedBody.AsyncIterator
    private var reader: MultipartReader?
    private var events: ArraySlice<MultipartEvent> = []
    private let share: BodyBudget.Share

    init(_ body: BoundedBody, _ reader: MultipartReader?, _ share: BodyBudget.Share) {
        pieces = body.makeAsyncIterator()
        self.reader = reader
        self.share = share
    }

    private mutating func piece() async throws -> ByteBuffer? {
        guard let piece = try await pieces.next() else { return nil }
        try share.take(piece.readableBytes)
        return piece
    }

    /// The bytes of the envelope.
    mutating func root() async throws -> [UInt8] {
        var bytes: [UInt8] = []
        guard reader != nil else {
            while let piece = try await piece() { bytes.append(contentsOf: piece.readableBytesView) }
            return bytes
        }
        while let event = try await next() {
            switch event {
            case .partBegan: continue
            case .partBytes(let some): bytes.append(contentsOf: some)
            case .partEnded: return bytes
            case .finished: throw MultipartError.noParts
            }
        }
        throw MultipartError.truncated
    }

    /// The bytes of each part that the envelope refers to, by its `Content-ID`; what it does not refer to is refused at
    /// its headers.
    mutating func parts(_ references: XOPReferences) async throws -> [String: [UInt8]] {
        var references = references
        var parts: [String: [UInt8]] = [:]
        var current: (id: String, bytes: [UInt8])?
        while let event = try await next() {
            switch event {
            case .partBegan(let headers):
                try references.claim(headers)
                current = headers.contentID.map { ($0, []) }
            case .partBytes(let some): current?.bytes.append(contentsOf: some)
            case .partEnded:
                if let part = current { parts[part.id] = part.bytes }
                current = nil
            case .finished: continue
            }
        }
        try references.finish()
        return parts
    }

    private mutating func next() async throws -> MultipartEvent? {
        while events.isEmpty {
            guard reader != nil else { return nil }
            guard let piece = try await piece() else {
                try reader?.finish()
                reader = nil
                return nil
            }
            events = try reader?.feed(Array(piece.readableBytesView))[...] ?? []
        }
        return events.popFirst()
    }
}
