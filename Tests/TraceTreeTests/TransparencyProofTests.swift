import FuzzSeeds
import Testing

@testable import TraceTree

@Suite struct TransparencyProofTests {
    let log: NoteSigner
    let proof: TransparencyProof
    let leafHash: [UInt8]

    init() throws {
        log = try NoteSigner(name: "log.example", kind: .ed25519, seed: Array(0..<32))
        let hashes = ownEntries(0..<11).map(MerkleHash.leaf)
        var tree = LeafHashes(hashes)
        let head = try Checkpoint(origin: "log.example", size: 11, root: MerkleHash.root(ofLeafHashes: hashes))
        leafHash = hashes[6]
        proof = try TransparencyProof(
            index: 6,
            path: tree.inclusionPath(index: 6, size: 11),
            checkpoint: head.signed(by: [log])
        )
    }

    @Test func isReadAsWrittenAndHolds() throws {
        let text = proof.text
        #expect(text.hasPrefix("c2sp.org/tlog-proof@v1\nindex 6\n"))
        let read = try TransparencyProof(parsing: Array(text.utf8))
        #expect(read == proof)
        #expect(try read.verify(leafHash: leafHash, log: log.verifier).size == 11)
        #expect(throws: TraceTreeError.malformed(.proof)) {
            try read.verify(leafHash: MerkleHash.leaf([1]), log: log.verifier)
        }
        let other = try NoteSigner(name: "log.example", kind: .ed25519, seed: Array(1..<33))
        #expect(throws: TraceTreeError.unsigned(.checkpoint)) {
            try read.verify(leafHash: leafHash, log: other.verifier)
        }
    }

    @Test func keepsExtraBytesAndAProofWithoutHashes() throws {
        let hash = MerkleHash.leaf([])
        let head = try Checkpoint(origin: "log.example", size: 1, root: hash)
        let alone = try TransparencyProof(
            index: 0,
            path: [],
            checkpoint: head.signed(by: [log]),
            extra: Array("more".utf8)
        )
        let read = try TransparencyProof(parsing: Array(alone.text.utf8))
        #expect(read == alone)
        #expect(try read.verify(leafHash: hash, log: log.verifier) == head)
    }

    @Test func refusesOtherTexts() {
        let text = proof.text
        let wrong = [
            "", "x", text.replacing("@v1", with: "@v2"), text.replacing("index 6", with: "index 06"),
            text.replacing("index 6", with: "index -6"), text.replacing("index 6\n", with: ""),
            text.replacing("index 6", with: "index 6\nindex 6"), text.replacing("index", with: "extra !\nindex"),
            text.replacing("index 6\n", with: "index 6\nAAAA\n"), String(text.dropLast()),
            text.replacing("\n\nlog", with: "\nlog"),
        ]
        for text in wrong {
            #expect(throws: TraceTreeError.self) { try TransparencyProof(parsing: Array(text.utf8)) }
        }
    }

    @Test(arguments: [(63, true), (64, false)]) func takesSixtyThreeHashes(count: Int, fits: Bool) {
        let path = [[UInt8]](repeating: leafHash, count: count)
        let made = try? TransparencyProof(index: 0, path: path, checkpoint: proof.checkpoint)
        #expect((made != nil) == fits)
        let line = "index 6\n" + String(repeating: Base64.encode(leafHash) + "\n", count: count - proof.path.count)
        let text = proof.text.replacing("index 6\n", with: line)
        #expect(((try? TransparencyProof(parsing: Array(text.utf8))) != nil) == fits)
    }

    @Test(arguments: UInt64(0)..<400) func aChangedProofIsRefusedOrReadsAsWritten(seed: UInt64) {
        var random = SplitMix64(seed: FuzzSeed.of(seed))
        let bytes = random.mutated(Array(proof.text.utf8))
        if let read = try? TransparencyProof(parsing: bytes) { #expect(Array(read.text.utf8) == bytes) }
    }
}
