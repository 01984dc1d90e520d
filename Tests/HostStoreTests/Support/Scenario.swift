import Sealing
import Testing

@testable import HostStore

/// Every kind of durable step once, in order; the same seed gives the same messages in a parent and its child process.
struct Scenario {
    let record: NewRecord
    let deposit: PendingDeposit
    let contents: [[UInt8]]
    let activation: Activation
    let erasure: StagedChange

    init() throws {
        var samples = Samples(seed: 7)
        record = try samples.record()
        (deposit, contents) = try samples.deposit(in: record.recordID, lengths: [1_000, 70_000])
        activation = try samples.activation(of: deposit)
        erasure = StagedChange(
            changeID: try samples.id(),
            recordID: record.recordID,
            documentID: deposit.documents[1].documentID,
            expectedMetaVersion: 1,
            expectedLeafHash: activation.assignments[1].leafHash,
            newRow: [],
            newWrappedKey: [],
            newLeafHash: try samples.bytes32(),
            effect: .erase,
            ingestDay: 20_002
        )
    }

    static let steps = 6

    func run(step: Int, on store: HostStore) async throws {
        switch step {
        case 1: try await store.createRecord(record)
        case 2: try await store.insertPending(deposit)
        case 3: try await store.writeObject(try #require(deposit.documents[1].objectKey), contents[1])
        case 4: try await store.activate(activation)
        case 5: try await store.stageChange(erasure)
        default: try await store.applyChange(erasure.changeID)
        }
    }

    /// How many steps the store has seen, having found every one of them whole.
    func level(of store: HostStore) async throws -> Int {
        let counts = try await store.counts()
        #expect(counts.objectsToErase == 0)
        guard counts.records == 1 else {
            #expect(counts.records == 0 && counts.tags == 0 && counts.pending == 0)
            return 0
        }
        #expect(try await store.record(forTag: record.tag)?.identityCiphertext == record.identityCiphertext)
        if counts.pending == 2 {
            #expect(counts.active == 0 && counts.sets == 1)
            #expect(try await store.rows(of: record.recordID).isEmpty)
            let key = try #require(deposit.documents[1].objectKey)
            let bytes = try? await store.readObject(key)
            #expect(bytes == nil || bytes == contents[1])
            return bytes == nil ? 2 : 3
        }
        #expect(counts.pending == 0)
        if counts.active == 2 {
            for (document, content) in zip(deposit.documents, contents) {
                #expect(try await store.content(of: document.documentID) == content)
            }
            return 4 + counts.stagedChanges
        }
        if counts.active == 1 {
            #expect(counts.erased == 1 && counts.stagedChanges == 0)
            #expect(try await store.sweepOrphanObjects() == 0)
            return 6
        }
        #expect(counts.active == 0 && counts.sets == 0)
        return 1
    }
}
