/// The roots of the complete subtrees of a tree: enough to append to it and to know its root.
public struct CompactRange: Hashable, Sendable {
    /// How many leaves there are.
    public private(set) var size: UInt64
    /// The subtree roots, largest first: one for each bit set in the size.
    public private(set) var peaks: [[UInt8]]

    /// An empty tree.
    public init() {
        size = 0
        peaks = []
    }

    /// A stored range; refuses a number of peaks that the size does not give, and peaks that are not 32 bytes.
    public init?(size: UInt64, peaks: [[UInt8]]) {
        guard peaks.count == size.nonzeroBitCount, peaks.allSatisfy({ $0.count == MerkleHash.length }) else {
            return nil
        }
        self.size = size
        self.peaks = peaks
    }

    /// The root of the tree.
    public var root: [UInt8] {
        guard var root = peaks.last else { return MerkleHash.emptyRoot }
        for peak in peaks.dropLast().reversed() { root = MerkleHash.node(peak, root) }
        return root
    }

    /// Appends a leaf hash; its index is the size before.
    public mutating func append(_ leafHash: [UInt8]) throws(TraceTreeError) {
        guard leafHash.count == MerkleHash.length else { throw .malformed(.hash) }
        guard size < .max else { throw .tooLarge(.tree) }
        var hash = leafHash
        for _ in 0..<(~size).trailingZeroBitCount {
            guard let left = peaks.popLast() else { throw .malformed(.tree) }
            hash = MerkleHash.node(left, hash)
        }
        peaks.append(hash)
        size += 1
    }
}
