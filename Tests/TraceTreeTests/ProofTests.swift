import Testing

@testable import TraceTree

@Suite struct ProofTests {
    let hashes = ownEntries(0..<70).map(MerkleHash.leaf)

    func root(_ size: UInt64) -> [UInt8] { MerkleHash.root(ofLeafHashes: Array(hashes.prefix(Int(size)))) }

    @Test(arguments: UInt64(1)...40) func everyLeafIsShownAndNoOther(size: UInt64) throws {
        var tree = LeafHashes(hashes)
        for index in 0..<size {
            let path = try tree.inclusionPath(index: index, size: size)
            func holds(
                _ index: UInt64,
                _ size: UInt64,
                _ leaf: [UInt8],
                _ path: [[UInt8]],
                _ root: [UInt8]
            ) -> Bool {
                InclusionProof.isValid(index: index, size: size, leafHash: leaf, path: path, root: root)
            }
            let leaf = hashes[Int(index)]
            #expect(holds(index, size, leaf, path, root(size)))
            #expect(!holds(index ^ 1, size, leaf, path, root(size)) || size == 1)
            #expect(!holds(index, size, hashes[Int(index) + 1], path, root(size)))
            #expect(!holds(index, size, leaf, path + [leaf], root(size)))
            #expect(!holds(index, size, leaf, path, root(size + 1)))
            #expect(path.isEmpty || !holds(index, size, leaf, Array(path.dropLast()), root(size)))
            #expect(path.isEmpty || !holds(index, size, leaf, Array(path.dropFirst()), root(size)))
        }
    }

    @Test(arguments: UInt64(1)...40) func everyOlderTreeIsShownToBeABeginning(size: UInt64) throws {
        var tree = LeafHashes(hashes)
        for old in 1...size {
            let path = try tree.consistencyPath(oldSize: old, newSize: size)
            func holds(_ old: UInt64, _ path: [[UInt8]], _ oldRoot: [UInt8], _ newRoot: [UInt8]) -> Bool {
                ConsistencyProof.isValid(
                    oldSize: old,
                    newSize: size,
                    path: path,
                    oldRoot: oldRoot,
                    newRoot: newRoot
                )
            }
            #expect(holds(old, path, root(old), root(size)))
            #expect(!holds(old, path, root(old), root(size + 1)))
            #expect(!holds(old, path, root(old + 1), root(size)))
            #expect(!holds(old, path + [root(1)], root(old), root(size)))
            #expect(path.isEmpty || !holds(old, Array(path.dropLast()), root(old), root(size)))
            #expect(path.isEmpty || !holds(old, Array(path.dropFirst()), root(old), root(size)))
        }
    }

    @Test func refusesIndexesAndSizesOutsideTheTree() {
        let hash = root(1)
        #expect(!InclusionProof.isValid(index: 0, size: 0, leafHash: hash, path: [], root: hash))
        #expect(!InclusionProof.isValid(index: 1, size: 1, leafHash: hash, path: [], root: hash))
        #expect(!InclusionProof.isValid(index: .max, size: .max, leafHash: hash, path: [], root: hash))
        #expect(
            !ConsistencyProof.isValid(oldSize: 0, newSize: 1, path: [hash], oldRoot: hash, newRoot: hash)
        )
        #expect(
            !ConsistencyProof.isValid(oldSize: 2, newSize: 1, path: [hash], oldRoot: hash, newRoot: hash)
        )
        #expect(!ConsistencyProof.isValid(oldSize: 1, newSize: 1, path: [hash], oldRoot: hash, newRoot: hash))
        #expect(ConsistencyProof.isValid(oldSize: 1, newSize: 1, path: [], oldRoot: hash, newRoot: hash))
        var tree = LeafHashes(hashes)
        #expect(throws: TraceTreeError.outOfRange(.proof)) { try tree.inclusionPath(index: 8, size: 8) }
        #expect(throws: TraceTreeError.outOfRange(.proof)) { try tree.consistencyPath(oldSize: 0, newSize: 8) }
        #expect(throws: TraceTreeError.outOfRange(.proof)) { try tree.consistencyPath(oldSize: 9, newSize: 8) }
        #expect(throws: TraceTreeError.outOfRange(.tree)) { try tree.inclusionPath(index: 0, size: 1_000) }
    }

    @Test(arguments: [62, 63, 64]) func refusesPathsNoTreeNeeds(length: Int) {
        // The leftmost leaf of 2^length leaves: every sibling is to the right.
        let path = [[UInt8]](repeating: root(1), count: length)
        let top = path.reduce(root(1)) { MerkleHash.node($0, $1) }
        let size = length < 64 ? UInt64(1) << UInt64(length) : .max
        #expect(
            InclusionProof.isValid(index: 0, size: size, leafHash: root(1), path: path, root: top)
                == (length <= 63)
        )
        #expect(
            ConsistencyProof.isValid(oldSize: 1, newSize: size, path: path, oldRoot: root(1), newRoot: top)
                == (length <= 63)
        )
    }

    @Test func refusesHashesThatAreNot32Bytes() {
        let hash = root(1)
        let short = Array(hash.dropLast())
        #expect(!InclusionProof.isValid(index: 0, size: 1, leafHash: short, path: [], root: short))
        #expect(!InclusionProof.isValid(index: 0, size: 2, leafHash: hash, path: [short], root: hash))
        #expect(!ConsistencyProof.isValid(oldSize: 1, newSize: 1, path: [], oldRoot: short, newRoot: short))
    }
}
