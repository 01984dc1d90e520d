import DurableSQL
import Foundation
import GRDB
import HealthRecord
import Sealing
import Testing
import TraceTree

@testable import Custody

@Suite struct TraceLogTests {
    /// Acts on two records, so that the log interleaves chains.
    private func busy(_ house: House, _ custodian: Custodian, rounds: Int) async throws -> [Person] {
        let people = [try await house.person(custodian, 1), try await house.person(custodian, 2)]
        for round in 0..<rounds {
            let person = people[round % 2]
            let visit = try await house.admit(custodian, try People.doctor(), for: person)
            _ = try await custodian.testExistence(visit, of: person.reference)
            house.pass(7)
        }
        return people
    }

    private func verifiedCheckpoint(_ custodian: Custodian) throws -> Checkpoint {
        let (note, key) = try custodian.checkpoint()
        return try Checkpoint(
            verifying: SignedNote(parsing: Array(note.utf8)),
            log: VerifierKey(parsing: key)
        )
    }

    private func commitments(_ custodian: Custodian) async throws -> [[UInt8]] {
        try await custodian.ledger.read { database in
            try Data.fetchAll(database, sql: "SELECT commitment FROM log_entry ORDER BY log_index").map { data in
                try #require(TraceCommitment(bytes: [UInt8](data))).leafHash
            }
        }
    }

    @Test func checkpointsCoverWhatIsCommittedAndGrowConsistently() async throws {
        let house = try House()
        let custodian = try house.open()
        try await custodian.integrateLog()
        #expect(try custodian.checkpoint().note.isEmpty)
        let people = try await busy(house, custodian, rounds: 5)
        try await custodian.integrateLog()
        let first = try verifiedCheckpoint(custodian)
        let leaves = try await commitments(custodian)
        #expect(first.size == UInt64(leaves.count) && first.root == MerkleHash.root(ofLeafHashes: leaves))
        try await custodian.integrateLog()
        #expect(try verifiedCheckpoint(custodian) == first)
        let published = try #require(FileManager.default.contents(atPath: house.folder + "/log/checkpoint"))
        #expect(String(decoding: published, as: UTF8.self) == (try custodian.checkpoint().note))
        try custodian.close()
        let again = try house.open()
        #expect(try verifiedCheckpoint(again) == first)
        let person = Person(
            ins: try People.ins(1),
            reference: try await again.addIdentifier(
                try People.qualified(1),
                to: people[0].reference.record
            )
        )
        for _ in 0..<300 {
            let visit = try await house.admit(again, try People.doctor(), for: person)
            _ = try await again.testExistence(visit, of: person.reference)
        }
        try await again.integrateLog()
        let second = try verifiedCheckpoint(again)
        let all = try await commitments(again)
        var source = LeafHashes(all)
        let path = try source.consistencyPath(oldSize: first.size, newSize: second.size)
        #expect(
            ConsistencyProof.isValid(
                oldSize: first.size,
                newSize: second.size,
                path: path,
                oldRoot: first.root,
                newRoot: second.root
            )
        )
        try again.close()
    }

    /// Security design § 3.8, steps 1 to 6, with nothing of ours but the bundle and the log's key (§ 5).
    @Test func theExportIsVerifiedOffline() async throws {
        let house = try House()
        let custodian = try house.open()
        let people = try await busy(house, custodian, rounds: 9)
        house.pass(40 * 86_400)
        let holder = try await house.holder(custodian, try await house.session(custodian, people[0]))
        let made = try await custodian.exportTraces(holder)
        let bundle = try JSONDecoder().decode(TraceBundle.self, from: try JSONEncoder().encode(made))
        let key = try VerifierKey(parsing: bundle.log)
        #expect(key.name == House.origin && bundle.v == 1)
        var previous = TraceCommitment.beforeFirst
        var checkpoints: Set<Checkpoint> = []
        for (rank, entry) in bundle.events.enumerated() {
            let bytes = [UInt8](try #require(entry.event))
            let salt = [UInt8](try #require(entry.salt))
            let (event, link) = try TraceEvent.decode(bytes)
            #expect(event.sequence == UInt64(rank + 1) && link == previous)
            let commitment = try TraceCommitment(event: bytes, salt: salt)
            #expect([UInt8](entry.commit) == commitment.bytes)
            let proof = try TransparencyProof(parsing: Array(entry.proof.utf8))
            #expect(proof.index == entry.index)
            checkpoints.insert(try proof.verify(leafHash: commitment.leafHash, log: key))
            previous = commitment.bytes
            // Another event in its place is noticed.
            var altered = bytes
            altered[altered.count - 1] ^= 1
            let other = try TraceCommitment(event: altered, salt: salt)
            #expect(throws: TraceTreeError.self) { try proof.verify(leafHash: other.leafHash, log: key) }
        }
        #expect(checkpoints.count == 1)
        #expect(bundle.head.recSeq == UInt64(bundle.events.count) && [UInt8](bundle.head.commit) == previous)
        // 2026-05-11 in France, less the month in which something may wait to be announced: this export itself is not in it.
        #expect(bundle.until == "2026-04-11")
        let all = try await custodian.history(holder, of: nil).events
        let proved = all.filter { $0.time.date.iso8601 <= "2026-04-11" }
        #expect(proved.count == bundle.events.count && proved.count < all.count)
        try custodian.close()
    }

    @Test func exportsAndIntegrationsAtOnceDoNotHinderEachOther() async throws {
        let house = try House()
        let custodian = try house.open()
        let people = try await busy(house, custodian, rounds: 4)
        house.pass(40 * 86_400)
        let holder = try await house.holder(custodian, try await house.session(custodian, people[0]))
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<6 {
                group.addTask { _ = try await custodian.exportTraces(holder) }
                group.addTask { try await custodian.integrateLog() }
            }
            try await group.waitForAll()
        }
        try await custodian.integrateLog()
        let leaves = try await commitments(custodian)
        #expect(try verifiedCheckpoint(custodian).root == MerkleHash.root(ofLeafHashes: leaves))
        try custodian.close()
    }

    /// § 5.
    @Test func anOldBackupPutBackIsNoticed() async throws {
        let house = try House()
        let first = try house.open()
        let people = try await busy(house, first, rounds: 3)
        try await first.integrateLog()
        try first.ledger.database.backUp(to: house.folder + "/backup.sqlite") { _ in }
        let visit = try await house.admit(
            first,
            try People.doctor(),
            for: Person(
                ins: try People.ins(1),
                reference: try await first.addIdentifier(try People.qualified(1), to: people[0].reference.record)
            )
        )
        _ = try await first.testExistence(visit, of: nil)
        _ = try await first.addIdentifier(try People.qualified(8), to: people[0].reference.record)
        try await first.integrateLog()
        try first.close()
        try restore(house)
        #expect(throws: LogFault.rollback) { _ = try house.open() }
    }

    /// § 3.3: a log keeps its name; under another it is not signed anew, and under its own it goes on, whatever year it says.
    @Test func aLogThatWasSignedKeepsItsName() async throws {
        let house = try House()
        let others = [
            "trace.autre.example/2026/s00", "trace.example/2026/s01", "trace.example/s00", "trace.example/2026/s00/a",
        ]
        let first = try house.open()
        _ = try await busy(house, first, rounds: 3)
        try await first.integrateLog()
        let size = first.log.size
        try first.close()
        let published = FileManager.default.contents(atPath: house.folder + "/log/checkpoint")
        for other in others {
            #expect(throws: LogFault.otherName) { _ = try house.open { $0.logOrigin = other } }
        }
        #expect(FileManager.default.contents(atPath: house.folder + "/log/checkpoint") == published)
        for name in [House.origin, "trace.example/2031/s00"] {
            let again = try house.open { $0.logOrigin = name }
            #expect(again.log.size == size && size > 0)
            #expect(try verifiedCheckpoint(again).origin == House.origin)
            try again.close()
        }
    }

    /// § 5.
    @Test func tilesThatWereAlteredAreNoticed() async throws {
        let house = try House()
        let first = try house.open()
        _ = try await busy(house, first, rounds: 3)
        try await first.integrateLog()
        try first.close()
        let tiles = try #require(FileManager.default.enumerator(atPath: house.folder + "/log/tile/0"))
        let name = try #require(tiles.compactMap { $0 as? String }.first { $0.contains(".p/") })
        let path = URL(fileURLWithPath: house.folder + "/log/tile/0/" + name)
        var bytes = try Data(contentsOf: path)
        bytes[3] ^= 1
        try bytes.write(to: path)
        #expect(throws: LogFault.rollback) { _ = try house.open() }
        try FileManager.default.removeItem(at: path)
        #expect(throws: LogFault.missingTile) { _ = try house.open() }
    }

    /// The tiles are there, the database does not know of their checkpoint: the next round makes the same again.
    @Test func aCrashBetweenTilesAndCheckpointIsHealed() async throws {
        let house = try House()
        let first = try house.open()
        let people = try await busy(house, first, rounds: 3)
        try await first.integrateLog()
        let old = try verifiedCheckpoint(first)
        let published = try #require(FileManager.default.contents(atPath: house.folder + "/log/checkpoint"))
        _ = try await first.addIdentifier(try People.qualified(8), to: people[0].reference.record)
        try first.ledger.database.backUp(to: house.folder + "/backup.sqlite") { _ in }
        try await first.integrateLog()
        let new = try verifiedCheckpoint(first)
        try first.close()
        // As it was after the tiles and before the compare-and-swap.
        try restore(house)
        try published.write(to: URL(fileURLWithPath: house.folder + "/log/checkpoint"))
        let second = try house.open()
        #expect(try verifiedCheckpoint(second) == old)
        try await second.integrateLog()
        #expect(try verifiedCheckpoint(second) == new)
        try second.close()
        // As it was after the compare-and-swap and before publication.
        try published.write(to: URL(fileURLWithPath: house.folder + "/log/checkpoint"))
        let third = try house.open()
        #expect(try verifiedCheckpoint(third) == new)
        let now = FileManager.default.contents(atPath: house.folder + "/log/checkpoint")
        #expect(now.map { String(decoding: $0, as: UTF8.self) } == (try third.checkpoint().note))
        try third.close()
    }

    private func restore(_ house: House) throws {
        for suffix in ["", "-wal", "-shm"] {
            try? FileManager.default.removeItem(atPath: house.folder + "/custody.sqlite" + suffix)
        }
        try FileManager.default.copyItem(
            atPath: house.folder + "/backup.sqlite",
            toPath: house.folder + "/custody.sqlite"
        )
    }

    @Test func onePromiseKeyServesADay() async throws {
        let house = try House()
        let custodian = try house.open()
        let person = try await house.person(custodian)
        func deposit() async throws -> Promise {
            let actor = try People.doctor()
            let work = try await house.prepare(
                custodian,
                [try house.entry(person, by: actor)],
                by: actor,
                for: person
            )
            return try Promise(decoding: try await custodian.commit(work.id, paths: []).receipt)
        }
        let issuer = PromiseIssuer(
            store: try FileKeyStore(
                path: house.folder + "/keys",
                passphrase: House.passphrase,
                random: house.random
            ),
            random: house.random,
            folder: house.folder + "/other-log"
        )
        let time = UInt64(house.now.milliseconds)
        let shard = LogShard(year: 2026, origin: House.origin, first: 0)
        let next = LogShard(year: 2027, origin: "trace.example/2027/s00", first: 5)
        let first = try issuer.delegation(of: shard, at: time)
        // Another log's is another, and does not end it.
        #expect(try issuer.delegation(of: next, at: time) != first)
        #expect(try issuer.delegation(of: shard, at: time + PromiseIssuer.lifetimeMilliseconds - 1) == first)
        #expect(try issuer.delegation(of: shard, at: time + PromiseIssuer.lifetimeMilliseconds) != first)
        let promise = try await deposit()
        #expect(promise.time == time)
        let log = try await commitments(custodian)
        #expect(log[Int(promise.index)] == promise.leafHash)
        try custodian.close()
    }

    /// Security design § 3.5: whoever keeps a promise finds the key that signed it, under the log's signature, days and restarts
    /// later.
    @Test func theKeyOfEachPromiseIsKept() async throws {
        let house = try House()
        var promises: [Promise] = []
        for round in 0..<3 {
            // The third promise is of the second's day, from a process of its own: another key, another note.
            if round == 1 { house.pass(86_400) }
            let custodian = try house.open()
            let person = try await house.person(custodian, round + 1)
            let actor = try People.doctor()
            let work = try await house.prepare(
                custodian,
                [try house.entry(person, by: actor)],
                by: actor,
                for: person
            )
            promises.append(try Promise(decoding: try await custodian.commit(work.id, paths: []).receipt))
            try custodian.close()
        }
        let custodian = try house.open()
        let log = try VerifierKey(parsing: try custodian.checkpoint().verifierKey)
        func keys(since: Instant = Instant(milliseconds: 0)) throws -> [PromiseKeyDelegation] {
            try custodian.promiseDelegations(since: since).map { text in
                try PromiseKeyDelegation(verifying: try SignedNote(parsing: Array(text.utf8)), log: log)
            }
        }
        let all = try keys()
        #expect(all.count == 3 && Set(all.map(\.publicKey)).count == 3)
        for promise in promises {
            let valid = all.filter { (try? promise.verify(publicKey: $0.publicKey)) != nil }
            #expect(valid.count == 1)
            let key = try #require(valid.first)
            #expect((key.notBefore...key.notAfter).contains(promise.time / 1000))
        }
        #expect(try keys(since: house.now.advanced(bySeconds: 1)).count == 2)
        #expect(try keys(since: house.now.advanced(bySeconds: 3 * 86_400)).isEmpty)
        try custodian.close()
    }

    @Test func theHistoryIsReadBackwardsInPages() async throws {
        let house = try House()
        let custodian = try house.open()
        let people = try await busy(house, custodian, rounds: 20)
        let holder = try await house.holder(custodian, try await house.session(custodian, people[0]))
        var seen: [UInt64] = []
        var next: HistoryCursor?
        repeat {
            let page = try await custodian.history(before: next, limit: 5, holder, of: nil)
            #expect(page.events.count <= 5)
            seen += page.events.map(\.sequence)
            next = page.next
        } while next != nil
        let chain = try await custodian.chain(of: people[0].record)
        #expect(seen == chain.map(\.sequence).reversed())
        #expect(chain.count { $0.act == .readHistory } == 1)
        // A professional without the whole history sees his own acts only.
        let actor = try People.doctor()
        _ = try await custodian.carryOut(.authorise(People.leave(actor)), holder)
        let visit = try await house.admit(custodian, actor, for: people[0])
        let own = try await custodian.history(limit: 1000, visit, of: people[0].reference)
        #expect(!own.events.isEmpty && own.events.allSatisfy { $0.actor == .care(actor) })
        try custodian.close()
    }
}
