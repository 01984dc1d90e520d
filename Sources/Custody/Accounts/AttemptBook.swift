import DurableSQL
import Foundation
import GRDB
import HealthRecord
import Sealing
import Synchronization

/// Failed attempts by blind tag, of people with a record and without: both are slowed alike, neither is ever locked for good.
///
/// What is counted is on disk before the attempt is judged: a restart gives nobody a fresh start.
final class AttemptBook: Sendable {
    /// What is tried.
    enum Kind: String, Sendable {
        /// Chosen secrets and posted codes.
        case secret
        /// One-time codes sent.
        case code
    }

    /// Failures before the first wait.
    static let free = 5
    /// The first wait, in seconds; each further failure doubles it.
    static let firstWait: Int64 = 30
    /// The longest wait, in seconds.
    static let longestWait: Int64 = 3600
    /// Failures older than this count no more, in seconds.
    static let memory: Int64 = 24 * 3600
    /// The most tags remembered.
    static let capacity = 200_000

    private struct Entry {
        var failures = 0
        var openAt: Instant
        var last: Instant
    }

    private let kind: Kind
    private let ledger: CustodyLedger
    private let entries: Mutex<[BlindTag: Entry]>

    /// Takes up what the table remembers.
    init(_ kind: Kind, ledger: CustodyLedger) throws {
        self.kind = kind
        self.ledger = ledger
        var known: [BlindTag: Entry] = [:]
        let rows = try ledger.database.readNow { database in
            try Row.fetchAll(database, sql: "SELECT * FROM attempt WHERE kind = ?", arguments: [kind.rawValue]).map {
                (
                    tag: [UInt8]($0["tag"] as Data), failures: $0["failures"] as Int, openAt: $0["open_at"] as Int64,
                    last: $0["last"] as Int64
                )
            }
        }
        for row in rows {
            guard let tag = BlindTag(bytes: row.tag) else { continue }
            known[tag] = Entry(
                failures: row.failures,
                openAt: Instant(milliseconds: row.openAt),
                last: Instant(milliseconds: row.last)
            )
        }
        entries = Mutex(known)
    }

    /// Seconds to wait; nil when an attempt may be made.
    func wait(_ tag: BlindTag, now: Instant) -> Int? {
        entries.withLock { entries in
            guard let entry = entries[tag], now < entry.openAt else { return nil }
            return Int(entry.openAt.seconds(since: now)) + 1
        }
    }

    /// Counts a failure; in memory at once, so that many together gain nothing, and on disk when this returns.
    func fail(_ tag: BlindTag, now: Instant) async throws(CustodyError) {
        let counted = entries.withLock { entries in
            if entries.count >= Self.capacity {
                entries = entries.filter { $0.value.last.advanced(bySeconds: Self.longestWait) > now }
            }
            var entry = entries[tag] ?? Entry(openAt: now, last: now)
            if entry.last.advanced(bySeconds: Self.memory) < now { entry.failures = 0 }
            entry.failures += 1
            entry.last = now
            if entry.failures >= Self.free {
                let doublings = min(entry.failures - Self.free, 10)
                entry.openAt = now.advanced(bySeconds: min(Self.firstWait << Int64(doublings), Self.longestWait))
            }
            entries[tag] = entry
            return entry
        }
        let kind = kind
        _ = try await ledger.commit { transaction in
            // Another failure may have been counted and written first: the larger count stands.
            try transaction.database.execute(
                sql: """
                    INSERT INTO attempt (kind, tag, failures, open_at, last) VALUES (?, ?, ?, ?, ?)
                    ON CONFLICT (kind, tag) DO UPDATE SET failures = excluded.failures,
                        open_at = MAX(open_at, excluded.open_at), last = excluded.last
                    WHERE excluded.last >= last
                    """,
                arguments: [
                    kind.rawValue, Data(tag.bytes), counted.failures, counted.openAt.milliseconds,
                    counted.last.milliseconds,
                ]
            )
        }
    }

    /// Forgets the failures of somebody who has got in.
    func succeed(_ tag: BlindTag) async throws(CustodyError) {
        guard entries.withLock({ $0.removeValue(forKey: tag) }) != nil else { return }
        let kind = kind
        _ = try await ledger.commit { transaction in
            try transaction.database.execute(
                sql: "DELETE FROM attempt WHERE kind = ? AND tag = ?",
                arguments: [kind.rawValue, Data(tag.bytes)]
            )
        }
    }
}
