/// Which tiles to write when a tree grows.
public struct TileGrowth: Sendable {
    /// A tile to write; full ones never change, partial ones are superseded by the next growth.
    public struct Write: Hashable, Sendable {
        /// The tile.
        public let tile: Tile
        /// What it holds.
        public let bytes: [UInt8]

        /// Where it goes.
        public var path: String { tile.path }
    }

    /// The entry bundles first, then the hash tiles from the lowest level.
    public let writes: [Write]
    /// The size of the tree after the growth.
    public let size: UInt64

    /// Appends entries to a tree of `oldSize` leaves whose tiles `bytes` gives.
    ///
    /// Reads only the partial tiles at the right edge of the old tree.
    public init(oldSize: UInt64, entries: [[UInt8]], bytes: TileBytes) throws {
        let (newSize, overflow) = oldSize.addingReportingOverflow(UInt64(entries.count))
        guard !overflow else { throw TraceTreeError.tooLarge(.tree) }
        size = newSize
        var writes = try Self.filled(.entries, oldCount: oldSize, added: entries, bytes: bytes)
        var added = entries.map(MerkleHash.leaf)
        var level = 0
        while !added.isEmpty, level < 8 {
            let oldCount = oldSize >> UInt64(8 * level)
            let tiles = try Self.filled(.hashes(level: level), oldCount: oldCount, added: added, bytes: bytes)
            writes += tiles
            added = try tiles.filter(\.tile.isFull).map {
                MerkleHash.subtree(try $0.tile.decodeHashes($0.bytes)[...])
            }
            level += 1
        }
        self.writes = writes
    }

    /// Lays new items behind the old ones, tile by tile.
    private static func filled(
        _ content: Tile.Content,
        oldCount: UInt64,
        added: [[UInt8]],
        bytes: TileBytes
    ) throws -> [Write] {
        let full = UInt64(Tile.fullWidth)
        var index = oldCount / full
        var items: [[UInt8]] = []
        if oldCount % full > 0, !added.isEmpty {
            guard let partial = Tile(content, index: index, width: Int(oldCount % full)) else {
                throw TraceTreeError.tooLarge(.tree)
            }
            let stored = try bytes(partial)
            items = content == .entries ? try partial.decodeEntries(stored) : try partial.decodeHashes(stored)
        }
        var writes: [Write] = []
        var rest = added[...]
        while !rest.isEmpty {
            let taken = rest.prefix(Tile.fullWidth - items.count)
            items += taken
            rest = rest.dropFirst(taken.count)
            guard let tile = Tile(content, index: index, width: items.count) else {
                throw TraceTreeError.tooLarge(.tree)
            }
            let encoded = content == .entries ? try Tile.encode(entries: items) : try Tile.encode(hashes: items)
            writes.append(Write(tile: tile, bytes: encoded))
            index += 1
            items = []
        }
        return writes
    }
}
