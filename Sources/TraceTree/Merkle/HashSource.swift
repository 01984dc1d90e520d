/// Gives the root of the complete subtree of 2^`level` leaves that is the `index`-th of its level.
public protocol HashSource {
    /// The hash of a complete subtree, from 0 (a leaf hash) up.
    mutating func hash(level: Int, index: UInt64) throws -> [UInt8]
}

extension HashSource {
    /// The root of the tree of the first `size` leaves.
    public mutating func root(size: UInt64) throws -> [UInt8] {
        size == 0 ? MerkleHash.emptyRoot : try root(of: 0..<size)
    }

    /// The path from a leaf to the root of the tree of the first `size` leaves (RFC 6962 § 2.1.1).
    public mutating func inclusionPath(index: UInt64, size: UInt64) throws -> [[UInt8]] {
        guard index < size else { throw TraceTreeError.outOfRange(.proof) }
        var path: [[UInt8]] = []
        var range = 0..<size
        while range.count64 > 1 {
            let middle = range.lowerBound + MerkleHash.largestPowerOfTwo(below: range.count64)
            let (left, right) = (range.lowerBound..<middle, middle..<range.upperBound)
            let isLeft = index < middle
            path.append(try root(of: isLeft ? right : left))
            range = isLeft ? left : right
        }
        return path.reversed()
    }

    /// The path that shows the tree of `newSize` leaves to extend that of `oldSize` (RFC 6962 § 2.1.2).
    public mutating func consistencyPath(oldSize: UInt64, newSize: UInt64) throws -> [[UInt8]] {
        guard oldSize > 0, oldSize <= newSize else { throw TraceTreeError.outOfRange(.proof) }
        var path: [[UInt8]] = []
        var range = 0..<newSize
        // The old tree's end stays inside the range; the subtree that ends there is where the proof begins.
        while range.upperBound != oldSize {
            let middle = range.lowerBound + MerkleHash.largestPowerOfTwo(below: range.count64)
            let (left, right) = (range.lowerBound..<middle, middle..<range.upperBound)
            let isLeft = oldSize <= middle
            path.append(try root(of: isLeft ? right : left))
            range = isLeft ? left : right
        }
        if range.lowerBound > 0 { path.append(try root(of: range)) }
        return path.reversed()
    }

    /// The tree hash of a range whose start is aligned, as those of RFC 6962 splits are.
    private mutating func root(of range: Range<UInt64>) throws -> [UInt8] {
        let count = range.count64
        if count.nonzeroBitCount == 1 {
            let level = count.trailingZeroBitCount
            let hash = try hash(level: level, index: range.lowerBound >> UInt64(level))
            guard hash.count == MerkleHash.length else { throw TraceTreeError.malformed(.hash) }
            return hash
        }
        let middle = range.lowerBound + MerkleHash.largestPowerOfTwo(below: count)
        return MerkleHash.node(
            try root(of: range.lowerBound..<middle),
            try root(of: middle..<range.upperBound)
        )
    }
}

extension Range<UInt64> {
    fileprivate var count64: UInt64 { upperBound - lowerBound }
}
