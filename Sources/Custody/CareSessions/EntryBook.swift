import Crypto
import Foundation
import HealthRecord
import Synchronization

/// The entries that nobody has used yet, under digests of their secrets; in memory: a restart ends them all.
final class EntryBook: Sendable {
    /// The most entries at one time.
    static let capacity = 50_000
    /// Waiting for one professional in one structure, whose software asks for no other's; the oldest makes room.
    static let perActor = 10

    private let entries = Mutex<[[UInt8]: OneTimeEntry]>([:])

    func keep(_ entry: OneTimeEntry, under token: String, now: Instant) -> Bool {
        entries.withLock { entries in
            entries = entries.filter { now < $0.value.until }
            let own = entries.filter { $0.value.isOfSame(entry) }
            if own.count >= Self.perActor, let oldest = own.min(by: { $0.value.until < $1.value.until }) {
                entries[oldest.key] = nil
            }
            guard entries.count < Self.capacity else { return false }
            entries[Self.key(token)] = entry
            return true
        }
    }

    /// The entry of a secret, once.
    func take(_ token: String, now: Instant) -> OneTimeEntry? {
        entries.withLock { entries in
            guard let entry = entries.removeValue(forKey: Self.key(token)), now < entry.until else { return nil }
            return entry
        }
    }

    func forget(now: Instant) { entries.withLock { $0 = $0.filter { now < $0.value.until } } }

    private static func key(_ token: String) -> [UInt8] { Array(SHA256.hash(data: Data(token.utf8))) }
}

extension OneTimeEntry {
    /// Whether another was given to the same person in the same structure.
    fileprivate func isOfSame(_ other: OneTimeEntry) -> Bool {
        actor.subject == other.actor.subject && actor.structure.id == other.actor.structure.id
    }
}
