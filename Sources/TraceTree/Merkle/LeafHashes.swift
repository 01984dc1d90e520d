/// A tree small enough to hold its leaf hashes in memory.
public struct LeafHashes: HashSource, Sendable {
    private let hashes: [[UInt8]]

    /// The leaf hashes in order.
    public init(_ hashes: [[UInt8]]) {
        self.hashes = hashes
    }

    /// The hash of a complete subtree.
    public func hash(level: Int, index: UInt64) throws -> [UInt8] {
        guard (0..<63).contains(level), let position = Int(exactly: index) else {
            throw TraceTreeError.outOfRange(.tree)
        }
        let width = 1 << level
        let (start, overflow) = position.multipliedReportingOverflow(by: width)
        guard !overflow, start <= hashes.count, width <= hashes.count - start else {
            throw TraceTreeError.outOfRange(.tree)
        }
        return MerkleHash.subtree(hashes[start..<start + width])
    }
}
