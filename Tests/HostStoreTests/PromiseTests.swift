import Foundation
import GRDB
import Sealing
import Testing

@testable import HostStore

/// The promises that come with deposits wait until somebody has held the log to them.
@Suite struct PromiseTests {
    private func filled(_ store: HostStore, lots: Int) async throws -> [Activation] {
        var samples = Samples(seed: 1)
        let record = try samples.record()
        try await store.createRecord(record)
        var made: [Activation] = []
        for lot in 0..<lots {
            let (deposit, contents) = try samples.deposit(in: record.recordID, lengths: [10, 20])
            let activation = try samples.activation(of: deposit, from: lot * 2)
            try await store.deposit(deposit, contents, activation)
            made.append(activation)
        }
        return made
    }

    @Test func aLotLeavesOneAndAnActivationRepeatedNone() async throws {
        let folder = try TemporaryFolder()
        let store = try HostStore(directory: folder.host)
        let made = try await filled(store, lots: 3)
        for activation in made { #expect(try await store.activate(activation) == .alreadyDone) }
        let open = try await store.openPromises(limit: 10)
        #expect(open.map(\.bytes) == made.map(\.receipt))
        #expect(try await store.openPromises(limit: 2).map(\.bytes) == made.prefix(2).map(\.receipt))
        #expect(try await store.watchedLog() == WatchedLog(heads: [:], kept: 0, broken: 0))
        await store.close()
    }

    @Test func whatIsKeptGoesAndWhatIsBrokenStays() async throws {
        let folder = try TemporaryFolder()
        var store = try HostStore(directory: folder.host)
        _ = try await filled(store, lots: 3)
        let open = try await store.openPromises(limit: 10)
        var held = HeldPromises()
        held.kept = [open[0].place]
        held.broken = [open[1].place: "otherEntry"]
        try await store.settle(held, under: ["2026": "head 1", "2027": "head 7"])
        // Said twice it counts once, and what was broken is not kept later.
        held.kept.append(open[1].place)
        try await store.settle(held, under: ["2026": "head 2"])
        await store.close()
        store = try HostStore(directory: folder.host)
        let heads = ["2026": "head 2", "2027": "head 7"]
        #expect(try await store.watchedLog() == WatchedLog(heads: heads, kept: 1, broken: 1))
        #expect(try await store.openPromises(limit: 10) == [open[2]])
        // A place is never given twice.
        var samples = Samples(seed: 9)
        let record = try samples.record()
        try await store.createRecord(record)
        var last = HeldPromises()
        last.kept = [open[2].place]
        try await store.settle(last, under: [:])
        let (deposit, contents) = try samples.deposit(in: record.recordID, lengths: [1])
        try await store.deposit(deposit, contents, try samples.activation(of: deposit))
        #expect(try await store.openPromises(limit: 10).first.map { $0.place > open[2].place } == true)
        await store.close()
    }

    @Test(arguments: [(65_535, true), (65_536, true), (65_537, false)])
    func aHeadIsOfSomeLines(length: Int, isKept: Bool) async throws {
        let folder = try TemporaryFolder()
        let store = try HostStore(directory: folder.host)
        let head = String(repeating: "a", count: length)
        if isKept {
            try await store.settle(HeldPromises(), under: ["log": head])
        } else {
            await #expect(throws: HostStoreError.invalid(.activation)) {
                try await store.settle(HeldPromises(), under: ["log": head])
            }
        }
        #expect(try await store.watchedLog().heads == (isKept ? ["log": head] : [:]))
        await store.close()
    }

    @Test func aStoreOfBeforeHoldsTheLogToWhatItHas() async throws {
        let folder = try TemporaryFolder()
        var store = try HostStore(directory: folder.host)
        let made = try await filled(store, lots: 2)
        await store.close()
        let queue = try DatabaseQueue(path: folder.host + "/host.sqlite")
        try await queue.write { db in
            try db.execute(sql: "DROP TABLE promises; DROP TABLE watched_log; DROP TABLE watched_heads")
            try db.execute(sql: "DELETE FROM grdb_migrations WHERE identifier LIKE '3 %' OR identifier LIKE '4 %'")
        }
        try queue.close()
        store = try HostStore(directory: folder.host)
        let open = try await store.openPromises(limit: 10).map(\.bytes)
        #expect(Set(open) == Set(made.map(\.receipt)) && open.count == 2)
        await store.close()
    }

    /// The head of before is kept for the log that it names; none is kept where there was none.
    @Test(arguments: ["trace.example/2026/s00\n7\nroot\n\n— signed\n", ""])
    func theHeadOfBeforeIsThatOfItsLog(head: String) async throws {
        let folder = try TemporaryFolder()
        await (try HostStore(directory: folder.host)).close()
        let queue = try DatabaseQueue(path: folder.host + "/host.sqlite")
        try await queue.write { db in
            try db.execute(sql: "DROP TABLE watched_heads; DROP TABLE watched_log")
            try db.execute(
                sql: """
                    CREATE TABLE watched_log (
                        id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1), head TEXT NOT NULL,
                        kept INTEGER NOT NULL CHECK (kept >= 0)) STRICT
                    """
            )
            try db.execute(sql: "INSERT INTO watched_log (id, head, kept) VALUES (1, ?, 5)", arguments: [head])
            try db.execute(sql: "DELETE FROM grdb_migrations WHERE identifier LIKE '4 %'")
        }
        try queue.close()
        let store = try HostStore(directory: folder.host)
        let heads = head.isEmpty ? [:] : ["trace.example/2026/s00": head]
        #expect(try await store.watchedLog() == WatchedLog(heads: heads, kept: 5, broken: 0))
        var one = HeldPromises()
        one.broken = [1: "otherEntry"]
        try await store.settle(one, under: ["trace.example/2027/s00": "next"])
        #expect(try await store.watchedLog().heads.count == heads.count + 1)
        await store.close()
    }
}
