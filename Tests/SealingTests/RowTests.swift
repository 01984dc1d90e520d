import FuzzSeeds
import Testing

@testable import Sealing

@Suite struct RowTests {
    @Test(arguments: [(0, 256), (251, 256), (252, 256), (253, 512), (508, 512), (509, 768)])
    func aRowShowsOnlyItsSizeClass(length: Int, padded: Int) throws {
        let v = try Vectors()
        let key = v.recordKey.metadataKey(record: v.record, confidentiality: [])
        let metadata = [UInt8](repeating: 3, count: length)
        let row = try key.seal(metadata, at: v.place(), metadataVersion: 1, nonce: v.nonce)
        #expect(row.count == 1 + 12 + padded + 16)
        #expect(row.first == 1)
        #expect(try key.open(row, at: v.place(), metadataVersion: 1) == metadata)
    }

    @Test func aMetadataRowOpensInItsPlaceOnly() throws {
        let v = try Vectors()
        let key = v.recordKey.metadataKey(record: v.record, confidentiality: [])
        let row = try key.seal([1, 2, 3], at: v.place(), metadataVersion: 1, nonce: v.nonce)
        #expect(throws: SealingError.notAuthentic(.metadataRow)) {
            try key.open(row, at: v.place(), metadataVersion: 2)
        }
        #expect(throws: SealingError.notAuthentic(.metadataRow)) {
            try key.open(row, at: v.place(version: 4), metadataVersion: 1)
        }
        #expect(throws: SealingError.notAuthentic(.metadataRow)) {
            try key.open(row, at: v.place(.hiddenFromPatient), metadataVersion: 1)
        }
        #expect(throws: SealingError.malformed(.metadataRow)) {
            try key.open([2] + row.dropFirst(), at: v.place(), metadataVersion: 1)
        }
        #expect(throws: SealingError.malformed(.metadataRow)) {
            try key.open([], at: v.place(), metadataVersion: 1)
        }
    }

    @Test func refusesARowTooLarge() throws {
        let v = try Vectors()
        let key = v.recordKey.identityKey(record: v.record)
        for bound in [RowBound.row, .plan] {
            let most = [UInt8](repeating: 0, count: bound.length)
            let row = try key.seal(most, record: v.record, nonce: v.nonce, bound: bound)
            #expect(try key.open(row, record: v.record, bound: bound) == most)
            #expect(throws: SealingError.tooLarge(.identityRow)) {
                try key.seal(most + [0], record: v.record, nonce: v.nonce, bound: bound)
            }
        }
        let plan = try key.seal(
            [UInt8](repeating: 0, count: RowBound.row.length + SealedRow.block),
            record: v.record,
            nonce: v.nonce,
            bound: .plan
        )
        #expect(throws: SealingError.malformed(.identityRow)) { try key.open(plan, record: v.record) }
    }

    @Test func identityAndPolicyRowsAreBoundToTheirRecord() throws {
        let v = try Vectors()
        let identity = v.recordKey.identityKey(record: v.record)
        let traits = try identity.seal([1], record: v.record, nonce: v.nonce)
        #expect(try identity.open(traits, record: v.record) == [1])
        #expect(throws: SealingError.notAuthentic(.identityRow)) { try identity.open(traits, record: v.other) }
        let policy = v.traceKey.policyKey(record: v.record)
        let row = try policy.seal([2], record: v.record, version: 7, nonce: v.nonce)
        #expect(try policy.open(row, record: v.record, version: 7) == [2])
        #expect(throws: SealingError.notAuthentic(.policyRow)) {
            try policy.open(row, record: v.record, version: 6)
        }
        #expect(throws: SealingError.notAuthentic(.policyRow)) {
            try policy.open(row, record: v.other, version: 7)
        }
    }

    @Test func aTraceEventComesBackWithItsSalt() throws {
        let v = try Vectors()
        let salt = [UInt8](repeating: 0x33, count: 32)
        let sealed = try v.traceKey.seal(
            event: Array("event".utf8),
            salt: salt,
            record: v.record,
            sequence: 4,
            nonce: v.nonce
        )
        #expect(sealed.count == 12 + 2 + 32 + 5 + 16)
        let opened = try v.traceKey.open(sealed, record: v.record, sequence: 4)
        #expect(opened == OpenedTraceEvent(event: Array("event".utf8), salt: salt))
        #expect(throws: SealingError.notAuthentic(.traceEvent)) {
            try v.traceKey.open(sealed, record: v.record, sequence: 5)
        }
        #expect(throws: SealingError.malformed(.traceEvent)) {
            try v.traceKey.seal(event: [], salt: [1], record: v.record, sequence: 4, nonce: v.nonce)
        }
    }

    @Test(arguments: UInt64(0)..<200) func noChangedRowOpens(seed: UInt64) throws {
        let v = try Vectors()
        var random = SplitMix64(seed: FuzzSeed.of(seed))
        let key = v.recordKey.identityKey(record: v.record)
        let row = try key.seal(random.bytes(40), record: v.record, nonce: v.nonce)
        let changed = random.mutated(row)
        if changed != row { #expect(throws: SealingError.self) { try key.open(changed, record: v.record) } }
    }
}
