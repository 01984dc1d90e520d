import Crypto

/// The hiding and binding commitment to one trace event: all of it that enters the public log.
///
/// The salt is secret, so an entry reveals nothing; one event is proved by giving its bytes and its salt.
public struct TraceCommitment: Hashable, Sendable {
    /// What the first event of a record names as its predecessor.
    public static let beforeFirst = [UInt8](repeating: 0, count: 32)

    /// C = HMAC-SHA-256(salt, LP("dmp/trace/v1") ‖ LP(event)).
    public let bytes: [UInt8]

    /// A stored commitment, exactly 32 bytes.
    public init?(bytes: [UInt8]) {
        guard bytes.count == 32 else { return nil }
        self.bytes = bytes
    }

    /// Commits to an event under a 32-byte salt made for it alone.
    public init(event: [UInt8], salt: [UInt8]) throws(TraceTreeError) {
        guard salt.count == 32 else { throw .malformed(.commitment) }
        var message: [UInt8] = []
        guard message.appendLengthPrefixed(Array("dmp/trace/v1".utf8)), message.appendLengthPrefixed(event) else {
            throw .tooLarge(.commitment)
        }
        bytes = Array(HMAC<SHA256>.authenticationCode(for: message, using: SymmetricKey(data: salt)))
    }

    /// Reads a log entry.
    public init(entry: [UInt8]) throws(TraceTreeError) {
        guard entry.count == 33, entry.first == 1 else { throw .malformed(.commitment) }
        bytes = Array(entry.dropFirst())
    }

    /// `0x01 ‖ C`: the 33 bytes that enter the log.
    public var entry: [UInt8] { [1] + bytes }

    /// The hash of the log's leaf.
    public var leafHash: [UInt8] { MerkleHash.leaf(entry) }
}
