import Dispatch
import Foundation
import GRDB
import Sealing
import Testing

@testable import HostStore

@Suite struct LimitTests {
    @Test(arguments: [-1, 0, 1])
    func aDepositHasAtMost256Documents(offset: Int) async throws {
        let folder = try TemporaryFolder()
        let store = try HostStore(directory: folder.host)
        var samples = Samples(seed: 1)
        let record = try samples.record()
        try await store.createRecord(record)
        let count = HostLimits.documentsPerDeposit + offset
        let (deposit, _) = try samples.deposit(in: record.recordID, lengths: Array(repeating: 1, count: count))
        let error = await failure { try await store.insertPending(deposit) }
        #expect(error == (offset > 0 ? .invalid(.deposit) : nil))
        #expect(try await store.counts().pending == (offset > 0 ? 0 : count))
        if offset <= 0 { #expect(try await store.activate(samples.activation(of: deposit)) == .done) }
        await store.close()
    }

    @Test(arguments: [-1, 0, 1])
    func aWorkHasAtMost65536Changes(offset: Int) async throws {
        let folder = try TemporaryFolder()
        let store = try HostStore(directory: folder.host)
        var samples = Samples(seed: 8)
        let record = try samples.record()
        try await store.createRecord(record)
        let (deposit, _) = try samples.deposit(in: record.recordID, lengths: [1])
        try await store.insertPending(deposit)
        var activation = try samples.activation(of: deposit)
        activation.changes = try (0..<(HostLimits.changesPerWork + offset)).map { _ in try samples.id() }
        let error = await failure { try await store.activate(activation) }
        // Below the limit they are looked for, and nobody has staged them.
        #expect(error == (offset > 0 ? .invalid(.activation) : .unknownChange))
        await store.close()
    }

    /// A mask over many versions changes more rows than a deposit may bring.
    @Test(arguments: [-1, 0, 1])
    func aDepositChangesMoreRowsThanItBrings(offset: Int) async throws {
        let folder = try TemporaryFolder()
        let store = try HostStore(directory: folder.host)
        var samples = Samples(seed: 9)
        let record = try samples.record()
        try await store.createRecord(record)
        let count = HostLimits.documentsPerDeposit + offset
        for (first, length) in [(0, count - 1), (count - 1, 1)] {
            let lengths = Array(repeating: 1, count: length)
            let (deposit, contents) = try samples.deposit(in: record.recordID, lengths: lengths)
            try await store.deposit(deposit, contents, try samples.activation(of: deposit, from: first))
        }
        let changes = try await store.rows(of: record.recordID).map { try samples.change(of: $0, effect: .keep) }
        for change in changes { try await store.stageChange(change) }
        let (deposit, _) = try samples.deposit(in: record.recordID, lengths: [1])
        try await store.insertPending(deposit)
        var activation = try samples.activation(of: deposit, from: count)
        activation.changes = changes.map(\.changeID)
        #expect(try await store.activate(activation) == .done)
        #expect(try await store.counts().stagedChanges == 0)
        let after = try await store.rows(of: record.recordID)
        #expect(after.count == count + 1 && after.prefix(count).map(\.leafHash) == changes.map(\.newLeafHash))
        await store.close()
    }

    @Test(arguments: [-1, 0, 1])
    func aSealedRowHasAtMostOneMebibyte(offset: Int) async throws {
        let folder = try TemporaryFolder()
        let store = try HostStore(directory: folder.host)
        var samples = Samples(seed: 2)
        var record = try samples.record()
        record.identityCiphertext = Array(repeating: 7, count: HostLimits.sealedRow + offset)
        let error = await failure { try await store.createRecord(record) }
        #expect(error == (offset > 0 ? .invalid(.record) : nil))
        await store.close()
    }

    @Test(arguments: [-1, 0, 1])
    func anObjectHasAtMostOneGibibyte(offset: Int) async throws {
        let folder = try TemporaryFolder()
        let store = try HostStore(directory: folder.host)
        var samples = Samples(seed: 3)
        let record = try samples.record()
        try await store.createRecord(record)
        var (deposit, _) = try samples.deposit(in: record.recordID, lengths: [70_000])
        deposit.documents[0].ciphertextLength = HostLimits.object + offset
        let error = await failure { try await store.insertPending(deposit) }
        #expect(error == (offset > 0 ? .invalid(.content) : nil))
        await store.close()
    }

    @Test(arguments: [-1, 0, 1])
    func fileWorkWaitsUpToItsLimit(offset: Int) async throws {
        let pool = BlockingPool(threads: 1, limit: 3)
        let gate = DispatchSemaphore(value: 0)
        let refused = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<(3 + offset) {
                group.addTask {
                    do throws(HostStoreError) {
                        try await pool.run { () throws(HostStoreError) in _ = gate.wait(timeout: .distantFuture) }
                        return false
                    } catch {
                        return error == .overloaded
                    }
                }
            }
            var refused = 0
            if offset > 0, await group.next() == true { refused += 1 }
            for _ in 0..<(3 + offset) { gate.signal() }
            for await wasRefused in group where wasRefused { refused += 1 }
            return refused
        }
        #expect(refused == max(0, offset))
    }

    /// Security design § 2.5 lists what the host may hold in clear; the rest of the columns are sealed.
    @Test func theTablesHaveNoOtherColumns() async throws {
        let folder = try TemporaryFolder()
        let store = try HostStore(directory: folder.host)
        let columns = try await store.read { db in
            try String.fetchSet(
                db,
                sql: """
                    SELECT p.name FROM sqlite_schema AS m, pragma_table_info(m.name) AS p
                    WHERE m.type = 'table' AND m.name NOT LIKE 'grdb_%'
                    """
            )
        }
        let random: Set = [
            "record_id", "doc_id", "deposit_id", "set_id", "change_id", "work_id", "last_change",
            "object_key",
        ]
        let blind: Set = ["ins_tag", "bind_mac", "uid_tag", "uuid_tag"]
        let hashes: Set = ["ct_sha256", "leaf_hash", "expected_leaf_hash"]
        let numbers: Set = [
            "ordinal", "version", "meta_version", "expected_meta_version", "suite", "ct_len", "ingest_day", "state",
            "effect", "identity_version",
        ]
        let sealed: Set = ["identity_ct", "row_ct", "wrapped_dek", "receipt", "content", "set_ct"]
        // The custodian's word and the log's head, which anybody may read; counts, and a word of ours for what is broken.
        let published: Set = ["promise", "head", "origin"]
        let watching: Set = ["id", "place", "kept", "fault"]
        let sqlite: Set = ["name", "seq"]
        #expect(
            columns
                == random.union(blind).union(hashes).union(numbers).union(sealed).union(published).union(watching)
                .union(sqlite)
        )
        await store.close()
    }

    @Test func messagesSurviveTheirCoding() throws {
        let scenario = try Scenario()
        func again<T: Codable & Equatable>(_ value: T) throws -> Bool {
            try JSONDecoder().decode(T.self, from: try JSONEncoder().encode(value)) == value
        }
        #expect(try again(scenario.record))
        #expect(try again(scenario.deposit))
        #expect(try again(scenario.activation))
        #expect(try again(scenario.erasure))
    }

    @Test(arguments: ["", "0", "zz", "00112233445566778899aabbccddeef", "00112233445566778899AABBCCDDEEFF", "é"])
    func identifiersRefuseWhatIsNotTheirHexadecimal(text: String) {
        let data = Data("[\"\(text)\"]".utf8)
        #expect(throws: (any Error).self) { try JSONDecoder().decode([DepositID].self, from: data) }
        #expect(throws: (any Error).self) { try JSONDecoder().decode([Bytes32].self, from: data) }
    }

    private func failure(_ body: () async throws -> some Sendable) async -> HostStoreError? {
        do {
            _ = try await body()
            return nil
        } catch {
            return error as? HostStoreError ?? .cancelled
        }
    }
}
