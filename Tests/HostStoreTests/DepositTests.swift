import Foundation
import HostStore
import Sealing
import Testing

@Suite struct DepositTests {
    @Test func aDepositIsInvisibleThenWhole() async throws {
        let folder = try TemporaryFolder()
        var store = try HostStore(directory: folder.host)
        var samples = Samples(seed: 1)
        let record = try samples.record()
        try await store.createRecord(record)
        let (deposit, contents) = try samples.deposit(in: record.recordID, lengths: [10, 70_000, 0])
        let activation = try samples.activation(of: deposit)
        #expect(try await store.insertPending(deposit) == .done)
        #expect(try await store.insertPending(deposit) == .alreadyDone)
        let empty = try await store.contents(of: record.recordID)
        #expect(empty.rows.isEmpty && empty.leaves.isEmpty && empty.sets.isEmpty)
        await #expect(throws: HostStoreError.objectMissing(deposit.documents[1].documentID)) {
            try await store.activate(activation)
        }
        guard case .file(let key) = deposit.documents[1].content else { return #expect(Bool(false)) }
        try await store.writeObject(key, contents[1])
        try await store.writeObject(key, contents[1])
        var partial = activation
        partial.assignments.removeLast()
        await #expect(throws: HostStoreError.incompleteActivation) {
            try await store.activate(partial)
        }
        #expect(try await store.activate(activation) == .done)
        #expect(try await store.activate(activation) == .alreadyDone)
        #expect(try await store.eraseDeposit(deposit.depositID) == .alreadyDone)
        await store.close()
        await #expect(throws: HostStoreError.closed) { try await store.counts() }
        await #expect(throws: HostStoreError.closed) { try await store.createRecord(record) }

        store = try HostStore(directory: folder.host)
        let all = try await store.contents(of: record.recordID)
        #expect(all.rows.map(\.documentID) == deposit.documents.map(\.documentID))
        #expect(all.rows.map(\.leafHash) == activation.assignments.map(\.leafHash))
        #expect(all.rows.map(\.rowCiphertext) == deposit.documents.map(\.rowCiphertext))
        #expect(all.rows.allSatisfy { $0.receipt == activation.receipt })
        #expect(all.leaves.map(\.ordinal) == [0, 1, 2])
        #expect(all.sets.map(\.ciphertext) == deposit.sets.map(\.ciphertext))
        for (document, content) in zip(deposit.documents, contents) {
            #expect(try await store.content(of: document.documentID) == content)
            #expect(try await store.row(forUIDTag: document.uidTag)?.documentID == document.documentID)
        }
        #expect(try await store.rows(of: record.recordID, since: 2).map(\.ordinal) == [2])
        #expect(try await store.leafHashes(of: record.recordID) == all.leaves)
        #expect(try await store.setRows(of: record.recordID) == all.sets)
        await store.close()
    }

    @Test func aUniqueIdentifierServesOnceOnTheWholeHost() async throws {
        let folder = try TemporaryFolder()
        let store = try HostStore(directory: folder.host)
        var samples = Samples(seed: 2)
        let (one, other) = (try samples.record(), try samples.record())
        try await store.createRecord(one)
        try await store.createRecord(other)
        let (first, contents) = try samples.deposit(in: one.recordID, lengths: [5])
        var (second, _) = try samples.deposit(in: other.recordID, lengths: [5, 6])
        second.documents[1].uidTag = first.documents[0].uidTag
        let known = first.documents[0].documentID
        try await store.insertPending(first)
        await #expect(throws: HostStoreError.duplicateUniqueID(existing: known, state: .pending)) {
            try await store.insertPending(second)
        }
        try await store.deposit(first, contents, try samples.activation(of: first))
        await #expect(throws: HostStoreError.duplicateUniqueID(existing: known, state: .active)) {
            try await store.insertPending(second)
        }
        second.documents[1].uidTag = second.documents[0].uidTag
        let inLot = second.documents[0].documentID
        await #expect(throws: HostStoreError.duplicateUniqueID(existing: inLot, state: .pending)) {
            try await store.insertPending(second)
        }
        #expect(try await store.counts().pending == 0)
        await store.close()
    }

    @Test func aSetsIdentifierTellsWhetherItsSetStands() async throws {
        let folder = try TemporaryFolder()
        let store = try HostStore(directory: folder.host)
        var samples = Samples(seed: 14)
        let record = try samples.record()
        try await store.createRecord(record)
        let (first, contents) = try samples.deposit(in: record.recordID, lengths: [5])
        var (second, _) = try samples.deposit(in: record.recordID, lengths: [5])
        second.sets[0].setID = first.sets[0].setID
        try await store.insertPending(first)
        await #expect(throws: HostStoreError.duplicateSet(state: .pending)) { try await store.insertPending(second) }
        // What is taken back leaves its identifier free.
        try await store.eraseDeposit(first.depositID)
        #expect(try await store.insertPending(second) == .done)
        try await store.eraseDeposit(second.depositID)
        try await store.deposit(first, contents, try samples.activation(of: first))
        await #expect(throws: HostStoreError.duplicateSet(state: .active)) { try await store.insertPending(second) }
        #expect(try await store.counts().pending == 0)
        await store.close()
    }

    @Test(arguments: [65_535, 65_536, 65_537])
    func contentIsInlineUpTo64KiB(length: Int) async throws {
        let folder = try TemporaryFolder()
        let store = try HostStore(directory: folder.host)
        var samples = Samples(seed: 3)
        let record = try samples.record()
        try await store.createRecord(record)
        var (deposit, contents) = try samples.deposit(in: record.recordID, lengths: [length])
        let right = deposit.documents[0].content
        deposit.documents[0].content = length > 65_536 ? .inline(contents[0]) : .file(try samples.id())
        await #expect(throws: HostStoreError.invalid(.content)) { try await store.insertPending(deposit) }
        deposit.documents[0].content = right
        try await store.deposit(deposit, contents, try samples.activation(of: deposit))
        var reader = try await store.contentReader(of: deposit.documents[0].documentID)
        var streamed: [UInt8] = []
        while let piece = try await reader.next(upTo: 1_000) { streamed += piece }
        #expect(streamed == contents[0] && reader.length == length)
        #expect(try await store.rows(of: record.recordID).map { $0.objectKey == nil } == [length <= 65_536])
        await store.close()
    }

    @Test func refusesWhatDoesNotFitItsAnnouncement() async throws {
        let folder = try TemporaryFolder()
        let store = try HostStore(directory: folder.host)
        var samples = Samples(seed: 4)
        let record = try samples.record()
        var (deposit, contents) = try samples.deposit(in: record.recordID, lengths: [4, 70_000])
        await #expect(throws: HostStoreError.unknownRecord) { try await store.insertPending(deposit) }
        try await store.createRecord(record)
        guard case .file(let key) = deposit.documents[1].content else { return #expect(Bool(false)) }
        await #expect(throws: HostStoreError.unknownObject) {
            try await store.writeObject(key, contents[1])
        }
        let right = deposit.documents[0].content
        deposit.documents[0].content = .inline([1, 2, 3, 4])
        await #expect(throws: HostStoreError.objectMismatch) { try await store.insertPending(deposit) }
        deposit.documents[0].content = right
        try await store.insertPending(deposit)
        contents[1][9] ^= 1
        await #expect(throws: HostStoreError.objectMismatch) {
            try await store.writeObject(key, contents[1])
        }
        var stranger = try samples.activation(of: deposit)
        stranger.depositID = try samples.id()
        await #expect(throws: HostStoreError.conflict(.activation)) {
            try await store.activate(stranger)
        }
        deposit.documents = []
        await #expect(throws: HostStoreError.invalid(.deposit)) { try await store.insertPending(deposit) }
        await store.close()
    }

    @Test func theJanitorErasesOnlyWhatIsPending() async throws {
        let folder = try TemporaryFolder()
        let store = try HostStore(directory: folder.host)
        var samples = Samples(seed: 5)
        let record = try samples.record()
        try await store.createRecord(record)
        let (kept, keptContents) = try samples.deposit(in: record.recordID, lengths: [80_000])
        try await store.deposit(kept, keptContents, try samples.activation(of: kept))
        let (aborted, contents) = try samples.deposit(in: record.recordID, lengths: [90_000, 3])
        try await store.insertPending(aborted)
        guard case .file(let key) = aborted.documents[0].content else { return #expect(Bool(false)) }
        try await store.writeObject(key, contents[0])
        #expect(try await store.pendingDeposits(notAfter: 20_000).isEmpty)
        let waiting = try await store.pendingDeposits(notAfter: 20_001)
        #expect(waiting.map(\.depositID) == [aborted.depositID])
        #expect(waiting.first?.documents == aborted.documents.map(\.documentID))
        #expect(try await store.eraseDeposit(aborted.depositID) == .done)
        #expect(try await store.eraseDeposit(aborted.depositID) == .alreadyDone)
        await #expect(throws: HostStoreError.unknownObject) { try await store.readObject(key) }
        #expect(try await store.sweepOrphanObjects() == 0)
        let counts = try await store.counts()
        #expect(counts.pending == 0 && counts.active == 1 && counts.sets == 1 && counts.objectsToErase == 0)
        #expect(try await store.content(of: kept.documents[0].documentID) == keptContents[0])
        await store.close()
    }
}
