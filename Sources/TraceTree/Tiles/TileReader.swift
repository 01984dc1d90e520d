/// Gives the stored bytes of a tile.
public typealias TileBytes = (Tile) throws -> [UInt8]

/// A tree of a known size read from tiles, wherever they are stored.
public struct TileReader: HashSource {
    /// How many leaves the tree has.
    public let size: UInt64
    private let bytes: TileBytes
    private var read: [Tile: [[UInt8]]] = [:]
    /// A proof reads a tile or two a level; more only means that many proofs are made with one reader.
    private static let rememberedTiles = 64

    /// A tree of `size` leaves over the given store.
    public init(size: UInt64, bytes: @escaping TileBytes) {
        self.size = size
        self.bytes = bytes
    }

    /// The root of the tree.
    public mutating func root() throws -> [UInt8] {
        try root(size: size)
    }

    /// The complete subtrees at the right edge: what appending needs.
    public mutating func compactRange() throws -> CompactRange {
        var peaks: [[UInt8]] = []
        var start: UInt64 = 0
        for level in (0..<64).reversed() where size >> UInt64(level) & 1 == 1 {
            peaks.append(try hash(level: level, index: start >> UInt64(level)))
            start += 1 << UInt64(level)
        }
        guard let range = CompactRange(size: size, peaks: peaks) else { throw TraceTreeError.malformed(.tree) }
        return range
    }

    /// The hash of a complete subtree, computed from the tile that holds it or its descendants.
    public mutating func hash(level: Int, index: UInt64) throws -> [UInt8] {
        let (tileLevel, above) = level.quotientAndRemainder(dividingBy: 8)
        guard (0..<64).contains(level), index <= UInt64.max >> UInt64(above) else {
            throw TraceTreeError.outOfRange(.tree)
        }
        let first = index << UInt64(above)
        let tileIndex = first / UInt64(Tile.fullWidth)
        let start = Int(first % UInt64(Tile.fullWidth))
        let available = size >> UInt64(8 * tileLevel)
        guard tileIndex <= available / UInt64(Tile.fullWidth) else { throw TraceTreeError.outOfRange(.tree) }
        let inTile = min(UInt64(Tile.fullWidth), available - tileIndex * UInt64(Tile.fullWidth))
        guard let tile = Tile(.hashes(level: tileLevel), index: tileIndex, width: Int(inTile)),
            start + (1 << above) <= tile.width
        else { throw TraceTreeError.outOfRange(.tree) }
        return MerkleHash.subtree(try hashes(of: tile)[start..<start + (1 << above)])
    }

    private mutating func hashes(of tile: Tile) throws -> [[UInt8]] {
        if let known = read[tile] { return known }
        let hashes = try tile.decodeHashes(try bytes(tile))
        if read.count >= Self.rememberedTiles { read.removeAll(keepingCapacity: true) }
        read[tile] = hashes
        return hashes
    }
}
