import Testing

@testable import TraceTree

/// The eight leaves of the RFC 6962 reference tests and the tree heads they give.
enum ReferenceTree {
    static let leaves: [[UInt8]] = [
        "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f",
    ].map(unhex)

    static let roots = [
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ]

    static var leafHashes: [[UInt8]] { leaves.map(MerkleHash.leaf) }
}

/// Tiles in memory, grown step by step.
final class TileShelf {
    private(set) var size: UInt64 = 0
    private(set) var stored: [String: [UInt8]] = [:]

    func get(_ tile: Tile) throws -> [UInt8] {
        guard let bytes = stored[tile.path] else { throw TraceTreeError.outOfRange(.tile) }
        return bytes
    }

    func append(_ entries: [[UInt8]]) throws {
        let growth = try TileGrowth(oldSize: size, entries: entries, bytes: get)
        for write in growth.writes {
            if write.tile.isFull, let before = stored[write.path] { #expect(before == write.bytes) }
            stored[write.path] = write.bytes
        }
        size = growth.size
    }

    func reader(size: UInt64? = nil) -> TileReader { TileReader(size: size ?? self.size, bytes: get) }
}

/// The entries "dmp-0", "dmp-1"… of the own tree.
func ownEntries(_ range: Range<Int>) -> [[UInt8]] { range.map { Array("dmp-\($0)".utf8) } }
