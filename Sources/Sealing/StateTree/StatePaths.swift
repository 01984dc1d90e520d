/// All complete subtrees over a record's leaves, computed once: each path is then a look-up and not a computation.
public struct StatePaths: Sendable {
    /// `levels[h][i]` is the root over the leaves from `i · 2^h`, where all of them are there.
    private let levels: [[[UInt8]]]

    /// Computes the subtrees over leaf hashes in ordinal order.
    public init(leafHashes: [[UInt8]]) {
        var levels = [leafHashes]
        while let last = levels.last, last.count > 1 {
            levels.append(
                stride(from: 0, to: last.count - 1, by: 2).map { StateHash.node(last[$0], last[$0 + 1]) }
            )
        }
        self.levels = levels
    }

    /// How many leaves there are.
    public var count: Int { levels.first?.count ?? 0 }

    /// The leaves, in ordinal order.
    public var leafHashes: [[UInt8]] { levels.first ?? [] }

    /// The hash of a leaf; nil where there is none.
    public func leafHash(_ ordinal: Int) -> [UInt8]? {
        guard let leaves = levels.first, leaves.indices.contains(ordinal) else { return nil }
        return leaves[ordinal]
    }

    /// The root over all leaves.
    public var root: [UInt8] {
        var root: [UInt8]?
        var end = count
        // The smallest peak is the rightmost; peaks are bagged from there.
        for (height, level) in levels.enumerated() where count >> height & 1 == 1 {
            let peak = level[(end >> height) - 1]
            root = root.map { StateHash.node(peak, $0) } ?? peak
            end -= 1 << height
        }
        return root ?? StateHash.empty
    }

    /// The siblings from a leaf up to the peak of the compact range that holds it; nil where there is no such leaf.
    public func path(to ordinal: Int) -> [[UInt8]]? {
        guard (0..<count).contains(ordinal) else { return nil }
        var start = 0
        for height in StateRange.peakHeights(count: UInt64(count)) {
            if ordinal < start + (1 << height) {
                return (0..<height).map { levels[$0][(ordinal >> $0) ^ 1] }
            }
            start += 1 << height
        }
        return nil
    }
}
