import Foundation
import Sealing
import Testing

@testable import HostStore

/// Destroying a record, and moving its tags (security design § 2.11).
@Suite struct DestructionTests {
    @Test func aDestroyedRecordLeavesNoRowAndNoFile() async throws {
        let folder = try TemporaryFolder()
        let store = try HostStore(directory: folder.host)
        let scenario = try Scenario()
        for step in 1...5 { try await scenario.run(step: step, on: store) }
        var samples = Samples(seed: 99)
        let other = try samples.record()
        try await store.createRecord(other)
        #expect(try await store.destroyRecord(scenario.record.recordID) == .done)
        #expect(try await store.destroyRecord(scenario.record.recordID) == .alreadyDone)
        let counts = try await store.counts()
        #expect(counts.records == 1 && counts.tags == 1 && counts.active == 0 && counts.sets == 0)
        #expect(counts.stagedChanges == 0 && counts.objectsToErase == 0)
        #expect(try await store.record(forTag: scenario.record.tag) == nil)
        #expect(try await store.record(forTag: other.tag)?.recordID == other.recordID)
        let key = try #require(scenario.deposit.documents[1].objectKey)
        #expect((try? await store.readObject(key)) == nil)
        #expect(try await store.sweepOrphanObjects() == 0)
        await store.close()
    }

    @Test func aTagMovesFromTheRecordThatHasItAndBack() async throws {
        let folder = try TemporaryFolder()
        let store = try HostStore(directory: folder.host)
        var samples = Samples(seed: 5)
        let (one, other) = (try samples.record(), try samples.record())
        try await store.createRecord(one)
        try await store.createRecord(other)
        let code = try samples.bytes32()
        #expect(
            try await store.moveTag(one.tag, bindMAC: code, from: one.recordID, to: other.recordID) == .done
        )
        #expect(
            try await store.moveTag(one.tag, bindMAC: code, from: one.recordID, to: other.recordID) == .alreadyDone
        )
        let head = try #require(try await store.record(forTag: one.tag))
        #expect(head.recordID == other.recordID && head.bindMAC == code)
        let third = try samples.record()
        try await store.createRecord(third)
        await #expect(throws: HostStoreError.tagTaken(by: other.recordID)) {
            try await store.moveTag(one.tag, bindMAC: code, from: one.recordID, to: third.recordID)
        }
        #expect(
            try await store.moveTag(one.tag, bindMAC: one.bindMAC, from: other.recordID, to: one.recordID) == .done
        )
        #expect(try await store.removeTag(one.tag, from: one.recordID) == .done)
        #expect(try await store.removeTag(one.tag, from: one.recordID) == .alreadyDone)
        await store.close()
    }
}
