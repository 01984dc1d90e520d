import Hummingbird
import NIOCore

/// The bytes of a reply on their way to the connection.
///
/// What is short is joined, so that head, body and end reach the connection in one turn: each turn wakes its thread, and costs
/// more than copying a document. What is long and there already, such as the entries of a list, is sent from where it stands.
struct ReplyBody {
    /// From how many bytes on a piece is sent from where it stands: a shorter one is copied sooner than it is passed on.
    static let longBytes = 64 << 10
    /// How much must be long, so that what is not copied is worth the turns.
    static let worthBytes = 256 << 10

    private enum Piece {
        case own(ArraySlice<UInt8>)
        case shared(ByteBuffer)
    }

    private var pieces: [Piece] = []

    mutating func append(_ bytes: ArraySlice<UInt8>) { pieces.append(.own(bytes)) }

    /// An envelope with what stands in its gaps.
    mutating func append(_ envelope: [ArraySlice<UInt8>], around fillings: [ByteBuffer]) {
        for (place, segment) in envelope.enumerated() {
            append(segment)
            if place < fillings.count { pieces.append(.shared(fillings[place])) }
        }
    }

    consuming func finish() -> ResponseBody {
        let spared = pieces.reduce(0) { $0 + (Self.long($1)?.readableBytes ?? 0) }
        guard spared >= Self.worthBytes else { return ResponseBody(byteBuffer: Self.join(pieces[...])) }
        var buffers: [ByteBuffer] = []
        var joined = pieces.startIndex
        for (place, piece) in pieces.enumerated() {
            guard let long = Self.long(piece) else { continue }
            buffers += [Self.join(pieces[joined..<place]), long]
            joined = place + 1
        }
        buffers.append(Self.join(pieces[joined...]))
        return ResponseBody(contentsOf: buffers.filter { $0.readableBytes > 0 })
    }

    private static func long(_ piece: Piece) -> ByteBuffer? {
        guard case .shared(let bytes) = piece, bytes.readableBytes >= longBytes else { return nil }
        return bytes
    }

    private static func join(_ pieces: ArraySlice<Piece>) -> ByteBuffer {
        var joined = ByteBuffer()
        joined.reserveCapacity(
            pieces.reduce(0) { count, piece in
                switch piece {
                case .own(let bytes): count + bytes.count
                case .shared(let bytes): count + bytes.readableBytes
                }
            }
        )
        for piece in pieces {
            switch piece {
            case .own(let bytes): joined.writeBytes(bytes)
            case .shared(let bytes): joined.writeImmutableBuffer(bytes)
            }
        }
        return joined
    }
}
