import Dispatch
import DurableSQL
import GRDB
import Sealing
import Synchronization
import Testing

@testable import HostStore

@Suite struct GroupCommitTests {
    /// Holds the first group open until released, so that what comes next gathers in one group.
    final class Gate: Sendable {
        let seen = SeenPoints()
        private let released = DispatchSemaphore(value: 0)
        private let isArmed = Mutex(true)

        func reached(_ point: FaultPoint) {
            seen.add(point)
            guard point == .groupBegun,
                isArmed.withLock({ armed in
                    defer { armed = false }; return armed
                })
            else {
                return
            }
            released.wait()
        }

        func release() { released.signal() }
    }

    @Test func manyCallersShareOneCommitAndOneFailureStaysAlone() async throws {
        let folder = try TemporaryFolder()
        let gate = Gate()
        let store = try HostStore(directory: folder.host, hooks: HostHooks(reached: { gate.reached($0) }))
        var samples = Samples(seed: 1)
        let first = try samples.record()
        let records = try (0..<64).map { index in
            var record = try samples.record()
            if index.isMultiple(of: 8) { record.tag = first.tag }
            return record
        }
        let results = try await withThrowingTaskGroup(of: (Int, HostStoreError?).self) { group in
            group.addTask {
                try await store.createRecord(first)
                return (-1, nil)
            }
            while !gate.seen.points.contains(.groupBegun) { await Task.yield() }
            for (index, record) in records.enumerated() {
                group.addTask {
                    do throws(HostStoreError) {
                        try await store.createRecord(record)
                        return (index, nil)
                    } catch {
                        return (index, error)
                    }
                }
            }
            while store.database.waiting < 64 { await Task.yield() }
            gate.release()
            return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
        for index in 0..<64 {
            #expect(results[index] == (index.isMultiple(of: 8) ? .tagTaken(by: first.recordID) : nil))
        }
        #expect(gate.seen.count(of: .groupCommitted) == 2)
        await store.close()
        let again = try HostStore(directory: folder.host)
        #expect(try await again.counts().records == 1 + 56)
        for (index, record) in records.enumerated() where !index.isMultiple(of: 8) {
            #expect(try await again.record(forTag: record.tag)?.recordID == record.recordID)
        }
        await again.close()
    }

    /// Two requests share a transaction up to the last byte of the limit; beyond it each has its own.
    @Test(arguments: [(-1, 2), (0, 1), (1, 1)])
    func aGroupHoldsSoManyBytesAndNoMore(room: Int, groups: Int) async throws {
        #expect(HostLimits().bytesPerGroup == 16_777_216 && HostLimits().durability.bytesPerGroup == 16_777_216)
        let folder = try TemporaryFolder()
        let gate = Gate()
        var samples = Samples(seed: 4)
        let first = try samples.record()
        let records = try (0..<2).map { _ in try samples.record() }
        var limits = HostLimits()
        limits.bytesPerGroup = records.reduce(0) { $0 + $1.identityCiphertext.count } + room
        let store = try HostStore(
            directory: folder.host,
            limits: limits,
            hooks: HostHooks(reached: { gate.reached($0) })
        )
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await store.createRecord(first) }
            while !gate.seen.points.contains(.groupBegun) { await Task.yield() }
            for record in records { group.addTask { try await store.createRecord(record) } }
            while store.database.waiting < records.count { await Task.yield() }
            gate.release()
            try await group.waitForAll()
        }
        #expect(gate.seen.count(of: .groupCommitted) == 1 + groups)
        #expect(try await store.counts().records == 3)
        await store.close()
    }

    /// What is larger than the limit goes alone, and goes.
    @Test func aRequestLargerThanAGroupGoesAlone() async throws {
        let folder = try TemporaryFolder()
        var limits = HostLimits()
        limits.bytesPerGroup = 1
        let store = try HostStore(directory: folder.host, limits: limits)
        var samples = Samples(seed: 5)
        for _ in 0..<2 { try await store.createRecord(try samples.record()) }
        #expect(try await store.counts().records == 2)
        await store.close()
    }

    @Test(arguments: [3, 4, 5])
    func aFullQueueRefuses(extra: Int) async throws {
        let folder = try TemporaryFolder()
        let gate = Gate()
        var limits = HostLimits()
        limits.queuedRequests = 4
        limits.requestsPerGroup = 2
        let store = try HostStore(
            directory: folder.host,
            limits: limits,
            hooks: HostHooks(reached: { gate.reached($0) })
        )
        var samples = Samples(seed: 2)
        let records = try (0...extra).map { _ in try samples.record() }
        let refused = try await withThrowingTaskGroup(of: Bool.self) { group in
            group.addTask { [first = records[0]] in
                try await store.createRecord(first)
                return false
            }
            while !gate.seen.points.contains(.groupBegun) { await Task.yield() }
            for record in records.dropFirst() {
                group.addTask {
                    do throws(HostStoreError) {
                        try await store.createRecord(record)
                        return false
                    } catch {
                        return error == .overloaded
                    }
                }
            }
            while store.database.waiting < min(4, extra) { await Task.yield() }
            var refused = 0
            if extra > 4, try await group.next() == true { refused += 1 }
            gate.release()
            for try await wasRefused in group where wasRefused { refused += 1 }
            return refused
        }
        #expect(refused == max(0, extra - 4))
        #expect(try await store.counts().records == 1 + min(4, extra))
        await store.close()
    }

    @Test func afterAFailedCommitNothingMoreIsWritten() async throws {
        let folder = try TemporaryFolder()
        let counter = FailureCounter()
        let store = try HostStore(directory: folder.host, hooks: HostHooks(failed: { _ in counter.add() }))
        var samples = Samples(seed: 3)
        let record = try samples.record()
        try await store.createRecord(record)
        let (tag, code, nobody) = (try samples.bytes32(), try samples.bytes32(), try samples.recordID())
        // A broken reference, checked only at COMMIT, makes COMMIT itself fail.
        await #expect(throws: HostStoreError.self) {
            try await store.database.write { db in
                try db.execute(sql: "PRAGMA defer_foreign_keys = ON")
                try db.run("INSERT INTO tags VALUES (?, ?, ?)", [.id(tag), .id(nobody), .id(code)])
            }
        }
        let next = try samples.record()
        do throws(HostStoreError) {
            try await store.createRecord(next)
            Issue.record("a write went on")
        } catch {
            if case .storageFailed = error {} else { Issue.record("not a storage failure") }
        }
        #expect(try await store.record(forTag: record.tag) != nil)
        #expect(try await !store.status().isWritable)
        #expect(counter.count == 1)
        await store.close()
        let again = try HostStore(directory: folder.host)
        #expect(try await again.counts().tags == 1)
        try await again.createRecord(next)
        await again.close()
    }

    final class FailureCounter: Sendable {
        private let failures = Mutex(0)

        var count: Int { failures.withLock { $0 } }

        func add() { failures.withLock { $0 += 1 } }
    }
}
