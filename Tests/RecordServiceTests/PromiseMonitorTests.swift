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

        /// A monitor that sees the log as it is, but for what is given instead.
        func monitor(
            head: (@Sendable () -> String)? = nil,
            tile: (@Sendable (Tile) throws -> [UInt8])? = nil,
            promiseKeys: (@Sendable (UInt64) throws -> [String])? = nil,
            key: VerifierKey? = nil
        ) throws -> PromiseMonitor {
            let log = try office.custodian.publishedLog()
            let desk = office.desk
            return PromiseMonitor(
                host: office.host,
                log: PublishedLog(
                    key: key ?? log.key,
                    head: head ?? log.head,
                    tile: tile ?? log.tile,
                    promiseKeys: promiseKeys ?? log.promiseKeys
                ),
                clock: { desk.time.withLock { $0 } }
            )
        }

        var open: Int { get async throws { try await office.host.openPromises(limit: 100).count } }
    }

    private struct Unreadable: Error {}

    @Test func whatWasPromisedIsThere() async throws {
        let scene = try await Scene()
        for number in UInt64(1)...3 { try await scene.file(number) }
        try await scene.office.custodian.integrateLog()
        let monitor = try scene.monitor()
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
        let monitor = try scene.monitor()
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
        try await scene.office.host.settle(held, under: "")
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
        let log = try scene.office.custodian.publishedLog()
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
        let log = try scene.office.custodian.publishedLog()
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
        let log = try scene.office.custodian.publishedLog()
        let stranger = try NoteSigner(name: log.key.name, kind: .ed25519, seed: [UInt8](repeating: 7, count: 32))
        for monitor in [
            try scene.monitor(key: stranger.verifier),
            try scene.monitor(head: { log.head().replacing("\n\n", with: "\nx\n\n") }),
            try scene.monitor(head: { "nothing" }),
        ] {
            let found = try await monitor.look()
            #expect(found.fault == .unsigned && !found.isWhole)
        }
        let hidden = try await scene.monitor(tile: { _ in throw Unreadable() }).look()
        #expect(hidden.fault == .unreadable)
        // Of none of these was anything believed.
        #expect(try await scene.open == 1)
        #expect(try await scene.office.host.watchedLog().head.isEmpty)
        try await scene.office.close()
    }
}
