import DurableSQL
import Foundation
import GRDB
import HealthRecord
import Sealing
import Synchronization
import Testing

@testable import Custody

/// Epochs of keys turn under everything that goes on, and nothing is lost (security design § 2.3, § 2.11).
@Suite struct KeyTurnTests {
    private static let day: Int64 = 86_400
    private let first: UInt32 = 0
    private let second: UInt32 = 1
    private let third: UInt32 = 2

    /// A record with a document, and somebody who may read it.
    private struct Scene {
        let house: House
        let person: Person
        let reader: CareActor
        let shelf = Shelf()

        func open(hooks: DurabilityHooks<CustodyError> = DurabilityHooks()) throws -> Custodian {
            try house.open(hooks: hooks)
        }

        /// The document's key is released, and the whole history opens.
        func expectReadable(_ custodian: Custodian) async throws {
            let visit = try await house.admit(custodian, reader, for: person)
            let outcomes = try await custodian.release(try await shelf.allShown(), visit, of: person.reference)
            let count = await shelf.rows.count
            #expect(outcomes.count == count)
            for outcome in outcomes {
                guard case .released(let key, _) = outcome else {
                    Issue.record("not released")
                    continue
                }
                #expect(try house.node.open(key.message, leafHash: key.leafHash).count == 32)
            }
            _ = try await custodian.chain(of: person.record)
        }
    }

    private func scene() async throws -> (Scene, Custodian) {
        let house = try House()
        let custodian = try house.open()
        let scene = Scene(
            house: house,
            person: try await house.person(custodian),
            reader: try People.doctor(2, structure: 2)
        )
        let holder = try await house.holder(custodian, try await house.session(custodian, scene.person))
        _ = try await custodian.carryOut(.authorise(People.leave(scene.reader)), holder)
        try await house.deposit(custodian, [[]], by: try People.doctor(1), for: scene.person, on: scene.shelf)
        try await custodian.turnKeys()
        return (scene, custodian)
    }

    /// Turns as often as the upkeep would until nothing is left to do.
    private func settle(_ custodian: Custodian) async throws {
        for _ in 0..<6 { try await custodian.turnKeys() }
    }

    private func shardEpochs(_ custodian: Custodian) throws -> [Int64] {
        try custodian.ledger.database.read {
            try Int64.fetchAll($0, sql: "SELECT DISTINCT epoch FROM shard_key ORDER BY epoch")
        }
    }

    private func wrappedShardKeys(_ path: String) throws -> [[UInt8]] {
        let tables = try DatabaseQueue(path: path)
        defer { try? tables.close() }
        return try tables.read { try Data.fetchAll($0, sql: "SELECT wrapped FROM shard_key") }.map { [UInt8]($0) }
    }

    private func rowEpochs(_ custodian: Custodian) throws -> [Int64] {
        try custodian.ledger.database.read {
            try Int64.fetchAll($0, sql: "SELECT epoch FROM record UNION ALL SELECT epoch FROM opening ORDER BY epoch")
        }
    }

    @Test func theCalendarTurnsAndAnOldDocumentIsReadableThroughout() async throws {
        let (scene, custodian) = try await scene()
        #expect(try await custodian.keyStanding().held == [first])
        scene.house.pass(89 * Self.day)
        try await settle(custodian)
        #expect(try await custodian.keyStanding().current == first)
        scene.house.pass(Self.day)
        // One step begins the epoch and wraps anew what there is.
        try await custodian.turnKeys()
        let begun = try await custodian.keyStanding()
        #expect(begun.held == [first, second] && begun.left.isEmpty && begun.delay == nil)
        #expect(begun.since == scene.house.now)
        #expect(begun.next == scene.house.now.advanced(bySeconds: 90 * Self.day))
        #expect(try rowEpochs(custodian) == [1])
        try await scene.expectReadable(custodian)
        try custodian.close()
        let again = try scene.open()
        try await scene.expectReadable(again)
        // The root of the first is destroyed with its shard keys when the third begins.
        scene.house.pass(90 * Self.day)
        try await settle(again)
        #expect(try await again.keyStanding().held == [second, third])
        #expect(try shardEpochs(again) == [1, 2])
        try await scene.expectReadable(again)
        try again.close()
        let last = try scene.open()
        try await scene.expectReadable(last)
        #expect(try rowEpochs(last) == [2])
        try last.close()
    }

    @Test func zeroDaysWaitForAnOrder() async throws {
        let (scene, custodian) = try await scene()
        try custodian.close()
        let waiting = try scene.house.open { $0.keyEpochDays = 0 }
        scene.house.pass(4000 * Self.day)
        try await settle(waiting)
        let standing = try await waiting.keyStanding()
        #expect(standing.current == first && standing.next == nil && standing.delay == nil)
        let order = scene.house.requestID()
        for _ in 0..<3 { try await waiting.renewKeys(as: order) }
        try await settle(waiting)
        try await waiting.renewKeys(as: order)
        #expect(try await waiting.keyStanding().current == second)
        try await waiting.renewKeys(as: scene.house.requestID())
        try await settle(waiting)
        #expect(try await waiting.keyStanding().held == [second, third])
        try waiting.close()
    }

    /// Prepared openings stand under shard keys too, and become records after a turn.
    @Test func anOpeningThatWaitsIsWrappedAnew() async throws {
        let (scene, custodian) = try await scene()
        let ins = try People.ins(7)
        try await custodian.invite(Invitation(ins: ins, traits: try People.traits()))
        let request = try People.request(7, code: try scene.house.lastCode())
        let prepared = try await custodian.prepareOpening(request)
        for _ in 0..<2 {
            try await custodian.renewKeys(as: scene.house.requestID())
            try await settle(custodian)
        }
        #expect(try rowEpochs(custodian) == [2, 2])
        #expect(try await custodian.keyStanding().held == [second, third])
        try custodian.close()
        let again = try scene.open()
        _ = try await again.commitOpening(request)
        #expect(try await again.chain(of: prepared.reference.record).count > 0)
        try again.close()
    }

    @Test func readersAndDepositsGoOnMeanwhile() async throws {
        let (scene, custodian) = try await scene()
        let author = try People.doctor(1)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                for _ in 0..<3 {
                    try await custodian.renewKeys(as: scene.house.requestID())
                    for _ in 0..<4 { try await custodian.turnKeys() }
                }
            }
            group.addTask {
                for _ in 0..<6 {
                    try await scene.house.deposit(custodian, [[]], by: author, for: scene.person, on: scene.shelf)
                }
            }
            group.addTask {
                for _ in 0..<6 { _ = try await custodian.chain(of: scene.person.record) }
            }
            try await group.waitForAll()
        }
        try await scene.expectReadable(custodian)
        try custodian.close()
        let again = try scene.open()
        try await scene.expectReadable(again)
        #expect(await scene.shelf.rows.count == 7)
        #expect(try await again.keyStanding().held == [third, third + 1])
        try again.close()
    }

    /// A damaged row keeps its root alive and nobody else waits for it.
    @Test func whatDoesNotOpenIsPassedByAndKeepsItsRoot() async throws {
        let (scene, custodian) = try await scene()
        let other = try await scene.house.person(custodian, 2)
        _ = try await custodian.ledger.commit { transaction in
            try transaction.database.execute(
                sql: "UPDATE record SET wrapped_tk = zeroblob(60) WHERE record_id = ?",
                arguments: [Data(other.record.bytes)]
            )
        }
        for _ in 0..<2 {
            try await custodian.renewKeys(as: scene.house.requestID())
            try await settle(custodian)
        }
        var standing = try await custodian.keyStanding()
        #expect(standing.held == [first, second, third])
        #expect(standing.left == [first: 1] && standing.records == 2 && standing.unreadable == 1)
        #expect(standing.delay == nil)
        try await scene.expectReadable(custodian)
        scene.house.pass(2 * Self.day)
        standing = try await custodian.keyStanding()
        #expect(standing.delay == .destruction)
        try custodian.close()
    }

    /// What destruction gives: tables of before, beside the store of after, open to nobody; with the store's file of before
    /// they do, which is why its copies go with it.
    @Test func tablesOfBeforeOpenNoMoreOnceTheirRootIsDestroyed() async throws {
        let (scene, custodian) = try await scene()
        let backup = scene.house.folder + "/backup"
        let keys = scene.house.folder + "/keys"
        let kept = try Data(contentsOf: URL(fileURLWithPath: keys))
        let moment = try custodian.moment { () throws(CustodyError) in () }
        try custodian.backup(moment.tables, to: backup)
        try await custodian.renewKeys(as: scene.house.requestID())
        try await settle(custodian)
        try custodian.close()
        let older = scene.house.folder + "/older"
        func putBack() throws {
            try? FileManager.default.removeItem(atPath: older)
            try FileManager.default.copyItem(atPath: backup, toPath: older)
        }
        // One epoch later the copy opens, and what it holds is wrapped anew.
        try putBack()
        let restored = try scene.house.open(directory: older)
        try await scene.expectReadable(restored)
        try await settle(restored)
        #expect(try rowEpochs(restored) == [1])
        try restored.close()
        let live = try scene.open()
        try await live.renewKeys(as: scene.house.requestID())
        try await settle(live)
        try await scene.expectReadable(live)
        try live.close()
        try putBack()
        #expect(throws: KeyStoreError.destroyedEpoch(0)) { _ = try scene.house.open(directory: older) }
        // Whoever has the tables and the store of today unwraps no key of them.
        let store = try FileKeyStore(path: keys, passphrase: House.passphrase, random: scene.house.random)
        let wrapped = try wrappedShardKeys(backup + "/custody.sqlite")
        #expect(!wrapped.isEmpty)
        let shard = ShardNumber(of: scene.person.record)
        for key in wrapped {
            #expect(throws: KeyStoreError.unknownEpoch(0)) {
                _ = try store.unwrap(key, shard: shard, epoch: KeyEpoch(first))
            }
        }
        for path in [keys, keys + ".1", keys + ".2"] { try kept.write(to: URL(fileURLWithPath: path)) }
        let withItsKeys = try scene.house.open(directory: older)
        try await scene.expectReadable(withItsKeys)
        try withItsKeys.close()
    }

    /// A store older than the tables lacks the root key of what came since.
    @Test func anOldStoreIsRefusedBesideNewTables() async throws {
        let (scene, custodian) = try await scene()
        let keys = scene.house.folder + "/keys"
        let kept = try Data(contentsOf: URL(fileURLWithPath: keys))
        try await custodian.renewKeys(as: scene.house.requestID())
        try await settle(custodian)
        try custodian.close()
        for path in [keys, keys + ".1", keys + ".2"] { try kept.write(to: URL(fileURLWithPath: path)) }
        #expect(throws: KeyStoreError.unknownEpoch(1)) { _ = try scene.open() }
    }

    /// The tables as they were at each durable step of a turn, beside the store as it was then: a start goes on from there.
    @Test func aStopAtAnyStepIsGoneOnFrom() async throws {
        let (scene, custodian) = try await scene()
        try custodian.close()
        let stops = Mutex<[String]>([])
        let (folder, keys) = (scene.house.folder, ["keys", "keys.1", "keys.2"])
        let watched = try scene.open(
            hooks: DurabilityHooks(reached: { point in
                guard point == .groupBegun || point == .groupCommitted else { return }
                stops.withLock { stops in
                    let copy = folder + "/stop-\(stops.count)"
                    try? FileManager.default.createDirectory(atPath: copy, withIntermediateDirectories: true)
                    for file in ["custody.sqlite", "custody.sqlite-wal", "log"] + keys {
                        try? FileManager.default.copyItem(atPath: folder + "/" + file, toPath: copy + "/" + file)
                    }
                    stops.append(copy)
                }
            })
        )
        for _ in 0..<2 {
            try await watched.renewKeys(as: scene.house.requestID())
            try await settle(watched)
        }
        try watched.close()
        let copies = stops.withLock { $0 }
        #expect(copies.count >= 10)
        for copy in copies {
            for file in keys {
                try FileManager.default.removeItem(atPath: folder + "/" + file)
                try FileManager.default.copyItem(atPath: copy + "/" + file, toPath: folder + "/" + file)
            }
            let again = try scene.house.open(directory: copy)
            try await scene.expectReadable(again)
            try await settle(again)
            try await again.renewKeys(as: scene.house.requestID())
            try await settle(again)
            let standing = try await again.keyStanding()
            #expect(standing.left.isEmpty && standing.held.count <= 2)
            #expect(try rowEpochs(again) == [Int64(standing.current)])
            try await scene.expectReadable(again)
            try again.close()
        }
    }

    /// The clock was wrong once: the next turn is not put off for as long.
    @Test func anEpochThatBeganInTheFutureBeginsNow() async throws {
        let (scene, custodian) = try await scene()
        scene.house.pass(3650 * Self.day)
        try await settle(custodian)
        #expect(try await custodian.keyStanding().current == second)
        scene.house.pass(-3650 * Self.day)
        try await settle(custodian)
        let standing = try await custodian.keyStanding()
        #expect(standing.current == second && standing.since == scene.house.now)
        try custodian.close()
    }

    /// The copies cannot be written: nothing turns, everything is served, and it goes on once they can be.
    @Test func aFullDiskPutsTheTurnOff() async throws {
        let (scene, custodian) = try await scene()
        let blocked = scene.house.folder + "/keys.1.new"
        try FileManager.default.createDirectory(atPath: blocked, withIntermediateDirectories: true)
        let order = scene.house.requestID()
        await #expect(throws: CustodyError.unavailable) { try await custodian.renewKeys(as: order) }
        await #expect(throws: CustodyError.unavailable) { try await custodian.turnKeys() }
        try await scene.expectReadable(custodian)
        #expect(try await custodian.keyStanding().held == [first])
        try FileManager.default.removeItem(atPath: blocked)
        try await settle(custodian)
        try await custodian.renewKeys(as: order)
        try await scene.expectReadable(custodian)
        #expect(try await custodian.keyStanding().held == [first, second])
        try custodian.close()
    }
}
