import Crypto
import FuzzSeeds
import Testing

@testable import Sealing

@Suite struct ContentTests {
    let key: DocumentKey
    let salt: ContentSalt
    let context = ContentContext(bytes: Array("ctx".utf8))

    init() throws {
        key = try #require(DocumentKey(bytes: [UInt8](repeating: 0x11, count: 32)))
        salt = try Vectors().salt
    }

    func sealed(_ length: Int) throws -> [UInt8] {
        try SealedContent.seal([UInt8](repeating: 0x61, count: length), key: key, salt: salt, context: context)
    }

    @Test(arguments: [
        (0, 72, "de83e7b63e4082b907969c4cca7df3f9b53aa68fd415ba8aa3fbe82f824f974c"),
        (1, 73, "baf443d8524a5e020d8e25d7bdb856baaa1046708ce19fc54d91e35ba5cf76a5"),
        (16_383, 16_455, "bd23a8956ff803fa327a45161f32df276b1e34c75421cc20f1d2206ba05843cb"),
        (16_384, 16_472, "1127f5bee8f0fe47e5cae76d2a82a7355836fcd6f9c2f6e94f36c791851aac4b"),
        (20_000, 20_088, "b1a89da2b2cace85572e45d3d20ad93209e959d4787ad7292bc6aaa65da355d0"),
    ])
    func sealsThePublishedContents(length: Int, sealedLength: Int, digest: String) throws {
        let bytes = try sealed(length)
        #expect(bytes.count == sealedLength)
        #expect(SealedContent.sealedLength(of: length) == sealedLength)
        #expect(hex(SHA256.hash(data: bytes)) == digest)
        let opened = try SealedContent.open(bytes, key: key, context: context)
        #expect(opened == [UInt8](repeating: 0x61, count: length))
    }

    @Test func buildsThePublishedContext() throws {
        let v = try Vectors()
        let built = ContentContext(
            record: v.record,
            document: v.document,
            version: 3,
            immutableMetadata: Array("meta".utf8)
        )
        #expect(
            hex(built.bytes)
                == "000a646d702f646f632f76310010000102030405060708090a0b0c0d0e0f0010202122232425262728292a2b2c2d2e2f"
                + "0004000000030001010020ea3bd73e2b506e00527232b3ed743c066da83a8e3066f62a71e75eb9b4aa1db6"
        )
    }

    @Test(arguments: [0, 1, 55, 56, 71, 16_455, 16_456, 16_457, 16_471, 16_472])
    func refusesAContentCutShort(length: Int) throws {
        let bytes = try sealed(20_000)
        #expect(throws: SealingError.self) {
            try SealedContent.open(Array(bytes.prefix(length)), key: key, context: context)
        }
    }

    @Test func aCutAtAChunkBoundaryGivesNothing() throws {
        let bytes = try sealed(16_384)
        var opener = ContentOpener(key: key, context: context)
        let first = try opener.update(Array(bytes.prefix(56 + 16_400)))
        #expect(first.count == 16_384)
        #expect(throws: SealingError.malformed(.content)) { try opener.finish() }
        #expect(throws: SealingError.finished(.content)) { try opener.update([1]) }
    }

    @Test func refusesAnotherKeyContextOrSaltBeforeAnyChunk() throws {
        let bytes = try sealed(100)
        let otherKey = try #require(DocumentKey(bytes: [UInt8](repeating: 0x12, count: 32)))
        let otherContext = ContentContext(bytes: Array("ctX".utf8))
        #expect(throws: SealingError.notAuthentic(.content)) {
            try SealedContent.open(bytes, key: otherKey, context: context)
        }
        #expect(throws: SealingError.notAuthentic(.content)) {
            try SealedContent.open(bytes, key: key, context: otherContext)
        }
        var opener = ContentOpener(key: otherKey, context: context)
        #expect(throws: SealingError.notAuthentic(.content)) { try opener.update(Array(bytes.prefix(56))) }
    }

    @Test func refusesChunksInAnotherOrder() throws {
        let plaintext = (0..<40_000).map { UInt8(truncatingIfNeeded: $0 / 7) }
        let bytes = try SealedContent.seal(plaintext, key: key, salt: salt, context: context)
        let (first, second) = (bytes[56..<16_456], bytes[16_456..<32_856])
        let swapped = Array(bytes[..<56]) + second + first + bytes[32_856...]
        #expect(throws: SealingError.notAuthentic(.content)) {
            try SealedContent.open(swapped, key: key, context: context)
        }
    }

    @Test(arguments: UInt64(0)..<40) func anyPiecesGiveTheSameBytes(seed: UInt64) throws {
        var random = SplitMix64(seed: FuzzSeed.of(seed))
        let plaintext = random.bytes(Int.random(in: 0...50_000, using: &random))
        let whole = try SealedContent.seal(plaintext, key: key, salt: salt, context: context)
        var sealer = ContentSealer(key: key, salt: salt, context: context)
        var sealed: [UInt8] = []
        for piece in pieces(of: plaintext, &random) { sealed += try sealer.update(piece) }
        sealed += try sealer.finish()
        #expect(sealed == whole)
        #expect(throws: SealingError.finished(.content)) { try sealer.finish() }
        var opener = ContentOpener(key: key, context: context)
        var opened: [UInt8] = []
        for piece in pieces(of: whole, &random) { opened += try opener.update(piece) }
        opened += try opener.finish()
        #expect(opened == plaintext)
    }

    @Test(arguments: UInt64(0)..<200) func noChangedContentOpens(seed: UInt64) throws {
        var random = SplitMix64(seed: FuzzSeed.of(seed))
        let bytes = try sealed(Int.random(in: 0...17_000, using: &random))
        let changed = random.mutated(bytes)
        if changed != bytes {
            #expect(throws: SealingError.self) { try SealedContent.open(changed, key: key, context: context) }
        }
    }

    private func pieces(of bytes: [UInt8], _ random: inout SplitMix64) -> [[UInt8]] {
        var pieces: [[UInt8]] = []
        var rest = bytes[...]
        while !rest.isEmpty {
            let piece = rest.prefix(Int.random(in: 1...20_000, using: &random))
            pieces.append(Array(piece))
            rest = rest.dropFirst(piece.count)
        }
        return pieces
    }
}
