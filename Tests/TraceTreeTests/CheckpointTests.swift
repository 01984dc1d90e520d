import FuzzSeeds
import Testing

@testable import TraceTree

@Suite struct CheckpointTests {
    static let origin = "trace.dmp.example/2026/s00"
    static let published = """
        trace.dmp.example/2026/s00
        70000
        A7m0Ng5BHirTNk4u8k3Ghnvd5YGtvWTrkdGCG5q5elw=

        — trace.dmp.example/2026/s00 26p1KO3MjW2fBufD3QZqa6DHtzXzQ7HPTljjcqSxrU1viEuevjWjk8vJdW9p2Xepd15Thvs7YfqiUxb/wxMI+6z/vQI=
        — witness.dmp.example/w1 A4t0uQAAAABqsTuAkVVmpqybfa4bTJUbZkVV1GmDSS+sAn9mUIS/WlDEJqL39qV6kID3M7AG70E+GLdw3QKThfKjVggIMY3CUx3NAQ==

        """

    let log: NoteSigner
    let witness: NoteSigner
    let root = unhex("03b9b4360e411e2ad3364e2ef24dc6867bdde581adbd64eb91d1821b9ab97a5c")

    init() throws {
        log = try NoteSigner(name: Self.origin, kind: .ed25519, seed: Array(0x00...0x1f))
        witness = try NoteSigner(name: "witness.dmp.example/w1", kind: .cosignature, seed: Array(0x20...0x3f))
    }

    @Test func theKeysAreThePublishedOnes() {
        #expect(
            log.verifier.text
                == "trace.dmp.example/2026/s00+dbaa7528+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4"
        )
        #expect(
            witness.verifier.text
                == "witness.dmp.example/w1+038b74b9+BCmsuuFBvMrwsi4alNNNC8c2HlJtC/4SyJeUvJMilm3X"
        )
    }

    @Test func signsThePublishedCheckpoint() throws {
        let checkpoint = try Checkpoint(origin: Self.origin, size: 70_000, root: root)
        var note = try checkpoint.signed(by: [log])
        note.add(try witness.signature(of: note.text, time: 1_790_000_000))
        #expect(note.encoded == Self.published)
    }

    @Test func verifiesThePublishedCheckpoint() throws {
        let note = try SignedNote(parsing: Array(Self.published.utf8))
        let checkpoint = try Checkpoint(verifying: note, log: log.verifier)
        #expect(checkpoint.size == 70_000)
        #expect(checkpoint.root == root)
        let verdicts = try note.verified(by: [log.verifier, witness.verifier])
        #expect(verdicts.map(\.time) == [nil, 1_790_000_000])
    }

    @Test func aCosignatureWithAnotherTimeIsRefused() throws {
        let note = try SignedNote(parsing: Array(Self.published.utf8))
        let signature = try #require(note.signatures.last)
        var bytes = signature.bytes
        bytes[7] ^= 1
        for wrong in [bytes, Array(signature.bytes.dropLast()), signature.bytes + [0], [1]] {
            var changed = try SignedNote(text: note.text)
            changed.add(NoteSignature(name: signature.name, keyID: signature.keyID, bytes: wrong))
            #expect(throws: TraceTreeError.badSignature(.note)) { try changed.verified(by: [witness.verifier]) }
        }
    }

    @Test func aSignatureTwiceCountsOnce() throws {
        let note = try SignedNote(parsing: Array(Self.published.utf8))
        var twice = note
        for signature in note.signatures { twice.add(signature) }
        #expect(try twice.verified(by: [log.verifier, witness.verifier]).count == 2)
    }

    @Test func anotherLogsKeyOrAWitnesssKeyDoesNotMakeACheckpoint() throws {
        let note = try SignedNote(parsing: Array(Self.published.utf8))
        let other = try NoteSigner(name: "other.example", kind: .ed25519, seed: Array(0x00...0x1f))
        #expect(throws: TraceTreeError.unsigned(.checkpoint)) {
            try Checkpoint(verifying: note, log: other.verifier)
        }
        #expect(throws: TraceTreeError.unusableKey) { try Checkpoint(verifying: note, log: witness.verifier) }
        // Signed, but by a key of another name than the origin.
        let foreign = try Checkpoint(origin: Self.origin, size: 1, root: root).signed(by: [other])
        #expect(throws: TraceTreeError.unsigned(.checkpoint)) {
            try Checkpoint(verifying: foreign, log: other.verifier)
        }
    }

    @Test func aPostQuantumSignatureStandsBesideTheFirst() throws {
        let second = try NoteSigner(
            name: Self.origin + Checkpoint.postQuantumSuffix,
            kind: .mldsa65,
            seed: Array(0x40...0x5f)
        )
        let checkpoint = try Checkpoint(origin: Self.origin, size: 1, root: root)
        let note = try checkpoint.signed(by: [log, second])
        #expect(try Checkpoint(verifying: note, log: second.verifier) == checkpoint)
        #expect(try Checkpoint(verifying: note, log: log.verifier) == checkpoint)
    }

    @Test(arguments: [
        "", "a\n1\n", "a\n01\nA7m0Ng5BHirTNk4u8k3Ghnvd5YGtvWTrkdGCG5q5elw=\n",
        "a\n-1\nA7m0Ng5BHirTNk4u8k3Ghnvd5YGtvWTrkdGCG5q5elw=\n",
        "a\n+1\nA7m0Ng5BHirTNk4u8k3Ghnvd5YGtvWTrkdGCG5q5elw=\n",
        "a\n18446744073709551616\nA7m0Ng5BHirTNk4u8k3Ghnvd5YGtvWTrkdGCG5q5elw=\n",
        "a\n1\nA7m0Ng5BHirTNk4u8k3Ghnvd5YGtvWTrkdGCG5q5elw\n", "a\n1\nAAAA\n",
        "a\n1\nA7m0Ng5BHirTNk4u8k3Ghnvd5YGtvWTrkdGCG5q5elw=", "\n1\nA7m0Ng5BHirTNk4u8k3Ghnvd5YGtvWTrkdGCG5q5elw=\n",
        "a\n1\r\nA7m0Ng5BHirTNk4u8k3Ghnvd5YGtvWTrkdGCG5q5elw=\n",
        "a\n1\nA7m0Ng5BHirTNk4u8k3Ghnvd5YGtvWTrkdGCG5q5elw=\n\n",
    ])
    func refusesOtherCheckpoints(text: String) {
        #expect(throws: TraceTreeError.malformed(.checkpoint)) { try Checkpoint(parsing: text) }
    }

    @Test func keepsTheLargestSizeAndForeignLines() throws {
        let text = "a\n18446744073709551615\nA7m0Ng5BHirTNk4u8k3Ghnvd5YGtvWTrkdGCG5q5elw=\nmore\n"
        let checkpoint = try Checkpoint(parsing: text)
        #expect(checkpoint.size == .max)
        #expect(checkpoint.extensions == ["more"])
        #expect(checkpoint.text == text)
    }

    @Test(arguments: UInt64(0)..<400) func aChangedCheckpointIsRefusedOrReadsAsWritten(seed: UInt64) throws {
        var random = SplitMix64(seed: FuzzSeed.of(seed))
        let sample = try Checkpoint(origin: Self.origin, size: 70_000, root: root).text
        let text = String(decoding: random.mutated(Array(sample.utf8)), as: UTF8.self)
        if let read = try? Checkpoint(parsing: text) { #expect(read.text == text) }
    }
}
