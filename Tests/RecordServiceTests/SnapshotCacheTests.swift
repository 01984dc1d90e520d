import Custody
import Foundation
import HealthRecord
import HostStore
import Sealing
import Testing

@testable import RecordService

@Suite struct SnapshotCacheTests {
    private let cache = SnapshotCache()
    private let start = Instant(milliseconds: 1_775_031_300_000)

    private func snapshot() throws -> RecordSnapshot {
        let record = try #require(RecordID(bytes: Array(repeating: 7, count: 16)))
        let empty = Data(#"{"rows":[],"leaves":[],"sets":[]}"#.utf8)
        let nothing = try JSONDecoder().decode(RecordContents.self, from: empty)
        let state = StateMark(count: 0, root: StatePaths(leafHashes: []).root)
        return try #require(RecordSnapshot(nothing, record: record, state: state))
    }

    private func isKept(_ snapshot: RecordSnapshot, after seconds: Int64) -> Bool {
        cache.snapshot(of: snapshot.record, root: snapshot.root, now: start.advanced(bySeconds: seconds)) != nil
    }

    @Test func whatWasReadIsKeptForAMinute() throws {
        let snapshot = try snapshot()
        cache.keep(snapshot, now: start)
        #expect(isKept(snapshot, after: SnapshotCache.lifetimeSeconds - 1))
        #expect(!isKept(snapshot, after: SnapshotCache.lifetimeSeconds))
    }

    @Test func whatIsReadAgainAfterItsMinuteIsKeptForAnother() throws {
        let snapshot = try snapshot()
        cache.keep(snapshot, now: start)
        cache.keep(snapshot, now: start.advanced(bySeconds: SnapshotCache.lifetimeSeconds))
        #expect(isKept(snapshot, after: 2 * SnapshotCache.lifetimeSeconds - 1))
    }

    /// The keys of a minute open what a snapshot holds, so it must not outlive them by being asked for often.
    @Test func whatIsKeptAgainWithinItsMinuteDoesNotLiveLonger() throws {
        let snapshot = try snapshot()
        cache.keep(snapshot, now: start)
        cache.keep(snapshot, now: start.advanced(bySeconds: SnapshotCache.lifetimeSeconds - 1))
        #expect(!isKept(snapshot, after: SnapshotCache.lifetimeSeconds))
    }
}
