import Custody
import HealthRecord
import HostStore
import SampleRecords
import Synchronization
import Testing
import TraceTree

@testable import RecordService

/// The host holds the custodian's log to the promises that came with deposits (security design § 3.5).
@Suite struct PromiseMonitorTests {
    private struct Scene {
        let folder: Folder
        let office: Office
        let patient: SamplePatient

        init() async throws {
            folder = try Folder()
            office = try Office(folder: folder.path)
            patient = try Lots.patient()
            try await office.open(patient)
        }

        func file(_ number: UInt64) async throws {
            _ = try await office.file(number, of: patient, by: try Lots.professional("gp"))
        }

        /// A monitor that sees the log as it is, but for what is given instead: of the newest shard, or of all.
        func monitor(
            head: (@Sendable () -> String)? = nil,
            tile: (@Sendable (Tile) throws -> [UInt8])? = nil,
            promiseKeys: (@Sendable (UInt64) throws -> [String])? = nil,
            key: [UInt8]? = nil,
            of place: Int? = nil,
            shards: (@Sendable ([PublishedShard]) throws -> [PublishedShard])? = nil
        ) -> PromiseMonitor {
            let log = office.custodian.publishedLog()
            let desk = office.desk
            return PromiseMonitor(
                host: office.host,
                log: PublishedLog(publicKey: key ?? log.publicKey) {
                    let all = try log.shards()
                    let seen = all.enumerated().map { number, shard in
                        guard number == place ?? all.count - 1 else { return shard }
                        return PublishedShard(
                            year: shard.year,
                            origin: shard.origin,
                            first: shard.first,
                            head: head ?? shard.head,
                            tile: tile ?? shard.tile,
                            promiseKeys: promiseKeys ?? shard.promiseKeys
                        )
                    }
                    return try shards?(seen) ?? seen
                },
                clock: { desk.time.withLock { $0 } }
            )
        }

        /// The newest shard, or another.
        func shard(_ place: Int? = nil) throws -> PublishedShard {
            let shards = try office.custodian.publishedLog().shards()
            return try #require(place.map { shards[$0] } ?? shards.last)
        }

        /// Lets the first moment of the next year come.
        func turnYear() { office.desk.time.withLock { $0 = Instant(milliseconds: 1_798_761_600_000) } }

        var open: Int { get async throws { try await office.host.openPromises(limit: 100).count } }
    }

    private struct Unreadable: Error {}

    @Test func whatWasPromisedIsThere() async throws {
        let scene = try await Scene()
        for number in UInt64(1)...3 { try await scene.file(number) }
        try await scene.office.custodian.integrateLog()
        let monitor = scene.monitor()
        let found = try await monitor.look()
        #expect(found.kept == 3 && found.isWhole && monitor.standing == found)
        #expect(try await scene.open == 0)
        // The log grows, and the next look goes on from there; a monitor that starts anew knows what was kept.
        try await scene.file(4)
        try await scene.office.custodian.integrateLog()
        #expect(try await monitor.look().kept == 4)
        let fresh = try await scene.monitor().look()
        #expect(fresh.kept == 4 && fresh.isWhole)
        try await scene.office.close()
    }

    @Test func anEventWaitsAMinuteForItsPlace() async throws {
        let scene = try await Scene()
        try await scene.office.custodian.integrateLog()
        try await scene.file(1)
        let monitor = scene.monitor()
        let early = try await monitor.look()
        #expect(early.kept == 0 && early.isWhole)
        scene.office.pass(60)
        #expect(try await monitor.look().isWhole)
        scene.office.pass(1)
        let late = try await monitor.look()
        #expect(late.isLate && !late.isWhole && late.broken == 0)
        try await scene.office.custodian.integrateLog()
        let kept = try await monitor.look()
        #expect(kept.kept == 1 && kept.isWhole)
        try await scene.office.close()
    }

    @Test func whereKeysAreMissingNothingIsHeldAgainstTheLog() async throws {
        let scene = try await Scene()
        try await scene.file(1)
        try await scene.office.custodian.integrateLog()
        let blind = try await scene.monitor(promiseKeys: { _ in [] }).look()
        #expect(blind.fault == .unreadable && blind.broken == 0 && !blind.isWhole)
        let after = try await scene.monitor().look()
        #expect(after.kept == 1 && after.isWhole)
        try await scene.office.close()
    }

    @Test func whatIsBrokenStaysSo() async throws {
        let scene = try await Scene()
        try await scene.file(1)
        try await scene.office.custodian.integrateLog()
        let open = try #require(try await scene.office.host.openPromises(limit: 1).first)
        var held = HeldPromises()
        held.broken = [open.place: PromiseCheck.Fault.otherEntry.rawValue]
        try await scene.office.host.settle(held, under: [:])
        let found = try await scene.monitor().look()
        #expect(found.broken == 1 && found.kept == 0 && !found.isWhole)
        try await scene.office.close()
    }

    @Test func keysThatComeInPartsAreAllAskedFor() async throws {
        let scene = try await Scene()
        // A key a day: three days, and notes handed out one at a time, the oldest first.
        for day in UInt64(1)...3 {
            try await scene.file(day)
            scene.office.pass(86_400)
        }
        try await scene.office.custodian.integrateLog()
        let log = try scene.shard()
        let all = try log.promiseKeys(0)
        #expect(all.count >= 3)
        let found = try await scene.monitor(promiseKeys: { since in
            Array(try log.promiseKeys(since).prefix(2))
        }).look()
        #expect(found.kept == 3 && found.isWhole)
        try await scene.office.close()
    }

    @Test func aLogThatGoesBackIsNotBelieved() async throws {
        let scene = try await Scene()
        try await scene.file(1)
        try await scene.office.custodian.integrateLog()
        let log = try scene.shard()
        let first = log.head()
        try await scene.file(2)
        try await scene.office.custodian.integrateLog()
        #expect(try await scene.monitor().look().kept == 2)
        try await scene.file(3)
        try await scene.office.custodian.integrateLog()
        // An old head is signed, and shows that something was taken back; so does a log that shows none any more.
        for head in [first, ""] {
            let back = try await scene.monitor(head: { head }).look()
            #expect(back.fault == .forked && !back.isWhole && back.kept == 2)
        }
        #expect(try await scene.open == 1)
        let now = try await scene.monitor().look()
        #expect(now.kept == 3 && now.isWhole)
        try await scene.office.close()
    }

    @Test func aHeadThatTheLogHasNotSignedIsNone() async throws {
        let scene = try await Scene()
        try await scene.file(1)
        try await scene.office.custodian.integrateLog()
        let log = try scene.shard()
        let stranger = try NoteSigner(name: log.origin, kind: .ed25519, seed: [UInt8](repeating: 7, count: 32))
        for monitor in [
            scene.monitor(key: stranger.verifier.publicKey),
            scene.monitor(head: { log.head().replacing("\n\n", with: "\nx\n\n") }),
            scene.monitor(head: { "nothing" }),
        ] {
            let found = try await monitor.look()
            #expect(found.fault == .unsigned && !found.isWhole)
        }
        let hidden = try await scene.monitor(tile: { _ in throw Unreadable() }).look()
        #expect(hidden.fault == .unreadable)
        // Of none of these was anything believed.
        #expect(try await scene.open == 1)
        #expect(try await scene.office.host.watchedLog().heads.isEmpty)
        try await scene.office.close()
    }

    /// § 3.3: each promise is held against the head of the shard that it names, on both sides of a turn of the year.
    @Test func eachYearsPromisesAreHeldAgainstItsOwnHead() async throws {
        let scene = try await Scene()
        try await scene.file(1)
        try await scene.office.custodian.integrateLog()
        let monitor = scene.monitor()
        #expect(try await monitor.look().kept == 1)
        try await scene.file(2)
        scene.turnYear()
        try await scene.file(3)
        // The new shard has signed nothing yet, and its promise waits.
        let early = try await monitor.look()
        #expect(early.kept == 1 && early.fault == nil && early.broken == 0)
        try await scene.office.custodian.integrateLog()
        let found = try await monitor.look()
        #expect(found.kept == 3 && found.isWhole)
        let heads = try await scene.office.host.watchedLog().heads
        #expect(Set(heads.keys) == ["trace.example/2026/s00", "trace.example/2027/s00"])
        #expect(
            heads == [
                try scene.shard(0).origin: try scene.shard(0).head(),
                try scene.shard().origin: try scene.shard().head(),
            ]
        )
        #expect(try await scene.open == 0)
        try await scene.office.close()
    }

    /// A shard of before that shrinks is seen, and hides nothing of the newest.
    @Test func aYearThatGoesBackIsNotBelieved() async throws {
        let scene = try await Scene()
        try await scene.file(1)
        try await scene.office.custodian.integrateLog()
        let old = try scene.shard().head()
        try await scene.file(2)
        scene.turnYear()
        try await scene.file(3)
        try await scene.office.custodian.integrateLog()
        #expect(try await scene.monitor().look().kept == 3)
        for head in [old, ""] {
            let back = try await scene.monitor(head: { head }, of: 0).look()
            #expect(back.fault == .forked && back.kept == 3)
        }
        try await scene.file(4)
        try await scene.office.custodian.integrateLog()
        let back = try await scene.monitor(head: { old }, of: 0).look()
        #expect(back.fault == .forked && back.kept == 4)
        #expect(try await scene.monitor().look().isWhole)
        try await scene.office.close()
    }

    /// A shard that was there and is no more is seen; what was promised in one that nobody ever saw is broken.
    @Test(arguments: [true, false])
    func aYearThatDisappearsIsSeen(wasSeen: Bool) async throws {
        let scene = try await Scene()
        try await scene.file(1)
        try await scene.office.custodian.integrateLog()
        #expect(try await scene.monitor().look().kept == 1)
        scene.turnYear()
        try await scene.file(2)
        try await scene.office.custodian.integrateLog()
        if wasSeen { #expect(try await scene.monitor().look().kept == 2) }
        try await scene.file(3)
        let gone = try await scene.monitor(shards: { Array($0.prefix(1)) }).look()
        if wasSeen {
            #expect(gone.fault == .forked && gone.broken == 0)
            #expect(try await scene.open == 1)
        } else {
            #expect(gone.fault == nil && gone.broken == 2 && !gone.isWhole)
        }
        let none = try await scene.monitor(shards: { _ in [] }).look()
        #expect(none.fault == .forked)
        let hidden = try await scene.monitor(shards: { _ in throw Unreadable() }).look()
        #expect(hidden.fault == .unreadable)
        try await scene.office.close()
    }

    /// The head of one year's log is not taken for another's, although one key signs both.
    @Test func aHeadOfAnotherYearIsNone() async throws {
        let scene = try await Scene()
        try await scene.file(1)
        scene.turnYear()
        try await scene.file(2)
        try await scene.office.custodian.integrateLog()
        let old = try scene.shard(0).head()
        let found = try await scene.monitor(head: { old }).look()
        #expect(found.fault == .unsigned && found.kept == 1 && found.broken == 0)
        #expect(try await scene.monitor().look().kept == 2)
        try await scene.office.close()
    }
}
