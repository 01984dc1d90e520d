import DurableSQL
import Foundation
import GRDB
import HealthRecord
import Sealing
import Testing
import TraceTree

@testable import Custody

/// Each year has a log of its own, begun by its first event (security design § 3.3).
@Suite struct LogShardTests {
    /// A record that acts come to, one at a time.
    private struct Scene {
        let house: House
        var custodian: Custodian
        let person: Person

        init(origin: String = House.origin) async throws {
            house = try House()
            custodian = try house.open { $0.logOrigin = origin }
            person = try await house.person(custodian)
        }

        func act(_ count: Int = 1) async throws {
            for _ in 0..<count {
                let visit = try await house.admit(custodian, try People.doctor(), for: person)
                _ = try await custodian.testExistence(visit, of: person.reference)
            }
        }

        mutating func reopen(origin: String = House.origin) throws {
            try custodian.close()
            custodian = try house.open { $0.logOrigin = origin }
        }

        /// Two years, the first with events that no checkpoint covered at its end.
        func twoYears() async throws {
            try await custodian.integrateLog()
            try await act(2)
            house.pass(to: House.turnOfYear)
            try await act(3)
        }

        func leaves() async throws -> [[UInt8]] {
            try await custodian.ledger.read { database in
                try Data.fetchAll(database, sql: "SELECT commitment FROM log_entry ORDER BY log_index").map { data in
                    try #require(TraceCommitment(bytes: [UInt8](data))).leafHash
                }
            }
        }

        /// The head of each shard, held against its key and its own entries.
        func heads() async throws -> [Checkpoint] {
            let (log, leaves) = (custodian.publishedLog(), try await leaves())
            let shards = try log.shards()
            var heads: [Checkpoint] = []
            for (place, shard) in shards.enumerated() {
                let end = place + 1 < shards.count ? Int(shards[place + 1].first) : leaves.count
                let head = try Checkpoint(
                    verifying: SignedNote(parsing: Array(shard.head().utf8)),
                    log: try log.key(of: shard.origin)
                )
                #expect(head.size == UInt64(end) - shard.first)
                #expect(head.root == MerkleHash.root(ofLeafHashes: Array(leaves[Int(shard.first)..<end])))
                heads.append(head)
            }
            return heads
        }

        func path(_ name: String) -> String { house.folder + "/log/" + name }

        func published(_ name: String) -> String? {
            FileManager.default.contents(atPath: path(name)).map { String(decoding: $0, as: UTF8.self) }
        }

        /// Puts the tables back as `backup.sqlite` has them.
        func putBack() throws {
            takeTablesAway()
            try FileManager.default.copyItem(
                atPath: house.folder + "/backup.sqlite",
                toPath: house.folder + "/custody.sqlite"
            )
        }

        func takeTablesAway() {
            for suffix in ["", "-wal", "-shm"] {
                try? FileManager.default.removeItem(atPath: house.folder + "/custody.sqlite" + suffix)
            }
        }

        func keepTables() throws {
            try custodian.ledger.database.backUp(to: house.folder + "/backup.sqlite") { _ in }
        }
    }

    @Test func theFirstEventOfAYearBeginsItsLog() async throws {
        var scene = try await Scene()
        try await scene.custodian.integrateLog()
        let before = try await scene.heads()
        #expect(before.map(\.origin) == [House.origin])
        // Nothing begins by itself, and the last moment of a year is that year's.
        scene.house.pass(to: House.turnOfYear.advanced(bySeconds: -1))
        try await scene.act()
        scene.house.pass(1)
        try await scene.custodian.integrateLog()
        let old = try await scene.heads()
        #expect(old.count == 1 && old[0].size == before[0].size + 1)
        try await scene.act(2)
        #expect(try scene.custodian.publishedLog().shards().map(\.first) == [0, old[0].size])
        // Until the new log has a head, the old one is the current.
        #expect(try scene.custodian.checkpoint().verifierKey.hasPrefix(House.origin + "+"))
        try await scene.custodian.integrateLog()
        let both = try await scene.heads()
        #expect(both.map(\.origin) == [House.origin, House.nextOrigin] && both[0] == old[0] && both[1].size == 2)
        let (note, key) = try scene.custodian.checkpoint()
        #expect(note.hasPrefix(House.nextOrigin + "\n2\n") && key.hasPrefix(House.nextOrigin + "+"))
        #expect(scene.custodian.log.size == old[0].size + 2)
        // One key, two names: what one signs is no word of the other's.
        let keys = try ["trace.example/2026/s00", House.nextOrigin].map {
            try scene.custodian.publishedLog().key(of: $0)
        }
        #expect(keys[0].publicKey == keys[1].publicKey && keys[0].keyID != keys[1].keyID)
        #expect(throws: TraceTreeError.self) {
            try Checkpoint(verifying: SignedNote(parsing: Array(note.utf8)), log: keys[0])
        }
        // A finished log does not grow, here or after a start; each has a folder.
        try scene.reopen()
        try await scene.act()
        try await scene.custodian.integrateLog()
        let after = try await scene.heads()
        #expect(after[0] == old[0] && after[1].size == 3)
        for place in ["checkpoint", "2027/checkpoint", "2027/tile/0/000.p/3"] {
            #expect(FileManager.default.fileExists(atPath: scene.path(place)), "\(place)")
        }
        try scene.custodian.close()
    }

    /// A clock that was put back writes into the newest log: places never go back.
    @Test func aClockPutBackBeginsNothing() async throws {
        var scene = try await Scene()
        try await scene.twoYears()
        scene.house.pass(to: House.turnOfYear.advanced(bySeconds: -3600))
        try await scene.act(2)
        try scene.reopen()
        scene.house.pass(-200 * 86_400)
        try await scene.act()
        try await scene.custodian.integrateLog()
        let heads = try await scene.heads()
        #expect(heads.map(\.origin) == [House.origin, House.nextOrigin] && heads[1].size == 6)
        // A year in which nothing happened has no log.
        scene.house.pass(to: House.turnOfYear.advanced(bySeconds: 800 * 86_400))
        try await scene.act()
        try await scene.custodian.integrateLog()
        #expect(try await scene.heads().map(\.origin) == [House.origin, House.nextOrigin, "trace.example/2029/s00"])
        try scene.custodian.close()
    }

    @Test func aNameWithoutAYearIsOneLogForEver() async throws {
        var scene = try await Scene(origin: "trace.example/journal")
        try await scene.twoYears()
        try await scene.custodian.integrateLog()
        #expect(try await scene.heads().map(\.origin) == ["trace.example/journal"])
        try scene.reopen(origin: "trace.example/journal")
        try await scene.act()
        try await scene.custodian.integrateLog()
        #expect(try await scene.heads().count == 1)
        try scene.custodian.close()
        #expect(throws: LogFault.otherName) { _ = try scene.house.open() }
    }

    /// Whatever year the setting says, a log has the year of its first event.
    @Test func theSettingSaysTheFormAlone() async throws {
        var scene = try await Scene(origin: "trace.example/1999/s00")
        try await scene.act()
        try await scene.custodian.integrateLog()
        #expect(try await scene.heads().map(\.origin) == [House.origin])
        try scene.reopen(origin: "trace.example/2031/s00")
        scene.house.pass(to: House.turnOfYear)
        try await scene.act()
        try await scene.custodian.integrateLog()
        #expect(try await scene.heads().map(\.origin) == [House.origin, House.nextOrigin])
        try scene.custodian.close()
    }

    /// Before the first event there is the key of the log that it would begin.
    @Test func anEmptyStoreNamesTheYear() async throws {
        let house = try House()
        let custodian = try house.open()
        #expect(try custodian.checkpoint().note.isEmpty && custodian.publishedLog().shards().isEmpty)
        #expect(try custodian.checkpoint().verifierKey.hasPrefix(House.origin + "+"))
        house.pass(to: House.turnOfYear)
        #expect(try custodian.checkpoint().verifierKey.hasPrefix(House.nextOrigin + "+"))
        try custodian.close()
    }

    /// Each promise names the log of its year and its place there, under a key that this very log has named.
    @Test func promisesNameTheLogOfTheirYear() async throws {
        let scene = try await Scene()
        let (house, custodian) = (scene.house, scene.custodian)
        var promises: [Promise] = []
        for _ in 0..<2 {
            let actor = try People.doctor()
            let entry = try house.entry(scene.person, by: actor)
            let work = try await house.prepare(custodian, [entry], by: actor, for: scene.person)
            promises.append(try Promise(decoding: try await custodian.commit(work.id, paths: []).receipt))
            house.pass(to: House.turnOfYear)
        }
        try await custodian.integrateLog()
        #expect(promises.map(\.origin) == [House.origin, House.nextOrigin])
        let (log, leaves) = (custodian.publishedLog(), try await scene.leaves())
        let shards = try log.shards()
        for (promise, shard) in zip(promises, shards) {
            #expect(leaves[Int(shard.first + promise.index)] == promise.leafHash)
            let keys = try shard.promiseKeys(0).map { text in
                try PromiseKeyDelegation(
                    verifying: SignedNote(parsing: Array(text.utf8)),
                    log: log.key(of: shard.origin)
                )
            }
            let head = try Checkpoint(parsing: SignedNote(parsing: Array(shard.head().utf8)).text)
            var check = PromiseCheck(head: head, keys: keys, tiles: shard.tile)
            #expect(try check.verdict(on: promise.encoded) == .kept)
        }
        // All notes together, as they always were given.
        let all = try custodian.promiseDelegations()
        #expect(all == (try shards.flatMap { try $0.promiseKeys(0) }) && all.count >= 2)
        try custodian.close()
    }

    /// The auditor asks by the number that the journal has, and gets the proof of its year's log.
    @Test func aProofIsAskedForByTheNumberInTheWholeLog() async throws {
        let scene = try await Scene()
        try await scene.twoYears()
        let leaves = try await scene.leaves()
        let log = scene.custodian.publishedLog()
        for (number, leaf) in leaves.enumerated() {
            let text = try await scene.custodian.proof(ofEntry: UInt64(number))
            let proof = try TransparencyProof(parsing: Array(text.utf8))
            let shard = try #require(try log.shards().last { $0.first <= UInt64(number) })
            #expect(proof.index == UInt64(number) - shard.first)
            #expect(try proof.verify(leafHash: leaf, log: log.key(of: shard.origin)).origin == shard.origin)
        }
        await #expect(throws: CustodyError.conflict("index")) {
            try await scene.custodian.proof(ofEntry: UInt64(leaves.count))
        }
        try scene.custodian.close()
    }

    /// A stop between the beginning of a year's log and its first checkpoint: the old one is finished first, then the new one begun.
    @Test func aStopBeforeAYearsFirstHeadIsGoneOnFrom() async throws {
        var scene = try await Scene()
        try await scene.twoYears()
        try scene.keepTables()
        try scene.reopen()
        #expect(try scene.custodian.publishedLog().shards().map { $0.head().isEmpty } == [false, true])
        try await scene.custodian.integrateLog()
        let heads = try await scene.heads()
        #expect(heads.map(\.origin) == [House.origin, House.nextOrigin] && heads[1].size == 3)
        try scene.custodian.close()
        // As it was after the tiles of both and before either compare-and-swap: no head was published.
        for name in ["checkpoint", "2027/checkpoint"] { try FileManager.default.removeItem(atPath: scene.path(name)) }
        try scene.putBack()
        scene.custodian = try scene.house.open()
        try await scene.custodian.integrateLog()
        #expect(try await scene.heads() == heads)
        let note = try #require(try scene.custodian.publishedLog().shards().last).head()
        try scene.custodian.close()
        #expect(scene.published("2027/checkpoint") == note)
        // As it was after a compare-and-swap and before the publication.
        try FileManager.default.removeItem(atPath: scene.path("2027/checkpoint"))
        scene.custodian = try scene.house.open()
        #expect(scene.published("2027/checkpoint") == note)
        try scene.custodian.close()
    }

    /// Tables of before a year's log began, beside what that log has published.
    @Test func tablesOfBeforeTheYearAreNoticed() async throws {
        let scene = try await Scene()
        try await scene.custodian.integrateLog()
        try scene.keepTables()
        scene.house.pass(to: House.turnOfYear)
        try await scene.act()
        try await scene.custodian.integrateLog()
        try scene.custodian.close()
        try scene.putBack()
        #expect(throws: LogFault.rollback) { _ = try scene.house.open() }
        // Nothing at all instead of the tables.
        scene.takeTablesAway()
        #expect(throws: LogFault.rollback) { _ = try scene.house.open() }
    }

    /// Every log is looked at when the store opens, the finished ones too.
    @Test(arguments: ["", "2027/"])
    func tilesOfEveryYearAreLookedAt(folder: String) async throws {
        let scene = try await Scene()
        try await scene.twoYears()
        try await scene.custodian.integrateLog()
        let size = try await scene.heads()[folder.isEmpty ? 0 : 1].size
        try scene.custodian.close()
        let path = URL(filePath: scene.path(folder + "tile/0/000.p/\(size)"))
        let whole = try Data(contentsOf: path)
        var bytes = whole
        bytes[3] ^= 1
        try bytes.write(to: path)
        #expect(throws: LogFault.rollback) { _ = try scene.house.open() }
        try FileManager.default.removeItem(at: path)
        #expect(throws: LogFault.missingTile) { _ = try scene.house.open() }
        try whole.write(to: path)
        try scene.house.open().close()
        try Data("rien".utf8).write(to: URL(filePath: scene.path(folder + "checkpoint")))
        #expect(throws: LogFault.damaged) { _ = try scene.house.open() }
    }

    /// A store of before there were shards: what it has signed is the first, and the next year's begins beside it.
    @Test(arguments: [true, false])
    func aStoreOfBeforeGoesOn(wasSigned: Bool) async throws {
        var scene = try await Scene()
        if wasSigned { try await scene.custodian.integrateLog() }
        let head = try scene.custodian.checkpoint().note
        try scene.custodian.close()
        let queue = try DatabaseQueue(path: scene.house.folder + "/custody.sqlite")
        try await queue.write { database in
            try database.execute(sql: "DROP TABLE log_shard")
            try database.execute(sql: "DELETE FROM grdb_migrations WHERE identifier = 'shards of the log'")
        }
        try queue.close()
        if wasSigned {
            #expect(throws: LogFault.otherName) { _ = try scene.house.open { $0.logOrigin = "trace.autre/2026/s00" } }
        }
        scene.custodian = try scene.house.open()
        #expect(try scene.custodian.publishedLog().shards().map(\.origin) == [House.origin])
        #expect(try scene.custodian.checkpoint().note == head)
        try await scene.act()
        scene.house.pass(to: House.turnOfYear)
        try await scene.act()
        try await scene.custodian.integrateLog()
        #expect(try await scene.heads().map(\.origin) == [House.origin, House.nextOrigin])
        try scene.reopen()
        #expect(try await scene.heads().count == 2)
        try scene.custodian.close()
    }

    /// A copy has the tiles of every year, and the notes of its promise keys.
    @Test func aCopyHasAllYears() async throws {
        let scene = try await Scene()
        try await scene.twoYears()
        let actor = try People.doctor()
        let entry = try scene.house.entry(scene.person, by: actor)
        let work = try await scene.house.prepare(scene.custodian, [entry], by: actor, for: scene.person)
        _ = try await scene.custodian.commit(work.id, paths: [])
        try await scene.custodian.integrateLog()
        let (heads, notes) = (try await scene.heads(), try scene.custodian.promiseDelegations())
        let moment = try scene.custodian.moment { () throws(CustodyError) in }
        let copy = scene.house.folder + "/copie"
        try scene.custodian.backup(moment.tables, to: copy)
        #expect(!FileManager.default.fileExists(atPath: copy + "/log/2027/checkpoint"))
        try scene.custodian.close()
        let again = try scene.house.open(directory: copy)
        #expect(again.log.size == heads.reduce(0) { $0 + $1.size })
        let shards = try again.publishedLog().shards()
        for (shard, head) in zip(shards, heads) {
            #expect(try Checkpoint(parsing: SignedNote(parsing: Array(shard.head().utf8)).text) == head)
        }
        #expect(try again.promiseDelegations() == notes && !notes.isEmpty)
        _ = try await again.proof(ofEntry: 0)
        try again.close()
    }
}
