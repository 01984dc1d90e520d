import DurableSQL
import Foundation
import GRDB
import Synchronization
import Testing

@Suite struct DurableDatabaseTests {
    struct Foreign: Error {}

    @Test func runsInTheDurableMode() async throws {
        let shelf = try Shelf()
        let database = try shelf.open()
        let pragmas = try await database.write { db in
            try [
                "synchronous", "foreign_keys", "trusted_schema", "cell_size_check", "temp_store", "wal_autocheckpoint",
                "secure_delete", "application_id",
            ].map { try Int.fetchOne(db, sql: "PRAGMA " + $0) }
        }
        #expect(pragmas == [2, 1, 0, 1, 2, 0, 1, Int(Shelf.mark)])
        #expect(try database.profile().journal == "wal")
        await database.close()
    }

    @Test func keepsWhatItAnswered() async throws {
        let shelf = try Shelf()
        let database = try shelf.open()
        try await database.put(7)
        await database.close()
        let again = try shelf.open()
        #expect(try again.items() == [7])
        again.closeNow()
        await #expect(throws: Shelf.Fault.store(.closed)) { try await again.put(8) }
    }

    @Test func emptiesItsLogWhenClosed() async throws {
        let shelf = try Shelf()
        let database = try shelf.open()
        for number in 0..<20 { try await database.put(number) }
        await database.close()
        #expect((FileManager.default.contents(atPath: shelf.path + "-wal") ?? Data()).isEmpty)
    }

    @Test func refusesAFileOfAnotherProgram() async throws {
        let shelf = try Shelf()
        await (try shelf.open()).close()
        #expect(throws: Shelf.Fault.store(.foreignFile)) { _ = try shelf.open(mark: 1) }
        let other = try Shelf()
        let queue = try DatabaseQueue(path: other.path)
        try await queue.write { try $0.execute(sql: "CREATE TABLE theirs (a)") }
        try queue.close()
        #expect(throws: Shelf.Fault.store(.foreignFile)) { _ = try other.open() }
        let damaged = try Shelf()
        try Data(repeating: 0x2A, count: 8_192).write(to: URL(fileURLWithPath: damaged.path))
        #expect(throws: Shelf.Fault.store(.corrupted)) { _ = try damaged.open() }
    }

    @Test func refusesAFileOfANewerVersion() async throws {
        let shelf = try Shelf()
        await (try shelf.open()).close()
        let queue = try DatabaseQueue(path: shelf.path)
        try await queue.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('99')") }
        try queue.close()
        #expect(throws: Shelf.Fault.store(.foreignFile)) { _ = try shelf.open() }
    }

    @Test func whatOneThrowsUndoesHisWorkAlone() async throws {
        let shelf = try Shelf()
        let database = try shelf.open()
        try await database.put(1)
        await #expect(throws: Shelf.Fault.full) {
            try await database.write { db in
                try db.execute(sql: "INSERT INTO item VALUES (2)")
                throw Shelf.Fault.full
            }
        }
        await #expect(throws: Shelf.Fault.other) {
            try await database.write { db in
                try db.execute(sql: "INSERT INTO item VALUES (3)")
                throw Foreign()
            }
        }
        await #expect(throws: Shelf.Fault.store(.constraint)) { try await database.put(1) }
        try await database.put(4)
        #expect(try database.items() == [1, 4])
        #expect(database.isOpen)
        await database.close()
    }

    @Test func afterAFailedCommitNothingMoreIsWritten() async throws {
        let shelf = try Shelf()
        let failures = Diary<Shelf.Fault>()
        let database = try shelf.open(hooks: DurabilityHooks(failed: { failures.add($0) }))
        try await database.put(1)
        // A broken reference, checked only at COMMIT, makes COMMIT itself fail.
        await #expect(throws: Shelf.Fault.self) {
            try await database.write { db in
                try db.execute(sql: "PRAGMA defer_foreign_keys = ON")
                try db.execute(sql: "INSERT INTO note VALUES (99)")
            }
        }
        await #expect(throws: Shelf.Fault.self) { try await database.put(2) }
        #expect(try database.items() == [1])
        #expect(!database.isOpen && failures.lines.count == 1)
        await database.close()
        let again = try shelf.open()
        try await again.put(2)
        #expect(try again.items() == [1, 2])
        await again.close()
    }

    @Test func aStoreThatWasStoppedAnswersWithTheReason() async throws {
        let shelf = try Shelf()
        let database = try shelf.open()
        database.stop(.full)
        await #expect(throws: Shelf.Fault.full) { try await database.put(1) }
        #expect(try database.items().isEmpty)
        await database.close()
    }

    @Test func reachesEveryDurableStep() async throws {
        let shelf = try Shelf()
        let diary = Diary<DurablePoint>()
        var limits = DurabilityLimits()
        limits.checkpointBytes = 1
        let database = try shelf.open(limits: limits, hooks: DurabilityHooks(reached: { diary.add($0) }))
        try await database.put(1)
        await database.close()
        #expect(diary.lines == DurablePoint.allCases)
    }

    @Test func manyWritersLoseNothing() async throws {
        let shelf = try Shelf()
        var limits = DurabilityLimits()
        limits.checkpointBytes = 100_000
        let database = try shelf.open(limits: limits)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<200 {
                group.addTask { try await database.put(number) }
                group.addTask { _ = try database.items() }
            }
            try await group.waitForAll()
        }
        await database.close()
        let again = try shelf.open()
        #expect(try again.items() == Array(0..<200))
        await again.close()
    }

    @Test func aCopyIsWholeAndReads() async throws {
        let shelf = try Shelf()
        let database = try shelf.open()
        try await database.put(5)
        let copied = try database.backUp(to: shelf.folder + "/copy.sqlite") { db in
            try Int.fetchAll(db, sql: "SELECT number FROM item")
        }
        #expect(copied == [5])
        await database.close()
    }

    @Test func aFolderHasOneHolder() throws {
        let shelf = try Shelf()
        var lock: FolderLock? = try FolderLock(folder: shelf.folder)
        #expect(throws: DurabilityError.locked) { _ = try FolderLock(folder: shelf.folder) }
        withExtendedLifetime(lock) {}
        lock = nil
        _ = try FolderLock(folder: shelf.folder)
        #expect(throws: DurabilityError.folderUnusable(code: 2)) { _ = try FolderLock(folder: shelf.folder + "/no") }
    }

    @Test(arguments: [
        ("3.6.23", false), ("3.7.0", true), ("3.40.1", true), ("3.44.5", true), ("3.44.6", false), ("3.45.0", true),
        ("3.50.6", true), ("3.50.7", false), ("3.51.2", true), ("3.51.3", false), ("3.52.0", false),
    ])
    func knowsTheVersionsWithTheWALResetBug(version: String, isAffected: Bool) {
        #expect(SQLiteVersion(version).hasWALResetBug == isAffected)
    }

    /// Two databases looked at while one of them commits nothing are of the same moment.
    @Test func nothingIsCommittedWhileItIsHeld() async throws {
        let (shelf, other) = (try Shelf(), try Shelf())
        let (database, beside) = (try shelf.open(), try other.open())
        try await database.put(1)
        let writing = Mutex<Task<Void, any Error>?>(nil)
        let moments = try await Task.detached {
            try database.whileHeld { () throws(Shelf.Fault) in
                writing.withLock { $0 = Task { try await database.put(2) } }
                // What is asked meanwhile waits, and a second database answers.
                let count = try database.items().count
                return (count, try database.moment(), try beside.moment())
            }
        }.value
        try await writing.withLock { $0 }?.value
        #expect(try moments.0 == 1 && database.items() == [1, 2])
        let copied = try moments.1.copy(to: shelf.folder + "/then.sqlite") { db in
            try Int.fetchAll(db, sql: "SELECT number FROM item")
        }
        #expect(copied == [1])
        #expect(
            try moments.2.copy(to: other.folder + "/then.sqlite") {
                try Int.fetchAll($0, sql: "SELECT number FROM item")
            }.isEmpty
        )
        await database.close()
        await beside.close()
        #expect(throws: Shelf.Fault.store(.closed)) { try database.whileHeld { () throws(Shelf.Fault) in } }
    }
}
