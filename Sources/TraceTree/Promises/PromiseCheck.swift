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
        /// None of the keys that the log named for its time has signed it.
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
    /// - Throws: what reading the tiles throws, `malformed` for tiles that do not add up to the head, `unusableKey` where no key
    ///   of its time is at hand: of a log that cannot be read nothing is said.
    public mutating func verdict(on stored: [UInt8]) throws -> Verdict {
        guard let promise = try? Promise(decoding: stored) else { return .broken(.unreadable) }
        guard promise.origin == head.origin else { return .broken(.otherLog) }
        let ofItsTime = keys.filter { $0.isInForce(at: promise.time) }
        guard !ofItsTime.isEmpty else { throw TraceTreeError.unusableKey }
        guard ofItsTime.contains(where: { (try? promise.verify(publicKey: $0.publicKey)) != nil }) else {
            return .broken(.unsigned)
        }
        guard promise.index < head.size else { return .waiting(since: promise.time) }
        let path = try tiles.inclusionPath(index: promise.index, size: head.size)
        if isThere(promise.leafHash, at: promise.index, path) { return .kept }
        // Tiles that lead to the head with another leaf show what stands there; others show nothing.
        let stored = try tiles.hash(level: 0, index: promise.index)
        guard stored != promise.leafHash, isThere(stored, at: promise.index, path) else {
            throw TraceTreeError.malformed(.tree)
        }
        return .broken(.otherEntry)
    }

    private func isThere(_ leafHash: [UInt8], at index: UInt64, _ path: [[UInt8]]) -> Bool {
        InclusionProof.isValid(index: index, size: head.size, leafHash: leafHash, path: path, root: head.root)
    }
}

extension PromiseKeyDelegation {
    /// Whether the key was named for a moment, in milliseconds since 1970.
    func isInForce(at time: UInt64) -> Bool { (notBefore...notAfter).contains(time / 1000) }
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
