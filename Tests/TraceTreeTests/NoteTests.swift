import FuzzSeeds
import Testing

@testable import TraceTree

@Suite struct NoteTests {
    static let published = """
        This is an example message.

        — example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=

        """
    static let publishedKey = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"

    @Test func verifiesThePublishedNote() throws {
        let key = try VerifierKey(parsing: Self.publishedKey)
        #expect(key.text == Self.publishedKey)
        let note = try SignedNote(parsing: Array(Self.published.utf8))
        #expect(note.text == "This is an example message.\n")
        #expect(note.encoded == Self.published)
        #expect(try note.verified(by: [key]) == [VerifiedSignature(key: key, time: nil)])
    }

    @Test func aKnownKeysBadSignatureIsAnErrorAndUnknownOnesArePassedOver() throws {
        let key = try VerifierKey(parsing: Self.publishedKey)
        let changed = Self.published.replacing("example message", with: "exemple message")
        let note = try SignedNote(parsing: Array(changed.utf8))
        #expect(throws: TraceTreeError.badSignature(.note)) { try note.verified(by: [key]) }
        let other = try NoteSigner(name: "example.com/foo", kind: .ed25519, seed: [UInt8](repeating: 1, count: 32))
        #expect(try note.verified(by: [other.verifier]).isEmpty)
    }

    @Test(arguments: [
        "", "\n", "a\n", "a\n\n", "a\n\n— b", "a\n\n— b \n", "a\n\n- b AAAAAAA=\n",
        "\n— b AAAAAAA=\n",
        "a\r\n\n— b AAAAAAA=\n", "a\u{0}\n\n— b AAAAAAA=\n", "a\n\n— b+c AAAAAAA=\n", "a\n\n— b  AAAAAAA=\n",
        "a\n\n— b AAAAAAA\n", "a\n\n— b AAAA\n", "a\n\n— b AAAAAAB=\n", "a\n\n— b AAAAAAA=\n\n",
        "a\n\n— b AAAAAAA=\nx\n",
    ])
    func refusesOtherNotes(text: String) {
        #expect(throws: TraceTreeError.malformed(.note)) { try SignedNote(parsing: Array(text.utf8)) }
    }

    @Test func refusesBytesThatAreNotText() {
        #expect(throws: TraceTreeError.malformed(.note)) {
            try SignedNote(parsing: [0xff, 0x0A, 0x0A] + Array("— b AAAAAAA=\n".utf8))
        }
    }

    @Test(arguments: [-1, 0, 1]) func takesAHundredSignatures(step: Int) throws {
        let count = SignedNote.maximumSignatures + step
        let text = "a\n\n" + String(repeating: "— b AAAAAAA=\n", count: count)
        if step > 0 {
            #expect(throws: TraceTreeError.tooLarge(.note)) { try SignedNote(parsing: Array(text.utf8)) }
        } else {
            #expect(try SignedNote(parsing: Array(text.utf8)).signatures.count == count)
        }
    }

    @Test func refusesANoteTooLong() {
        let text = String(repeating: "a", count: SignedNote.maximumLength) + "\n\n— b AAAAAAA=\n"
        #expect(throws: TraceTreeError.tooLarge(.note)) { try SignedNote(parsing: Array(text.utf8)) }
    }

    @Test(arguments: [
        "", "a", "a+b", "a+00000000+AAAA", "+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "example.com/foo+530D903A+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "example.com/fop+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "example.com/foo+530d903a+AukyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "exam ple+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
    ])
    func refusesOtherVerifierKeys(text: String) {
        #expect(throws: TraceTreeError.malformed(.verifierKey)) { try VerifierKey(parsing: text) }
    }

    @Test(arguments: UInt64(0)..<400) func aChangedNoteIsRefusedOrReadsAsWritten(seed: UInt64) {
        var random = SplitMix64(seed: FuzzSeed.of(seed))
        let bytes = random.mutated(Array(Self.published.utf8))
        if let note = try? SignedNote(parsing: bytes) { #expect(Array(note.encoded.utf8) == bytes) }
        let keyText = String(decoding: random.mutated(Array(Self.publishedKey.utf8)), as: UTF8.self)
        if let key = try? VerifierKey(parsing: keyText) { #expect(key.text == keyText) }
    }

    @Test func signsWithMLDSA65() throws {
        let signer = try NoteSigner(
            name: "trace.dmp.example/2026/s00/ml-dsa-65",
            kind: .mldsa65,
            seed: Array(0..<32)
        )
        let key = try VerifierKey(parsing: signer.verifier.text)
        #expect(key == signer.verifier)
        var note = try SignedNote(text: "a\n")
        note.add(try signer.signature(of: note.text))
        let read = try SignedNote(parsing: Array(note.encoded.utf8))
        #expect(read.signatures.first?.bytes.count == 3_309)
        #expect(try read.verified(by: [key]).map(\.key) == [key])
        var changed = try SignedNote(text: "b\n")
        changed.add(try #require(read.signatures.first))
        #expect(throws: TraceTreeError.badSignature(.note)) { try changed.verified(by: [key]) }
    }

    @Test func aSignerThatFailsOrSignsAmissPublishesNothing() throws {
        let good = try NoteSigner(name: "a", kind: .ed25519, seed: Array(0..<32))
        let wrong = NoteSigner(verifier: good.verifier) { _ in [UInt8](repeating: 0, count: 64) }
        let failing = NoteSigner(verifier: good.verifier) { _ in throw TraceTreeError.unusableKey }
        #expect(throws: TraceTreeError.unusableKey) { try wrong.signature(of: "a\n") }
        #expect(throws: TraceTreeError.unusableKey) { try failing.signature(of: "a\n") }
        #expect(throws: TraceTreeError.malformed(.cosignature)) { try good.signature(of: "a\n", time: 1) }
        #expect(throws: TraceTreeError.unusableKey) { try NoteSigner(name: "a", kind: .ed25519, seed: [1]) }
        #expect(throws: TraceTreeError.malformed(.verifierKey)) {
            try NoteSigner(name: "a b", kind: .ed25519, seed: Array(0..<32))
        }
    }
}
