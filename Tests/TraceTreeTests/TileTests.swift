import Crypto
import FuzzSeeds
import Testing

@testable import TraceTree

@Suite struct TileTests {
    @Test(arguments: [
        (Tile.Content.hashes(level: 0), UInt64(0), 256, "tile/0/000"),
        (.hashes(level: 1), 0, 17, "tile/1/000.p/17"),
        (.hashes(level: 0), 1_234_067, 256, "tile/0/x001/x234/067"),
        (.entries, 999, 1, "tile/entries/999.p/1"),
        (.entries, 1_000, 255, "tile/entries/x001/000.p/255"),
    ])
    func aTileHasOnePath(content: Tile.Content, index: UInt64, width: Int, path: String) throws {
        let tile = try #require(Tile(content, index: index, width: width))
        #expect(tile.path == path)
        #expect(try Tile(path: path) == tile)
    }

    @Test(arguments: [
        "", "tile", "tile/0", "tile/0/", "tile/0/0", "tile/0/0000", "tile/00/000", "tile/8/000", "tile/-1/000",
        "tile/0/x000/000", "tile/0/001/000", "tile/0/x001", "tile/0/000.p", "tile/0/000.p/0", "tile/0/000.p/256",
        "tile/0/000.p/01", "tile/0/000/", "/tile/0/000", "tile/0/000.p/1/2", "tile/0/../000", "tile/data/000",
        "tile/0/x001/x001.p/3", "tile/0/٠٠٠", "tile/0/x999/x999/x999/x999/x999/x999/999",
    ])
    func refusesOtherPaths(path: String) {
        #expect(throws: TraceTreeError.malformed(.tilePath)) { try Tile(path: path) }
    }

    @Test func refusesTilesNoTreeHas() {
        #expect(Tile(.entries, index: 0, width: 0) == nil)
        #expect(Tile(.entries, index: 0, width: 257) == nil)
        #expect(Tile(.hashes(level: 8), index: 0) == nil)
        #expect(Tile(.entries, index: 1 << 56) == nil)
        #expect(Tile(.entries, index: 1 << 56 - 1) != nil)
    }

    @Test(arguments: UInt64(0)..<500) func aChangedPathIsRefusedOrItsOwn(seed: UInt64) {
        var random = SplitMix64(seed: FuzzSeed.of(seed))
        let bytes = random.mutated(Array("tile/0/x001/x234/067.p/12".utf8))
        let path = String(decoding: bytes, as: UTF8.self)
        if let tile = try? Tile(path: path) { #expect(tile.path == path) }
    }

    @Test func bundlesAndTilesAreReadAtTheirExactWidth() throws {
        let entries = (0..<3).map { [UInt8](repeating: UInt8($0), count: 33) }
        let bytes = try Tile.encode(entries: entries)
        #expect(bytes.count == 3 * 35)
        let three = try #require(Tile(.entries, index: 0, width: 3))
        #expect(try three.decodeEntries(bytes) == entries)
        for wrong in [bytes + [0], Array(bytes.dropLast()), []] {
            #expect(throws: TraceTreeError.malformed(.bundle)) { try three.decodeEntries(wrong) }
        }
        let two = try #require(Tile(.entries, index: 0, width: 2))
        #expect(throws: TraceTreeError.malformed(.bundle)) { try two.decodeEntries(bytes) }
        let hashes = try #require(Tile(.hashes(level: 0), index: 0, width: 2))
        for length in [0, 63, 65, 96] {
            #expect(throws: TraceTreeError.malformed(.tile)) {
                try hashes.decodeHashes([UInt8](repeating: 0, count: length))
            }
        }
        #expect(throws: TraceTreeError.malformed(.tile)) { try Tile.encode(hashes: []) }
        #expect(throws: TraceTreeError.malformed(.bundle)) { try Tile.encode(entries: []) }
        #expect(throws: TraceTreeError.tooLarge(.bundle)) {
            try Tile.encode(entries: [[UInt8](repeating: 0, count: 65_536)])
        }
    }

    @Test(arguments: UInt64(0)..<200) func aChangedBundleIsRefusedOrReadsAsWritten(seed: UInt64) throws {
        var random = SplitMix64(seed: FuzzSeed.of(seed))
        let tile = try #require(Tile(.entries, index: 0, width: 4))
        let bytes = random.mutated(try Tile.encode(entries: (0..<4).map { _ in random.bytes(9) }))
        if let entries = try? tile.decodeEntries(bytes) {
            let again = try Tile.encode(entries: entries)
            #expect(again == bytes)
        }
    }

    @Test func theOwnTreeHasThePublishedRootsAndTile() throws {
        let shelf = TileShelf()
        var size = 0
        for step in [1, 255, 1, 43, 700, 69_000] {
            try shelf.append(ownEntries(size..<size + step))
            size += step
            if size == 256 {
                var reader = shelf.reader()
                #expect(
                    hex(try reader.root()) == "3749b988d58c13f53c393738f1ce149c347de42192170aaf9c3e292cdfea54a8"
                )
            }
            if size == 257 {
                var reader = shelf.reader()
                #expect(
                    hex(try reader.root()) == "45b1d2feccf7d622d31dae337405c1123f7835a89001ce0addab7e92fd75c9a5"
                )
            }
        }
        #expect(size == 70_000)
        var reader = shelf.reader()
        let root = try reader.root()
        #expect(hex(root) == "03b9b4360e411e2ad3364e2ef24dc6867bdde581adbd64eb91d1821b9ab97a5c")
        let first = try #require(shelf.stored["tile/0/000"])
        #expect(
            hex(SHA256.hash(data: first)) == "cb1c513afae9c5f5da05af21151c666bc67363a0f47632d5f4acef9b5c4e03b8"
        )
        #expect(try reader.compactRange().root == root)
        #expect(shelf.stored["tile/2/000.p/1"] != nil)
        for index in [UInt64(0), 255, 256, 65_535, 65_536, 69_887, 69_888, 69_999] {
            let path = try reader.inclusionPath(index: index, size: 70_000)
            #expect(
                InclusionProof.isValid(
                    index: index,
                    size: 70_000,
                    leafHash: MerkleHash.leaf(Array("dmp-\(index)".utf8)),
                    path: path,
                    root: root
                )
            )
        }
        for old in [UInt64(1), 256, 257, 1_000, 65_536, 69_999, 70_000] {
            // Roots of older trees are read from the newer tiles: complete subtrees stay where they are.
            let oldRoot = try reader.root(size: old)
            let path = try reader.consistencyPath(oldSize: old, newSize: 70_000)
            #expect(
                ConsistencyProof.isValid(
                    oldSize: old,
                    newSize: 70_000,
                    path: path,
                    oldRoot: oldRoot,
                    newRoot: root
                )
            )
        }
        #expect(throws: TraceTreeError.outOfRange(.tree)) { try reader.hash(level: 0, index: 70_000) }
        #expect(throws: TraceTreeError.outOfRange(.tree)) { try reader.hash(level: 64, index: 0) }
        #expect(throws: TraceTreeError.outOfRange(.tree)) { try reader.hash(level: -1, index: 0) }
        #expect(throws: TraceTreeError.outOfRange(.tree)) { try reader.hash(level: 3, index: .max) }
    }

    @Test(arguments: UInt64(0)..<20) func anyGrowthGivesTheSameTree(seed: UInt64) throws {
        var random = SplitMix64(seed: FuzzSeed.of(seed))
        let (steps, whole) = (TileShelf(), TileShelf())
        var size = 0
        while size < 900 {
            let step = Int.random(in: 0...300, using: &random)
            try steps.append(ownEntries(size..<size + step))
            size += step
        }
        try whole.append(ownEntries(0..<size))
        var (one, other) = (steps.reader(), whole.reader())
        #expect(try one.root() == other.root())
        #expect(try one.root() == MerkleHash.root(ofLeafHashes: ownEntries(0..<size).map(MerkleHash.leaf)))
        for (path, bytes) in whole.stored { #expect(steps.stored[path] == bytes) }
    }

    @Test func aLostOrShortTileIsAnErrorNotARoot() throws {
        var lost = TileReader(size: 300) { _ in throw TraceTreeError.outOfRange(.tile) }
        #expect(throws: TraceTreeError.outOfRange(.tile)) { try lost.root() }
        var short = TileReader(size: 300) { _ in [1, 2, 3] }
        #expect(throws: TraceTreeError.malformed(.tile)) { try short.root() }
        var empty = TileReader(size: 0) { _ in [] }
        #expect(try empty.root() == MerkleHash.emptyRoot)
        #expect(throws: TraceTreeError.tooLarge(.tree)) {
            try TileGrowth(oldSize: .max, entries: [[1]]) { _ in [] }
        }
    }
}
