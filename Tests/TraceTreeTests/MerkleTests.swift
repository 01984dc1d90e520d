import Testing

@testable import TraceTree

@Suite struct MerkleTests {
    @Test func hashesAsPublished() {
        #expect(
            hex(MerkleHash.emptyRoot) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        )
        #expect(hex(MerkleHash.leaf([])) == "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d")
        #expect(
            hex(MerkleHash.leaf(Array("L123456".utf8)))
                == "395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56"
        )
        #expect(
            hex(MerkleHash.node(Array("N123".utf8), Array("N456".utf8)))
                == "aa217fe888e47007fa15edab33c2b492a722cb106c64667fc2b044444de66bbb"
        )
    }

    @Test(arguments: 1...8) func givesThePublishedRoots(size: Int) throws {
        let hashes = Array(ReferenceTree.leafHashes.prefix(size))
        #expect(hex(MerkleHash.root(ofLeafHashes: hashes)) == ReferenceTree.roots[size - 1])
        var range = CompactRange()
        for hash in hashes { try range.append(hash) }
        #expect(hex(range.root) == ReferenceTree.roots[size - 1])
    }

    @Test func givesThePublishedInclusionPath() throws {
        var tree = LeafHashes(ReferenceTree.leafHashes)
        let path = try tree.inclusionPath(index: 5, size: 8)
        #expect(
            path.map(hex) == [
                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            ]
        )
    }

    @Test func givesThePublishedConsistencyPath() throws {
        var tree = LeafHashes(ReferenceTree.leafHashes)
        #expect(
            try tree.consistencyPath(oldSize: 6, newSize: 8).map(hex) == [
                "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            ]
        )
    }

    @Test func theCompactRootIsTheTreeHash() throws {
        var range = CompactRange()
        var hashes: [[UInt8]] = []
        for entry in ownEntries(0..<301) {
            #expect(range.root == MerkleHash.root(ofLeafHashes: hashes))
            #expect(CompactRange(size: range.size, peaks: range.peaks) == range)
            hashes.append(MerkleHash.leaf(entry))
            try range.append(MerkleHash.leaf(entry))
        }
    }

    @Test func refusesARangeThatCannotBe() throws {
        let hash = MerkleHash.emptyRoot
        #expect(CompactRange(size: 2, peaks: []) == nil)
        #expect(CompactRange(size: 1, peaks: [[1]]) == nil)
        var full = try #require(CompactRange(size: .max, peaks: (0..<64).map { _ in hash }))
        #expect(throws: TraceTreeError.tooLarge(.tree)) { try full.append(hash) }
        #expect(throws: TraceTreeError.malformed(.hash)) { try full.append([]) }
    }
}
