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

        init(_ entry: DocumentEntry) { (id, version, status) = (entry.id, entry.metadataVersion, entry.status) }
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

    /// What is kept of each object, in their order: nil for what must be written, and for what is no entry.
    func kept(of objects: [RegistryObject], now: Instant) -> [[UInt8]?] {
        let keys = objects.map { (object) -> Key? in if case .entry(let entry) = object { Key(entry) } else { nil } }
        return state.withLock { state in
            keys.map { key in
                guard let key, let found = state.entries[key], state.isFresh(found.since, now) else { return nil }
                return found.bytes
            }
        }
    }

    /// Writes an entry as `ExtrinsicObject` and keeps it; the prefix `rim` must be declared around it.
    func write(_ entry: DocumentEntry, repository: OID, now: Instant) -> [UInt8] {
        let key = Key(entry)
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
