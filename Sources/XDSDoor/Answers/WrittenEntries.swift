import HealthRecord
import SafeXML
import Synchronization
import XDSWire

/// Entries as they were written in the last minute: a list is asked for again and again, and its entries seldom change.
///
/// An entry of a version and status is always written the same, whoever reads it; whether it is shown at all is decided each time.
final class WrittenEntries: Sendable {
    /// How long metadata may stay in memory, in seconds.
    static let lifetimeSeconds: Int64 = 60
    /// Most bytes kept.
    static let capacity = 32 << 20

    private struct Key: Hashable {
        let id: UniqueID
        let version: UInt32
        /// A replacement changes it under the same version.
        let status: AvailabilityStatus
    }

    private struct State {
        var entries: [Key: (bytes: [UInt8], since: Instant)] = [:]
        var size = 0

        mutating func sweep(_ now: Instant) {
            entries = entries.filter { isFresh($0.value.since, now) }
            size = entries.values.reduce(0) { $0 + $1.bytes.count }
        }

        func isFresh(_ since: Instant, _ now: Instant) -> Bool {
            now < since.advanced(bySeconds: WrittenEntries.lifetimeSeconds)
        }
    }

    private let state = Mutex(State())

    /// The `ExtrinsicObject` of each entry, in their order; the prefix `rim` must be declared around them.
    func bytes(of entries: [DocumentEntry], repository: OID, now: Instant) -> [[UInt8]] {
        let keys = entries.map { Key(id: $0.id, version: $0.metadataVersion, status: $0.status) }
        let kept = state.withLock { state in
            keys.map { key in state.entries[key].flatMap { state.isFresh($0.since, now) ? $0.bytes : nil } }
        }
        return zip(zip(entries, keys), kept).map { new, kept in
            kept ?? write(new.0, as: new.1, repository: repository, now: now)
        }
    }

    private func write(_ entry: DocumentEntry, as key: Key, repository: OID, now: Instant) -> [UInt8] {
        var writer = XMLWriter(capacity: 10_240)
        SubmittedEntry(entry, repository: repository).write(into: &writer)
        let bytes = writer.finish()
        state.withLock { state in
            if state.size + bytes.count > Self.capacity { state.sweep(now) }
            guard state.size + bytes.count <= Self.capacity else { return }
            if let old = state.entries.updateValue((bytes, now), forKey: key) { state.size -= old.bytes.count }
            state.size += bytes.count
        }
        return bytes
    }

    /// Forgets what has had its minute.
    func sweep(now: Instant) { state.withLock { $0.sweep(now) } }

    /// How many entries are kept.
    var count: Int { state.withLock { $0.entries.count } }
}
