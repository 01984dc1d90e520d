import HealthRecord
import Sealing
import Synchronization

/// Snapshots of the last minute, so that a reader who leafs through a record does not open it row by row each time.
///
/// What may be seen is decided anew for each reader; only the opening is spared. Nothing is kept longer than keys may be.
final class SnapshotCache: Sendable {
    /// How long opened metadata may stay in memory, in seconds.
    static let lifetimeSeconds: Int64 = 60
    /// The most records at one time.
    static let capacity = 128

    /// For whom the custodian opened rows that the reader's own keys do not.
    struct Reader: Hashable {
        let actor: Actor
        let mode: AccessMode
        let isSecretConnection: Bool
        /// The record that is read: rows of a duplicate are judged by the one that it was joined to.
        let record: RecordID
        let policyVersion: UInt64
    }

    /// The most readers remembered for one record.
    static let readersPerRecord = 16

    private struct Kept {
        let snapshot: RecordSnapshot
        let since: Instant
        var opened: [Reader: [(ordinal: Int, entry: DocumentEntry)]] = [:]

        func isFresh(_ now: Instant) -> Bool { now < since.advanced(bySeconds: SnapshotCache.lifetimeSeconds) }
    }

    private let kept = Mutex<[RecordID: Kept]>([:])

    func snapshot(of record: RecordID, root: [UInt8], now: Instant) -> RecordSnapshot? {
        kept.withLock { kept in
            guard let found = kept[record], found.snapshot.root == root, found.isFresh(now) else { return nil }
            return found.snapshot
        }
    }

    func keep(_ snapshot: RecordSnapshot, now: Instant) {
        kept.withLock { kept in
            if kept.count >= Self.capacity {
                kept = kept.filter { $0.value.isFresh(now) }
                if kept.count >= Self.capacity, let any = kept.keys.first { kept[any] = nil }
            }
            let old = kept[snapshot.record].flatMap { found in
                found.snapshot.root == snapshot.root && found.isFresh(now) ? found : nil
            }
            kept[snapshot.record] = Kept(snapshot: snapshot, since: old?.since ?? now, opened: old?.opened ?? [:])
        }
    }

    /// What the custodian opened for a reader within the minute.
    func opened(
        for reader: Reader,
        at snapshot: RecordSnapshot,
        now: Instant
    ) -> [(ordinal: Int, entry: DocumentEntry)]? {
        kept.withLock { kept in
            guard let found = kept[snapshot.record], found.snapshot.root == snapshot.root, found.isFresh(now) else {
                return nil
            }
            return found.opened[reader]
        }
    }

    /// Remembers what the custodian opened for a reader.
    func keep(_ opened: [(ordinal: Int, entry: DocumentEntry)], for reader: Reader, at snapshot: RecordSnapshot) {
        kept.withLock { kept in
            guard var found = kept[snapshot.record], found.snapshot.root == snapshot.root else { return }
            if found.opened.count >= Self.readersPerRecord { found.opened = [:] }
            found.opened[reader] = opened
            kept[snapshot.record] = found
        }
    }

    /// Forgets a record that is no more.
    func forget(_ record: RecordID) { kept.withLock { $0[record] = nil } }

    /// Forgets what has had its minute; called by the clock-driven upkeep.
    func sweep(now: Instant) {
        kept.withLock { $0 = $0.filter { $0.value.isFresh(now) } }
    }
}
