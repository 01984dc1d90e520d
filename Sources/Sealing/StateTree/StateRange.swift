/// The compact range of a record's state tree: all that the custodian keeps, about 200 bytes a record.
///
/// Appending needs nothing from the host. Changing a leaf needs the path of the old one, which is checked.
public struct StateRange: Hashable, Sendable {
    /// How many leaves there are.
    public private(set) var count: UInt64
    /// The roots of the complete subtrees, largest first: one for each bit set in the count.
    public private(set) var peaks: [[UInt8]]

    /// The state of a record without documents.
    public init() {
        count = 0
        peaks = []
    }

    /// A stored state; refuses a number of peaks that the count does not give, and peaks that are not 32 bytes.
    public init?(count: UInt64, peaks: [[UInt8]]) {
        guard peaks.count == count.nonzeroBitCount, peaks.allSatisfy({ $0.count == StateHash.length }) else {
            return nil
        }
        self.count = count
        self.peaks = peaks
    }

    /// The root: the peaks bagged from the smallest.
    public var root: [UInt8] {
        guard var root = peaks.last else { return StateHash.empty }
        for peak in peaks.dropLast().reversed() { root = StateHash.node(peak, root) }
        return root
    }

    /// Appends a leaf; its ordinal is the count before.
    public mutating func append(_ leafHash: [UInt8]) throws(SealingError) {
        guard leafHash.count == StateHash.length else { throw .malformed(.stateLeaf) }
        guard count < .max else { throw .tooLarge(.recordState) }
        var hash = leafHash
        for _ in 0..<(~count).trailingZeroBitCount {
            guard let left = peaks.popLast() else { throw .malformed(.recordState) }
            hash = StateHash.node(left, hash)
        }
        peaks.append(hash)
        count += 1
    }

    /// Whether the leaf at an ordinal is this one, shown by its path up to its peak.
    public func contains(_ leafHash: [UInt8], at ordinal: UInt64, path: [[UInt8]]) -> Bool {
        guard let place = place(of: ordinal), leafHash.count == StateHash.length,
            let top = Self.climb(leafHash, place, path)
        else { return false }
        return top == peaks[place.peak]
    }

    /// Replaces the leaf at an ordinal, after checking the path of the old one up to its peak.
    public mutating func substitute(
        at ordinal: UInt64,
        old: [UInt8],
        new: [UInt8],
        path: [[UInt8]]
    ) throws(SealingError) {
        guard new.count == StateHash.length else { throw .malformed(.stateLeaf) }
        guard contains(old, at: ordinal, path: path), let place = place(of: ordinal),
            let top = Self.climb(new, place, path)
        else { throw .notAuthentic(.statePath) }
        peaks[place.peak] = top
    }

    /// The heights of the peaks of a tree, largest first.
    static func peakHeights(count: UInt64) -> [Int] {
        (0..<UInt64.bitWidth).reversed().filter { count >> UInt64($0) & 1 == 1 }
    }

    private struct Place {
        let peak: Int
        let height: Int
        let offset: UInt64
    }

    private func place(of ordinal: UInt64) -> Place? {
        guard ordinal < count else { return nil }
        var offset = ordinal
        for (peak, height) in Self.peakHeights(count: count).enumerated() {
            let size = UInt64(1) << UInt64(height)
            if offset < size { return Place(peak: peak, height: height, offset: offset) }
            offset -= size
        }
        return nil
    }

    private static func climb(_ leafHash: [UInt8], _ place: Place, _ path: [[UInt8]]) -> [UInt8]? {
        guard path.count == place.height, path.allSatisfy({ $0.count == StateHash.length }) else { return nil }
        var hash = leafHash
        var offset = place.offset
        for sibling in path {
            hash = offset & 1 == 1 ? StateHash.node(sibling, hash) : StateHash.node(hash, sibling)
            offset >>= 1
        }
        return hash
    }
}
