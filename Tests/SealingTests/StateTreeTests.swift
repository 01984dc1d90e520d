import FuzzSeeds
import Testing

@testable import Sealing

@Suite struct StateTreeTests {
    func leaf(_ number: Int) -> [UInt8] { StateHash.leaf([UInt8(number & 255), UInt8(number >> 8)]) }

    func published() throws -> StateLeaf {
        StateLeaf(
            document: try Vectors().document,
            version: 3,
            confidentiality: [],
            state: .active,
            metadataRow: Array("row".utf8),
            wrappedKey: unhex(
                "000102030405060708090a0b99ddde58c1c7080907302fc322231965f9d68011d2d06dd0b82eddd2a128e1c6"
                    + "72f46baf5fef31700e27ad692f43d1fb"
            )
        )
    }

    @Test func encodesThePublishedLeaf() throws {
        let leaf = try published()
        #expect(leaf.encoded.count == StateLeaf.encodedLength)
        #expect(
            hex(leaf.encoded)
                == "01202122232425262728292a2b2c2d2e2f000000030001634768dae1474506e4bf7d341890542b09987d7e6aea5d446c02"
                + "e37581a569542b9b97bde7227f808a1efcc72bc46f2cfea2bccc55467a1e3eb779d4ed809b2e"
        )
        #expect(hex(leaf.hash) == "792da750a36aeb24cacd6c8e8ac399c0f0312c6e1eb421ba07524120dc729b6b")
        #expect(hex(StateTree.root(ofLeafHashes: [leaf.hash])) == hex(leaf.hash))
        #expect(try StateLeaf(decoding: leaf.encoded) == leaf)
    }

    @Test func refusesLeavesOfAnotherShape() throws {
        let good = try published().encoded
        for (position, byte) in [(0, UInt8(2)), (21, 16), (22, 5)] {
            var bad = good
            bad[position] = byte
            #expect(throws: SealingError.malformed(.stateLeaf)) { try StateLeaf(decoding: bad) }
        }
        for bad in [[], Array(good.dropLast()), good + [0]] {
            #expect(throws: SealingError.malformed(.stateLeaf)) { try StateLeaf(decoding: bad) }
        }
    }

    @Test(arguments: UInt64(0)..<300) func aChangedLeafIsRefusedOrReadsAsWritten(seed: UInt64) throws {
        var random = SplitMix64(seed: FuzzSeed.of(seed))
        let changed = random.mutated(try published().encoded)
        if let read = try? StateLeaf(decoding: changed) { #expect(read.encoded == changed) }
    }

    @Test func theCompactRootIsTheTreeHash() throws {
        var state = StateRange()
        var hashes: [[UInt8]] = []
        for count in 0...300 {
            #expect(state.root == StateTree.root(ofLeafHashes: hashes))
            #expect(state.peaks.count == count.nonzeroBitCount)
            #expect(StateRange(count: state.count, peaks: state.peaks) == state)
            hashes.append(leaf(count))
            try state.append(leaf(count))
        }
    }

    @Test(arguments: [1, 2, 3, 7, 8, 9, 63, 64, 65, 100, 255, 256, 257, 300])
    func substitutionEqualsRebuilding(count: Int) throws {
        let hashes = (0..<count).map(leaf)
        let state = try StateTree.state(ofLeafHashes: hashes)
        for ordinal in 0..<count {
            let path = try #require(StateTree.path(to: ordinal, leafHashes: hashes))
            var changedHashes = hashes
            changedHashes[ordinal] = leaf(9_999)
            var changed = state
            try changed.substitute(at: UInt64(ordinal), old: hashes[ordinal], new: leaf(9_999), path: path)
            #expect(changed == (try StateTree.state(ofLeafHashes: changedHashes)))
        }
    }

    @Test func refusesASubstitutionThatIsNotShown() throws {
        let hashes = (0..<11).map(leaf)
        let state = try StateTree.state(ofLeafHashes: hashes)
        let path = try #require(StateTree.path(to: 5, leafHashes: hashes))
        #expect(state.contains(leaf(5), at: 5, path: path))
        let wrong: [(UInt64, [UInt8], [[UInt8]])] = [
            (4, leaf(5), path), (5, leaf(4), path), (11, leaf(5), path), (.max, leaf(5), path),
            (5, leaf(5), Array(path.dropLast())), (5, leaf(5), path + [leaf(1)]), (5, [], path),
            (5, leaf(5), path.map { Array($0.dropLast()) }), (10, leaf(10), path), (5, leaf(5), path.reversed()),
        ]
        for (ordinal, old, path) in wrong {
            var copy = state
            #expect(throws: SealingError.notAuthentic(.statePath)) {
                try copy.substitute(at: ordinal, old: old, new: leaf(1), path: path)
            }
            #expect(copy == state)
        }
        var copy = state
        #expect(throws: SealingError.malformed(.stateLeaf)) {
            try copy.substitute(at: 5, old: leaf(5), new: [1], path: path)
        }
        #expect(throws: SealingError.malformed(.stateLeaf)) { try copy.append([1]) }
        #expect(StateTree.path(to: 11, leafHashes: hashes) == nil)
        #expect(StateTree.path(to: -1, leafHashes: hashes) == nil)
    }

    @Test func refusesAStoredStateThatCannotBe() throws {
        #expect(StateRange(count: 3, peaks: [leaf(1)]) == nil)
        #expect(StateRange(count: 1, peaks: [[1]]) == nil)
        #expect(StateRange(count: 0, peaks: []) == StateRange())
        var full = try #require(StateRange(count: .max, peaks: (0..<64).map(leaf)))
        #expect(throws: SealingError.tooLarge(.recordState)) { try full.append(leaf(1)) }
    }
}
