import DurableSQL
import Foundation
import GRDB
import Sealing
import Testing

@testable import HostStore

@Suite struct StoreTests {
    @Test func aSecondOpenerIsRefused() async throws {
        let folder = try TemporaryFolder()
        let store = try HostStore(directory: folder.host)
        #expect(throws: HostStoreError.folderLocked) { try HostStore(directory: folder.host) }
        await store.close()
        let again = try HostStore(directory: folder.host)
        await again.close()
    }

    @Test func aFolderThatCannotBeIsRefused() throws {
        let folder = try TemporaryFolder()
        #expect(throws: HostStoreError.folderUnusable(code: ENOENT)) {
            try HostStore(directory: folder.path + "/absent/host")
        }
        try Data().write(to: URL(fileURLWithPath: folder.host))
        #expect(throws: HostStoreError.folderUnusable(code: ENOTDIR)) { try HostStore(directory: folder.host) }
    }

    @Test func aForeignDatabaseIsRefused() throws {
        let folder = try TemporaryFolder()
        try FileManager.default.createDirectory(atPath: folder.host, withIntermediateDirectories: false)
        let queue = try DatabaseQueue(path: folder.host + "/host.sqlite")
        try queue.write { try $0.execute(sql: "CREATE TABLE other (x)") }
        try queue.close()
        #expect(throws: HostStoreError.foreignDatabase) { try HostStore(directory: folder.host) }
        try Data(repeating: 7, count: 8_192).write(to: URL(fileURLWithPath: folder.host + "/host.sqlite"))
        #expect(throws: HostStoreError.corrupted(.database)) { try HostStore(directory: folder.host) }
    }

    @Test func aNewerSchemaIsRefused() async throws {
        let folder = try TemporaryFolder()
        await (try HostStore(directory: folder.host)).close()
        let queue = try DatabaseQueue(path: folder.host + "/host.sqlite")
        try await queue.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('99')") }
        try queue.close()
        #expect(throws: HostStoreError.foreignDatabase) { try HostStore(directory: folder.host) }
    }

    @Test func runsInTheDurableMode() async throws {
        let folder = try TemporaryFolder()
        let store = try HostStore(directory: folder.host)
        let status = try await store.status()
        #expect(status.journalMode == "wal" && status.isWritable)
        #expect(status.isInWALBugRange == SQLiteVersion(status.sqliteVersion).hasWALResetBug)
        let marks = try await store.read { db in
            try ["application_id", "user_version"].map { try Int.fetchOne(db, sql: "PRAGMA " + $0) }
        }
        #expect(marks == [0x444D_5048, 4])
        await store.close()
    }

    @Test func aDamagedObjectIsNoticed() async throws {
        let folder = try TemporaryFolder()
        let store = try HostStore(directory: folder.host)
        var samples = Samples(seed: 1)
        let record = try samples.record()
        try await store.createRecord(record)
        let (deposit, contents) = try samples.deposit(in: record.recordID, lengths: [70_000, 70_001, 70_002])
        try await store.deposit(deposit, contents, try samples.activation(of: deposit))
        for (index, document) in deposit.documents.enumerated() {
            let name = try #require(document.objectKey).hex
            let path = folder.host + "/objects/" + name.prefix(2) + "/" + name.dropFirst(2).prefix(2) + "/" + name
            var bytes = contents[index]
            switch index {
            case 0: bytes[69_999] ^= 1
            case 1: bytes.removeLast()
            default: bytes = []
            }
            try Data(bytes).write(to: URL(fileURLWithPath: path))
            if index == 2 { try FileManager.default.removeItem(atPath: path) }
            await #expect(throws: HostStoreError.corrupted(.content)) {
                try await store.content(of: document.documentID)
            }
        }
        await store.close()
    }

    @Test func aDamagedRowIsNoticed() async throws {
        let folder = try TemporaryFolder()
        var store = try HostStore(directory: folder.host)
        var samples = Samples(seed: 2)
        let record = try samples.record()
        try await store.createRecord(record)
        let (deposit, contents) = try samples.deposit(in: record.recordID, lengths: [30])
        try await store.deposit(deposit, contents, try samples.activation(of: deposit))
        await store.close()
        let queue = try DatabaseQueue(path: folder.host + "/host.sqlite")
        try await queue.writeWithoutTransaction { db in
            try db.execute(sql: "UPDATE inline_contents SET content = zeroblob(30)")
            try db.execute(sql: "PRAGMA ignore_check_constraints = ON")
            try db.execute(sql: "UPDATE documents SET leaf_hash = x'00'")
        }
        try queue.close()
        store = try HostStore(directory: folder.host)
        await #expect(throws: HostStoreError.corrupted(.content)) {
            try await store.content(of: deposit.documents[0].documentID)
        }
        await #expect(throws: HostStoreError.corrupted(.database)) {
            try await store.rows(of: record.recordID)
        }
        await store.close()
    }

    /// Bits flipped anywhere in the file end in an error or in unchanged answers, never in a crash.
    @Test(arguments: 0..<40)
    func aDamagedFileNeverCrashes(seed: UInt64) async throws {
        let folder = try TemporaryFolder()
        let store = try HostStore(directory: folder.host)
        let scenario = try Scenario()
        for step in 1...5 { try await scenario.run(step: step, on: store) }
        await store.close()
        let url = URL(fileURLWithPath: folder.host + "/host.sqlite")
        var bytes = [UInt8](try Data(contentsOf: url))
        var random = SplitMix64(seed: seed)
        for _ in 0..<8 {
            bytes[Int.random(in: 0..<bytes.count, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        }
        try Data(bytes).write(to: url)
        guard let damaged = try? HostStore(directory: folder.host) else { return }
        _ = try? await damaged.checkDatabase()
        _ = try? await damaged.contents(of: scenario.record.recordID)
        _ = try? await damaged.namelessChanges(notAfter: 99_999)
        for (document, content) in zip(scenario.deposit.documents, scenario.contents) {
            if let read = try? await damaged.content(of: document.documentID) { #expect(read == content) }
        }
        _ = try? await damaged.applyChange(scenario.erasure.changeID)
        await damaged.close()
    }

    @Test func aBackupOpensAsAStore() async throws {
        let folder = try TemporaryFolder()
        let store = try HostStore(directory: folder.host)
        let scenario = try Scenario()
        for step in 1...5 { try await scenario.run(step: step, on: store) }
        try await store.backup(to: folder.path + "/copy")
        await #expect(throws: HostStoreError.folderUnusable(code: EEXIST)) {
            try await store.backup(to: folder.path + "/copy")
        }
        try await scenario.run(step: 6, on: store)
        await store.close()
        let copy = try HostStore(directory: folder.path + "/copy")
        #expect(try await scenario.level(of: copy) == 5)
        await copy.close()
    }
}
