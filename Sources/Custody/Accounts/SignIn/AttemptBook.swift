import DurableSQL
import Foundation
import GRDB
import HealthRecord
import Sealing
import Synchronization

/// Failed attempts by blind tag, of people with a record and without: both are slowed alike, neither is ever locked for good.
///
/// A try is counted, and its count is on disk, before it is judged: many at once get no more tries than one after the other,
/// and a restart gives nobody a fresh start.
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

    private struct Entry: Sendable {
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
        let rows = try ledger.database.read { database in
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

    /// Takes a try that is counted under several tags, or tells how long it has to wait: looked up and counted in one step.
    ///
    /// It stays counted until it is given back, or forgotten with the others of somebody who has got in.
    ///
    /// - Returns: seconds to wait, nothing being counted; nil when the try may be made.
    func take(_ tags: [BlindTag], now: Instant) async throws(CustodyError) -> Int? {
        let (wait, counted) = entries.withLock { entries -> (Int?, [BlindTag: Entry]) in
            let openings = tags.compactMap { entries[$0]?.openAt }
            if let last = openings.max(), now < last { return (Int(last.seconds(since: now)) + 1, [:]) }
            var counted: [BlindTag: Entry] = [:]
            for tag in tags { counted[tag] = Self.count(tag, &entries, now) }
            return (nil, counted)
        }
        if let wait { return wait }
        try await keep(counted)
        return nil
    }

    /// Seconds to wait; nil when a try may be made.
    ///
    /// It tells only: whoever makes one goes by `take`.
    func wait(_ tag: BlindTag, now: Instant) -> Int? {
        entries.withLock { entries in
            guard let entry = entries[tag], now < entry.openAt else { return nil }
            return Int(entry.openAt.seconds(since: now)) + 1
        }
    }

    /// Counts a failure that no try was taken for.
    func fail(_ tag: BlindTag, now: Instant) async throws(CustodyError) {
        let counted = entries.withLock { entries in Self.count(tag, &entries, now) }
        try await keep([tag: counted])
    }

    /// Gives a try back that was right in everything.
    func giveBack(_ tag: BlindTag, now: Instant) async throws(CustodyError) {
        let left = entries.withLock { entries -> Entry? in
            guard var entry = entries[tag], entry.failures > 0 else { return nil }
            entry.failures -= 1
            entry.openAt = min(entry.openAt, now)
            entries[tag] = entry
            return entry
        }
        if let left { try await keep([tag: left]) }
    }

    private static func count(_ tag: BlindTag, _ entries: inout [BlindTag: Entry], _ now: Instant) -> Entry {
        if entries.count >= capacity {
            entries = entries.filter { $0.value.last.advanced(bySeconds: longestWait) > now }
        }
        var entry = entries[tag] ?? Entry(openAt: now, last: now)
        if entry.last.advanced(bySeconds: memory) < now { entry.failures = 0 }
        entry.failures += 1
        entry.last = now
        if entry.failures >= free {
            let doublings = min(entry.failures - free, 10)
            entry.openAt = now.advanced(bySeconds: min(firstWait << Int64(doublings), longestWait))
        }
        entries[tag] = entry
        return entry
    }

    private func keep(_ counted: [BlindTag: Entry]) async throws(CustodyError) {
        let kind = kind
        _ = try await ledger.commit { transaction in
            for (tag, counted) in counted {
                // Another may have been counted and written first: the later one stands.
                try transaction.database.execute(
                    sql: """
                        INSERT INTO attempt (kind, tag, failures, open_at, last) VALUES (?, ?, ?, ?, ?)
                        ON CONFLICT (kind, tag) DO UPDATE SET failures = excluded.failures,
                            open_at = excluded.open_at, last = excluded.last
                        WHERE excluded.last >= last
                        """,
                    arguments: [
                        kind.rawValue, Data(tag.bytes), counted.failures, counted.openAt.milliseconds,
                        counted.last.milliseconds,
                    ]
                )
            }
        }
    }

    /// Forgets the failures of somebody who has got in.
    func succeed(_ tag: BlindTag) async throws(CustodyError) { try await succeed([tag]) }

    /// Forgets them under several tags.
    func succeed(_ tags: [BlindTag]) async throws(CustodyError) {
        let known = entries.withLock { entries in tags.filter { entries.removeValue(forKey: $0) != nil } }
        guard !known.isEmpty else { return }
        let kind = kind
        _ = try await ledger.commit { transaction in
            for tag in known {
                try transaction.database.execute(
                    sql: "DELETE FROM attempt WHERE kind = ? AND tag = ?",
                    arguments: [kind.rawValue, Data(tag.bytes)]
                )
            }
        }
    }
}
