import Crypto
import Glibc

/// Reads one sealed content piece by piece; the hash is known to be right only once `next()` has answered nothing.
///
/// Pieces may be handed on before the end: each chunk of the sealed format carries its own tag, which the opener checks.
public struct ContentReader: Sendable {
    /// The length of the whole.
    public let length: Int
    private let source: Source
    private let expected: Bytes32
    private let pool: BlockingPool
    private var offset = 0
    private var hash = SHA256()

    enum Source: Sendable {
        case memory([UInt8])
        case file(FileDescriptor)
    }

    init(source: Source, length: Int, expected: Bytes32, pool: BlockingPool) {
        self.source = source
        self.length = length
        self.expected = expected
        self.pool = pool
    }

    /// The next piece of at most `count` bytes, or nothing at the verified end.
    public mutating func next(upTo count: Int = 65_536) async throws(HostStoreError) -> [UInt8]? {
        guard count > 0 else { throw .invalid(.content) }
        guard offset < length else {
            guard Array(hash.finalize()) == expected.bytes else { throw .corrupted(.content) }
            return nil
        }
        let wanted = min(count, length - offset)
        let piece: [UInt8]
        switch source {
        case .memory(let bytes):
            piece = Array(bytes.dropFirst(offset).prefix(wanted))
        case .file(let file):
            let start = offset
            piece = try await pool.run { () throws(HostStoreError) in
                do throws(SystemError) {
                    return try file.read(at: start, count: wanted)
                } catch {
                    throw .storageFailed(code: error.code)
                }
            }
        }
        guard piece.count == wanted else { throw .corrupted(.content) }
        hash.update(data: piece)
        offset += wanted
        return piece
    }
}
