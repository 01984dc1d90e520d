/// Holds promises to one signed head of the log: each event stands at the place that was promised for it.
public struct PromiseCheck {
    /// What a promise comes to.
    public enum Verdict: Hashable, Sendable {
        /// The log holds it.
        case kept
        /// The head does not reach its place yet; since when it is promised, in milliseconds since 1970.
        case waiting(since: UInt64)
        /// It is not kept.
        case broken(Fault)
    }

    /// Why a promise is not kept.
    public enum Fault: String, Hashable, Sendable, CaseIterable {
        /// What is kept is no promise.
        case unreadable
        /// It speaks of another log.
        case otherLog
        /// No key that the log named for its day has signed it.
        case unsigned
        /// The log holds something else at its place.
        case otherEntry
    }

    private let head: Checkpoint
    private let keys: [PromiseKeyDelegation]
    private var tiles: TileReader

    /// Joins what promises are held to.
    ///
    /// - Parameters:
    ///   - head: a head whose signature has been checked.
    ///   - keys: the keys that the log has named.
    ///   - tiles: gives the log's tiles.
    public init(head: Checkpoint, keys: [PromiseKeyDelegation], tiles: @escaping TileBytes) {
        self.head = head
        self.keys = keys
        self.tiles = TileReader(size: head.size, bytes: tiles)
    }

    /// What a promise in its stored form comes to.
    ///
    /// - Throws: what reading the tiles throws: of a log that cannot be read nothing is said.
    public mutating func verdict(on stored: [UInt8]) throws -> Verdict {
        guard let promise = try? Promise(decoding: stored) else { return .broken(.unreadable) }
        guard promise.origin == head.origin else { return .broken(.otherLog) }
        guard keys.contains(where: { $0.hasSigned(promise) }) else { return .broken(.unsigned) }
        guard promise.index < head.size else { return .waiting(since: promise.time) }
        let isThere = InclusionProof.isValid(
            index: promise.index,
            size: head.size,
            leafHash: promise.leafHash,
            path: try tiles.inclusionPath(index: promise.index, size: head.size),
            root: head.root
        )
        return isThere ? .kept : .broken(.otherEntry)
    }
}

extension PromiseKeyDelegation {
    /// Whether the key gave a promise, on a day for which it was named.
    func hasSigned(_ promise: Promise) -> Bool {
        guard promise.origin == origin, (notBefore...notAfter).contains(promise.time / 1000) else { return false }
        return (try? promise.verify(publicKey: publicKey)) != nil
    }
}

extension Checkpoint {
    /// Whether this head goes on where an earlier one of the same log ended.
    ///
    /// - Throws: what reading the tiles throws.
    public func extends(_ earlier: Checkpoint, tiles: @escaping TileBytes) throws -> Bool {
        guard earlier.origin == origin, earlier.size <= size else { return false }
        guard earlier.size > 0 else { return true }
        var reader = TileReader(size: size, bytes: tiles)
        return ConsistencyProof.isValid(
            oldSize: earlier.size,
            newSize: size,
            path: try reader.consistencyPath(oldSize: earlier.size, newSize: size),
            oldRoot: earlier.root,
            newRoot: root
        )
    }
}
