/// The state tree of a record as computed from all its leaves, by whoever holds the rows.
public enum StateTree {
    /// The RFC 6962 tree hash over leaf hashes in ordinal order.
    public static func root(ofLeafHashes hashes: [[UInt8]]) -> [UInt8] {
        hashes.isEmpty ? StateHash.empty : subtree(hashes[...])
    }

    /// The siblings from leaf `ordinal` up to the peak of the compact range that holds it.
    public static func path(to ordinal: Int, leafHashes hashes: [[UInt8]]) -> [[UInt8]]? {
        guard hashes.indices.contains(ordinal) else { return nil }
        var start = 0
        for height in StateRange.peakHeights(count: UInt64(hashes.count)) {
            let end = start + (1 << height)
            if ordinal < end { return path(to: ordinal, in: hashes[start..<end]) }
            start = end
        }
        return nil
    }

    /// What the custodian keeps, rebuilt from all leaves.
    public static func state(ofLeafHashes hashes: [[UInt8]]) throws(SealingError) -> StateRange {
        var state = StateRange()
        for hash in hashes { try state.append(hash) }
        return state
    }

    private static func subtree(_ hashes: ArraySlice<[UInt8]>) -> [UInt8] {
        guard hashes.count > 1 else { return hashes.first ?? StateHash.empty }
        let half = largestPowerOfTwo(below: hashes.count)
        return StateHash.node(subtree(hashes.prefix(half)), subtree(hashes.dropFirst(half)))
    }

    private static func path(to ordinal: Int, in hashes: ArraySlice<[UInt8]>) -> [[UInt8]] {
        guard hashes.count > 1 else { return [] }
        let half = hashes.count / 2
        let (left, right) = (hashes.prefix(half), hashes.dropFirst(half))
        return ordinal < right.startIndex
            ? path(to: ordinal, in: left) + [subtree(right)]
            : path(to: ordinal, in: right) + [subtree(left)]
    }

    private static func largestPowerOfTwo(below count: Int) -> Int {
        1 << (Int.bitWidth - 1 - (count - 1).leadingZeroBitCount)
    }
}
