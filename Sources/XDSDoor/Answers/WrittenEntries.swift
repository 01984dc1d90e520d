import HealthRecord
import NIOCore
import SafeXML
import Synchronization
import XDSWire

/// Entries as they were written in the last minute: a list is asked for again and again, and its entries seldom change.
///
/// An entry of a version and status is always written the same, whoever reads it; whether it is shown at all is decided each time.
/// What is written together lies on one sheet in its order, so that an answer takes long stretches of it without a copy.
final class WrittenEntries: Sendable {
    /// How long metadata may stay in memory, in seconds.
    static let lifetimeSeconds: Int64 = 60
    /// Most bytes kept.
    static let capacity = 32 << 20

    /// Entries written one behind the other.
    fileprivate final class Sheet: Sendable {
        let bytes: ByteBuffer

        init(_ bytes: [UInt8]) { self.bytes = ByteBuffer(bytes: bytes) }
    }

    /// A part of a sheet.
    struct Stretch: Sendable {
        private let sheet: Sheet
        private(set) var range: Range<Int>

        fileprivate init(_ sheet: Sheet, _ range: Range<Int>) { (self.sheet, self.range) = (sheet, range) }

        /// Its bytes, which stay where they are.
        var bytes: ByteBuffer { sheet.bytes.getSlice(at: range.lowerBound, length: range.count) ?? ByteBuffer() }

        /// Takes in what follows on the same sheet; false where something else follows.
        mutating func take(_ next: Stretch) -> Bool {
            guard next.sheet === sheet, next.range.lowerBound == range.upperBound else { return false }
            range = range.lowerBound..<next.range.upperBound
            return true
        }
    }

    private struct Key: Hashable {
        let id: UniqueID
        let version: UInt32
        /// A replacement changes it under the same version.
        let status: AvailabilityStatus

        init(_ entry: DocumentEntry) { (id, version, status) = (entry.id, entry.metadataVersion, entry.status) }
    }

    private struct State {
        var entries: [Key: (stretch: Stretch, since: Instant)] = [:]
        var size = 0

        mutating func sweep(_ now: Instant) {
            entries = entries.filter { isFresh($0.value.since, now) }
            size = entries.values.reduce(0) { $0 + $1.stretch.range.count }
        }

        func isFresh(_ since: Instant, _ now: Instant) -> Bool {
            now < since.advanced(bySeconds: WrittenEntries.lifetimeSeconds)
        }
    }

    private let state = Mutex(State())

    /// Each entry as `ExtrinsicObject`, in their order; they must stand in an object list.
    func stretches(of entries: some Collection<DocumentEntry>, repository: OID, now: Instant) -> [Stretch] {
        let keys = entries.map { Key($0) }
        let kept: [Stretch?] = state.withLock { state in
            keys.map { key in
                state.entries[key].flatMap { state.isFresh($0.since, now) ? $0.stretch : nil }
            }
        }
        let missing = kept.indices.filter { kept[$0] == nil }
        guard !missing.isEmpty else { return kept.compactMap { $0 } }
        let entries = Array(entries)
        var stretches = kept
        for (place, stretch) in zip(missing, Self.write(missing.map { entries[$0] }, repository)) {
            stretches[place] = stretch
        }
        let written = missing.compactMap { place in stretches[place].map { (keys[place], $0) } }
        state.withLock { state in
            let size = written.reduce(0) { $0 + $1.1.range.count }
            if state.size + size > Self.capacity { state.sweep(now) }
            guard state.size + size <= Self.capacity else { return }
            for (key, stretch) in written {
                let old = state.entries.updateValue((stretch, now), forKey: key)
                state.size += stretch.range.count - (old?.stretch.range.count ?? 0)
            }
        }
        return stretches.compactMap { $0 }
    }

    private static func write(_ entries: [DocumentEntry], _ repository: OID) -> [Stretch] {
        var writer = XMLWriter(capacity: 10_240 * entries.count)
        var ranges: [Range<Int>] = []
        for entry in entries {
            let start = writer.bytes.count
            SubmittedEntry(entry, repository: repository).write(into: &writer)
            ranges.append(start..<writer.bytes.count)
        }
        let sheet = Sheet(writer.finish())
        return ranges.map { Stretch(sheet, $0) }
    }

    /// Forgets what has had its minute.
    func sweep(now: Instant) { state.withLock { $0.sweep(now) } }

    /// How many entries are kept.
    var count: Int { state.withLock { $0.entries.count } }
}
