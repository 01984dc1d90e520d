import Crypto
import FuzzSeeds
import Testing

@testable import TraceTree

@Suite struct CommitmentTests {
    let salt = [UInt8](repeating: 0x33, count: 32)

    @Test func commitsAsPublished() throws {
        let commitment = try TraceCommitment(event: Array("event".utf8), salt: salt)
        #expect(
            hex(commitment.bytes) == "dad58c06496f10045ab68d079574719292b51fd048f8c7ee6febb50aa1f76a9b"
        )
        #expect(
            hex(commitment.leafHash) == "6acac8d288fd2b4811215d2ac52957839ae8e3c0cc0a55b04d0de8bcb2ad779c"
        )
        #expect(commitment.entry.count == 33)
        #expect(try TraceCommitment(entry: commitment.entry) == commitment)
        #expect(TraceCommitment(bytes: commitment.bytes) == commitment)
    }

    @Test func refusesOtherEntriesSaltsAndEvents() throws {
        for entry in [[], [UInt8](repeating: 1, count: 32), [UInt8](repeating: 1, count: 34), [2] + salt] {
            #expect(throws: TraceTreeError.malformed(.commitment)) { try TraceCommitment(entry: entry) }
        }
        #expect(TraceCommitment(bytes: [1]) == nil)
        #expect(throws: TraceTreeError.malformed(.commitment)) { try TraceCommitment(event: [], salt: [1]) }
        let most = [UInt8](repeating: 1, count: 65_535)
        #expect(try TraceCommitment(event: most, salt: salt).bytes.count == 32)
        #expect(throws: TraceTreeError.tooLarge(.commitment)) {
            try TraceCommitment(event: most + [1], salt: salt)
        }
        #expect(TraceCommitment.beforeFirst == [UInt8](repeating: 0, count: 32))
    }
}

@Suite struct PromiseTests {
    let seed = [UInt8](repeating: 0x44, count: 32)
    let leafHash = [UInt8](repeating: 5, count: 32)
    let publicKey: [UInt8]

    init() throws {
        publicKey = Array(try Curve25519.Signing.PrivateKey(rawRepresentation: seed).publicKey.rawRepresentation)
    }

    func promise() throws -> Promise {
        try Promise(origin: "trace.dmp.example/2026/s00", index: 7, leafHash: leafHash, time: 99, seed: seed)
    }

    @Test func aPromiseIsKeptAndHolds() throws {
        let promise = try promise()
        let read = try Promise(decoding: promise.encoded)
        #expect(read == promise)
        try read.verify(publicKey: publicKey)
        #expect(throws: TraceTreeError.badSignature(.promise)) { try read.verify(publicKey: leafHash) }
        #expect(throws: TraceTreeError.badSignature(.promise)) { try read.verify(publicKey: [1]) }
    }

    @Test func everyByteCounts() throws {
        let bytes = try promise().encoded
        for position in bytes.indices {
            var changed = bytes
            changed[position] ^= 1
            #expect(throws: TraceTreeError.self) {
                try Promise(decoding: changed).verify(publicKey: publicKey)
            }
        }
    }

    @Test(arguments: UInt64(0)..<300) func aChangedPromiseIsRefusedOrReadsAsWritten(seed: UInt64) throws {
        var random = SplitMix64(seed: FuzzSeed.of(seed))
        let bytes = random.mutated(try promise().encoded)
        if let read = try? Promise(decoding: bytes) { #expect(read.encoded == bytes) }
    }

    @Test func refusesToPromiseAmiss() {
        #expect(throws: TraceTreeError.malformed(.promise)) {
            try Promise(origin: "a", index: 0, leafHash: [1], time: 0, seed: seed)
        }
        #expect(throws: TraceTreeError.unusableKey) {
            try Promise(origin: "a", index: 0, leafHash: leafHash, time: 0, seed: [1])
        }
        #expect(throws: TraceTreeError.unusableKey) {
            try Promise(origin: "a", index: 0, leafHash: leafHash, time: 0) { _ in [1] }
        }
    }

    @Test func theLogDelegatesThePromiseKeyOfTheDay() throws {
        let log = try NoteSigner(name: "log.example", kind: .ed25519, seed: seed)
        let delegation = try PromiseKeyDelegation(
            origin: "log.example",
            publicKey: publicKey,
            notBefore: 10,
            notAfter: 20
        )
        var note = try SignedNote(text: delegation.text)
        note.add(try log.signature(of: note.text))
        #expect(try PromiseKeyDelegation(verifying: note, log: log.verifier) == delegation)
        let other = try NoteSigner(name: "other.example", kind: .ed25519, seed: seed)
        #expect(throws: TraceTreeError.unsigned(.delegation)) {
            try PromiseKeyDelegation(verifying: note, log: other.verifier)
        }
        #expect(throws: TraceTreeError.malformed(.delegation)) {
            try PromiseKeyDelegation(origin: "a", publicKey: publicKey, notBefore: 20, notAfter: 20)
        }
        for text in ["", "a\n", delegation.text + "x\n", delegation.text.replacing("promise-key", with: "x")] {
            #expect(throws: TraceTreeError.malformed(.delegation)) { try PromiseKeyDelegation(parsing: text) }
        }
    }
}
