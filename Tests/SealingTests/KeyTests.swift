import Crypto
import Testing

@testable import Sealing

@Suite struct KeyTests {
    @Test func derivesThePublishedKeys() throws {
        let v = try Vectors()
        let open = v.recordKey.metadataKey(record: v.record, confidentiality: [])
        let masked = v.recordKey.metadataKey(record: v.record, confidentiality: .maskedToProfessionals)
        #expect(hex(open.exportBytes()) == "8886e4d47a14002eb117b70da7763c70f644c08a3f217964d2f4b27b5a8c8605")
        #expect(hex(masked.exportBytes()) == "8cfc59f997be7d000c317389c75bc0d9eafec135032fe337b5feb9f6a9e92473")
        #expect(
            hex(v.recordKey.documentWrappingKey(record: v.record).exportBytes())
                == "6c885ef39b620f7c1878de335d7db8445132a02f0bd9ef6a595899b108cf1b09"
        )
        #expect(
            hex(v.recordKey.identityKey(record: v.record).exportBytes())
                == "d56bd77ddfd05975b5d4325a4d511f798ba11b0a13cc038f5b58f0a3371ab571"
        )
    }

    @Test func wrapsTheDocumentKeyAsPublished() throws {
        let v = try Vectors()
        let wrapping = v.recordKey.documentWrappingKey(record: v.record)
        let wrapped = try wrapping.wrap(v.documentKey, at: v.place(), nonce: v.nonce)
        #expect(
            hex(wrapped) == "000102030405060708090a0b99ddde58c1c7080907302fc322231965f9d68011d2d06dd0b82eddd2a128e1c6"
                + "72f46baf5fef31700e27ad692f43d1fb"
        )
        #expect(try wrapping.unwrap(wrapped, at: v.place()).exportBytes() == v.documentKey.exportBytes())
    }

    @Test func aWrappedDocumentKeyOpensInItsPlaceOnly() throws {
        let v = try Vectors()
        let wrapping = v.recordKey.documentWrappingKey(record: v.record)
        let wrapped = try wrapping.wrap(v.documentKey, at: v.place(), nonce: v.nonce)
        let elsewhere = [
            v.place(.maskedToProfessionals), v.place(version: 4),
            DocumentPlace(record: v.other, document: v.document, version: 3, confidentiality: []),
        ]
        for place in elsewhere {
            #expect(throws: SealingError.notAuthentic(.wrappedDocumentKey)) {
                try wrapping.unwrap(wrapped, at: place)
            }
        }
    }

    @Test(arguments: [0, 59, 61]) func refusesAWrappedKeyOfAnotherLength(length: Int) throws {
        let v = try Vectors()
        let wrapping = v.recordKey.documentWrappingKey(record: v.record)
        #expect(throws: SealingError.malformed(.wrappedDocumentKey)) {
            try wrapping.unwrap([UInt8](repeating: 1, count: length), at: v.place())
        }
    }

    @Test func recordAndTraceKeysDoNotUnwrapAsEachOther() throws {
        let v = try Vectors()
        let shard = try ShardKey(random: steadyBytes)
        let epoch = KeyEpoch(5)
        let record = try shard.wrap(v.recordKey, record: v.record, epoch: epoch, nonce: v.nonce)
        let trace = try shard.wrap(v.traceKey, record: v.record, epoch: epoch, nonce: v.nonce)
        #expect(
            try shard.unwrapRecordKey(record, record: v.record, epoch: epoch).exportBytes()
                == v.recordKey.exportBytes()
        )
        #expect(
            try shard.unwrapTraceKey(trace, record: v.record, epoch: epoch).exportBytes() == v.traceKey.exportBytes()
        )
        #expect(throws: SealingError.notAuthentic(.wrappedTraceKey)) {
            try shard.unwrapTraceKey(record, record: v.record, epoch: epoch)
        }
        #expect(throws: SealingError.notAuthentic(.wrappedRecordKey)) {
            try shard.unwrapRecordKey(record, record: v.record, epoch: KeyEpoch(6))
        }
        #expect(throws: SealingError.notAuthentic(.wrappedRecordKey)) {
            try shard.unwrapRecordKey(record, record: v.other, epoch: epoch)
        }
    }

    @Test func aShardKeyOpensForItsShardAndEpochOnly() throws {
        let v = try Vectors()
        let root = try RootKey(random: steadyBytes)
        let key = try #require(ShardKey(bytes: [UInt8](repeating: 9, count: 32)))
        let shard = ShardNumber(of: v.record)
        let next = try #require(ShardNumber(shard.number + 1))
        let wrapped = try root.wrap(key, shard: shard, epoch: KeyEpoch(1), nonce: v.nonce)
        #expect(try root.unwrap(wrapped, shard: shard, epoch: KeyEpoch(1)).exportBytes() == key.exportBytes())
        #expect(throws: SealingError.notAuthentic(.wrappedShardKey)) {
            try root.unwrap(wrapped, shard: next, epoch: KeyEpoch(1))
        }
        #expect(throws: SealingError.notAuthentic(.wrappedShardKey)) {
            try root.unwrap(wrapped, shard: shard, epoch: KeyEpoch(2))
        }
    }

    @Test func shardIsTheFirstTwelveBits() throws {
        #expect(ShardNumber(of: try Vectors().record).number == 3_044)
        #expect(ShardNumber(4_095) != nil)
        #expect(ShardNumber(4_096) == nil)
    }

    @Test(arguments: [31, 33]) func refusesAKeyOfAnotherLength(length: Int) {
        #expect(DocumentKey(bytes: [UInt8](repeating: 1, count: length)) == nil)
        #expect(DocumentKey(SymmetricKey(data: [UInt8](repeating: 1, count: length))) == nil)
    }

    @Test func refusesASourceOfRandomnessThatAnswersShort() {
        #expect(throws: SealingError.malformed(.randomness)) { try DocumentKey { _ in [1, 2, 3] } }
        #expect(throws: SealingError.malformed(.randomness)) { try SealNonce { _ in [] } }
    }

    @Test func aKeyIsNotSpelledOutWhenPrinted() throws {
        let key = try #require(DocumentKey(bytes: [UInt8](repeating: 0x55, count: 32)))
        var dumped = ""
        dump(key, to: &dumped)
        #expect(!"\(key) \(dumped)".contains("85, 85"))
    }
}
