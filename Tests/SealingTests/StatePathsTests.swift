import Sealing
import Testing

/// Subtrees computed once give the same paths and roots as trees computed each time.
@Suite struct StatePathsTests {
    private static func leaves(_ count: Int) -> [[UInt8]] {
        (0..<count).map { number in (0..<32).map { UInt8(truncatingIfNeeded: number &* 31 &+ $0) } }
    }

    @Test(arguments: 0...130)
    func agreesWithTheTree(count: Int) {
        let leaves = Self.leaves(count)
        let paths = StatePaths(leafHashes: leaves)
        #expect(paths.count == count)
        #expect(paths.root == StateTree.root(ofLeafHashes: leaves))
        for ordinal in -1...count {
            #expect(paths.path(to: ordinal) == StateTree.path(to: ordinal, leafHashes: leaves))
        }
    }
}
