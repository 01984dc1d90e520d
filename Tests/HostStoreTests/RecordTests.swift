import HostStore
import Sealing
import Testing

@Suite struct RecordTests {
    @Test func findsARecordByEachOfItsTags() async throws {
        let folder = try TemporaryFolder()
        let store = try HostStore(directory: folder.host)
        var samples = Samples(seed: 1)
        let record = try samples.record()
        #expect(try await store.createRecord(record) == .done)
        #expect(try await store.createRecord(record) == .alreadyDone)
        let (tag, code, renewed) = (try samples.bytes32(), try samples.bytes32(), try samples.bytes32())
        #expect(try await store.addTag(tag, bindMAC: code, to: record.recordID) == .done)
        #expect(try await store.addTag(tag, bindMAC: code, to: record.recordID) == .alreadyDone)
        #expect(try await store.addTag(tag, bindMAC: renewed, to: record.recordID) == .done)
        let first = try #require(try await store.record(forTag: record.tag))
        let second = try #require(try await store.record(forTag: tag))
        #expect(first.recordID == record.recordID && first.bindMAC == record.bindMAC)
        #expect(second.recordID == record.recordID && second.bindMAC == renewed)
        #expect(second.identityCiphertext == record.identityCiphertext)
        #expect(try await store.record(forTag: samples.bytes32()) == nil)
        await store.close()
    }

    @Test func aTagLeadsToOneRecordOnly() async throws {
        let folder = try TemporaryFolder()
        let store = try HostStore(directory: folder.host)
        var samples = Samples(seed: 2)
        let (one, other) = (try samples.record(), try samples.record())
        try await store.createRecord(one)
        try await store.createRecord(other)
        await #expect(throws: HostStoreError.tagTaken(by: one.recordID)) {
            try await store.addTag(one.tag, bindMAC: other.bindMAC, to: other.recordID)
        }
        var thief = try samples.record()
        thief.tag = one.tag
        await #expect(throws: HostStoreError.tagTaken(by: one.recordID)) {
            try await store.createRecord(thief)
        }
        var twin = try samples.record()
        twin.recordID = one.recordID
        await #expect(throws: HostStoreError.conflict(.record)) { try await store.createRecord(twin) }
        let nobody = try samples.recordID()
        await #expect(throws: HostStoreError.unknownRecord) {
            try await store.addTag(one.tag, bindMAC: one.bindMAC, to: nobody)
        }
        #expect(try await store.counts().tags == 2)
        await store.close()
    }

    @Test func replacesAnIdentityOnlyFromTheVersionRead() async throws {
        let folder = try TemporaryFolder()
        let store = try HostStore(directory: folder.host)
        var samples = Samples(seed: 3)
        let record = try samples.record()
        try await store.createRecord(record)
        #expect(try await store.updateIdentity(of: record.recordID, expectedVersion: 1, ciphertext: [1]) == 2)
        await #expect(throws: HostStoreError.stale) {
            try await store.updateIdentity(of: record.recordID, expectedVersion: 1, ciphertext: [2])
        }
        let nobody = try samples.recordID()
        await #expect(throws: HostStoreError.unknownRecord) {
            try await store.updateIdentity(of: nobody, expectedVersion: 1, ciphertext: [2])
        }
        let head = try #require(try await store.record(forTag: record.tag))
        #expect(head.identityCiphertext == [1] && head.identityVersion == 2)
        await store.close()
    }
}
