import Crypto

/// The custodian's word that an event has its place in the log; the host keeps it and can hold him to it.
public struct Promise: Hashable, Sendable {
    /// The log.
    public let origin: String
    /// The index of the entry.
    public let index: UInt64
    /// The hash of its leaf.
    public let leafHash: [UInt8]
    /// When it was given, in milliseconds since 1970.
    public let time: UInt64
    /// Ed25519 by the promise key of the day.
    public let signature: [UInt8]

    /// Gives a promise; `sign` makes an Ed25519 signature.
    public init(
        origin: String,
        index: UInt64,
        leafHash: [UInt8],
        time: UInt64,
        sign: NoteSigner.Sign
    ) throws(TraceTreeError) {
        let message = try Self.message(origin: origin, index: index, leafHash: leafHash, time: time)
        do {
            signature = try sign(message)
        } catch {
            throw .unusableKey
        }
        guard signature.count == 64 else { throw .unusableKey }
        self.origin = origin
        self.index = index
        self.leafHash = leafHash
        self.time = time
    }

    /// Gives a promise with a promise key held in memory, from its 32-byte seed.
    public init(
        origin: String,
        index: UInt64,
        leafHash: [UInt8],
        time: UInt64,
        seed: [UInt8]
    ) throws(TraceTreeError) {
        guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed) else { throw .unusableKey }
        try self.init(origin: origin, index: index, leafHash: leafHash, time: time) {
            Array(try key.signature(for: $0))
        }
    }

    /// Reads the stored form.
    public init(decoding bytes: [UInt8]) throws(TraceTreeError) {
        var cursor = ByteCursor(bytes)
        guard cursor.read(1) == [1],
            let origin = cursor.readLengthPrefixed().flatMap({ String(validating: $0, as: UTF8.self) }),
            VerifierKey.isName(origin), let index = cursor.readUInt64(), let leafHash = cursor.read(32),
            let time = cursor.readUInt64(), let signature = cursor.read(64), cursor.remaining == 0
        else { throw .malformed(.promise) }
        self.origin = origin
        self.index = index
        self.leafHash = leafHash
        self.time = time
        self.signature = signature
    }

    /// `0x01 ‖ LP(origin) ‖ u64 index ‖ leafHash32 ‖ u64 time ‖ signature64`.
    public var encoded: [UInt8] {
        var out: [UInt8] = [1]
        _ = out.appendLengthPrefixed(Array(origin.utf8))
        out.appendBigEndian(index)
        out += leafHash
        out.appendBigEndian(time)
        return out + signature
    }

    /// Checks the promise with the public key of the day.
    public func verify(publicKey: [UInt8]) throws(TraceTreeError) {
        let message = try Self.message(origin: origin, index: index, leafHash: leafHash, time: time)
        guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey),
            key.isValidSignature(signature, for: message)
        else { throw .badSignature(.promise) }
    }

    /// LP("dmp/promise/v1") ‖ LP(origin) ‖ LP(u64 index) ‖ LP(leafHash) ‖ LP(u64 time).
    static func message(
        origin: String,
        index: UInt64,
        leafHash: [UInt8],
        time: UInt64
    ) throws(TraceTreeError) -> [UInt8] {
        guard VerifierKey.isName(origin), leafHash.count == MerkleHash.length else { throw .malformed(.promise) }
        var (indexBytes, timeBytes): ([UInt8], [UInt8]) = ([], [])
        indexBytes.appendBigEndian(index)
        timeBytes.appendBigEndian(time)
        var out: [UInt8] = []
        for field in [Array("dmp/promise/v1".utf8), Array(origin.utf8), indexBytes, leafHash, timeBytes] {
            guard out.appendLengthPrefixed(field) else { throw .tooLarge(.promise) }
        }
        return out
    }
}
