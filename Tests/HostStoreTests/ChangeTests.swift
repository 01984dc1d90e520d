import HostStore
import Sealing
import Testing

@Suite struct ChangeTests {
    private func prepared(_ folder: TemporaryFolder) async throws -> (HostStore, Samples, [DocumentRow]) {
        let store = try HostStore(directory: folder.host)
        var samples = Samples(seed: 9)
        let record = try samples.record()
        try await store.createRecord(record)
        let (deposit, contents) = try samples.deposit(in: record.recordID, lengths: [100, 70_000])
        try await store.deposit(deposit, contents, try samples.activation(of: deposit))
        return (store, samples, try await store.rows(of: record.recordID))
    }

    @Test func aChangeIsUnseenUntilApplied() async throws {
        let folder = try TemporaryFolder()
        var (store, samples, rows) = try await prepared(folder)
        let change = try samples.change(of: rows[0], effect: .keep)
        #expect(try await store.stageChange(change) == .done)
        #expect(try await store.stageChange(change) == .alreadyDone)
        #expect(try await store.rows(of: rows[0].recordID) == rows)
        #expect(try await store.namelessChanges(notAfter: 20_001).isEmpty)
        #expect(try await store.namelessChanges(notAfter: 20_002) == [change])
        #expect(try await store.applyChange(change.changeID) == .done)
        #expect(try await store.applyChange(change.changeID) == .alreadyDone)
        let after = try #require(try await store.row(of: rows[0].documentID))
        #expect(after.rowCiphertext == change.newRow && after.wrappedKey == change.newWrappedKey)
        #expect(after.metaVersion == 2 && after.leafHash == change.newLeafHash && after.ordinal == 0)
        #expect(try await store.counts().stagedChanges == 0)
        await store.close()
    }

    @Test func ofTwoChangesFromOneVersionOneWins() async throws {
        let folder = try TemporaryFolder()
        var (store, samples, rows) = try await prepared(folder)
        let (one, other) = (
            try samples.change(of: rows[0], effect: .keep), try samples.change(of: rows[0], effect: .keep)
        )
        try await store.stageChange(one)
        try await store.stageChange(other)
        try await store.applyChange(one.changeID)
        await #expect(throws: HostStoreError.stale) { try await store.applyChange(other.changeID) }
        #expect(try await store.dropChange(other.changeID) == .done)
        #expect(try await store.dropChange(other.changeID) == .alreadyDone)
        await #expect(throws: HostStoreError.unknownChange) { try await store.applyChange(other.changeID) }
        let late = try samples.change(of: rows[0], effect: .keep)
        await #expect(throws: HostStoreError.stale) { try await store.stageChange(late) }
        await store.close()
    }

    @Test func anErasureLeavesATombstone() async throws {
        let folder = try TemporaryFolder()
        var (store, samples, rows) = try await prepared(folder)
        for row in rows {
            let change = try samples.change(of: row, effect: .erase)
            try await store.stageChange(change)
            #expect(try await store.applyChange(change.changeID) == .done)
            await #expect(throws: HostStoreError.unknownDocument) {
                try await store.content(of: row.documentID)
            }
        }
        #expect(try await store.rows(of: rows[0].recordID).isEmpty)
        let leaves = try await store.leafHashes(of: rows[0].recordID)
        #expect(leaves.map(\.state) == [.erased, .erased] && leaves.map(\.ordinal) == [0, 1])
        #expect(try await store.sweepOrphanObjects() == 0)
        #expect(try await store.counts().objectsToErase == 0)
        await store.close()
    }

    @Test func aReplacementChangesBothRowsAtOnceOrNeither() async throws {
        let folder = try TemporaryFolder()
        var (store, samples, rows) = try await prepared(folder)
        let change = try samples.change(of: rows[0], effect: .keep)
        try await store.stageChange(change)
        let (deposit, _) = try samples.deposit(in: rows[0].recordID, lengths: [7])
        try await store.insertPending(deposit)
        var activation = try samples.activation(of: deposit, from: 2)
        activation.changes = [change.changeID, try samples.id()]
        await #expect(throws: HostStoreError.unknownChange) {
            try await store.activate(activation)
        }
        #expect(try await store.rows(of: rows[0].recordID) == rows)
        activation.changes.removeLast()
        #expect(try await store.activate(activation) == .done)
        #expect(try await store.activate(activation) == .alreadyDone)
        let after = try await store.rows(of: rows[0].recordID)
        #expect(after.map(\.ordinal) == [0, 1, 2] && after[0].leafHash == change.newLeafHash)
        await store.close()
    }
}
