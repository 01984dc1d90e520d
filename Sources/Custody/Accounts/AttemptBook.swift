import HealthRecord
import Sealing
import Synchronization

/// Failed attempts by blind tag, of people with a record and without: both are slowed alike, neither is ever locked for good.
final class AttemptBook: Sendable {
    /// Failures before the first wait.
    static let free = 5
    /// The first wait, in seconds; each further failure doubles it.
    static let firstWait: Int64 = 30
    /// The longest wait, in seconds.
    static let longestWait: Int64 = 3600
    /// The most tags remembered.
    static let capacity = 200_000

    private struct Entry {
        var failures = 0
        var openAt: Instant
        var last: Instant
    }

    private let entries = Mutex<[BlindTag: Entry]>([:])

    /// Seconds to wait; nil when an attempt may be made.
    func wait(_ tag: BlindTag, now: Instant) -> Int? {
        entries.withLock { entries in
            guard let entry = entries[tag], now < entry.openAt else { return nil }
            return Int(entry.openAt.seconds(since: now)) + 1
        }
    }

    func fail(_ tag: BlindTag, now: Instant) {
        entries.withLock { entries in
            if entries.count >= Self.capacity {
                entries = entries.filter { $0.value.last.advanced(bySeconds: Self.longestWait) > now }
            }
            var entry = entries[tag] ?? Entry(openAt: now, last: now)
            if entry.last.advanced(bySeconds: 24 * 3600) < now { entry.failures = 0 }
            entry.failures += 1
            entry.last = now
            if entry.failures >= Self.free {
                let doublings = min(entry.failures - Self.free, 10)
                entry.openAt = now.advanced(bySeconds: min(Self.firstWait << Int64(doublings), Self.longestWait))
            }
            entries[tag] = entry
        }
    }

    func succeed(_ tag: BlindTag) { entries.withLock { _ = $0.removeValue(forKey: tag) } }
}
