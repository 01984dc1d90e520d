import DurableSQL
import GRDB

extension HostStore {
    /// The longest head of a log that is kept: a signed note of some lines.
    static let headLimit = 65_536

    /// Promises that nobody has held the log to, the oldest first.
    public func openPromises(limit: Int) async throws(HostStoreError) -> [OpenPromise] {
        try await readOne { db in
            try db.rows(
                "SELECT place, promise FROM promises WHERE fault IS NULL ORDER BY place LIMIT ?",
                [.number(limit)]
            ).map { OpenPromise(place: try $0.number(0), bytes: try $0.blob(1)) }
        }
    }

    /// What is known of the log.
    public func watchedLog() async throws(HostStoreError) -> WatchedLog {
        try await read { db in
            let broken = try db.row("SELECT count(*) FROM promises WHERE fault IS NOT NULL")?.number(0) ?? 0
            let kept = try db.row("SELECT kept FROM watched_log WHERE id = 1")?.number(0) ?? 0
            let heads = try db.rows("SELECT origin, head FROM watched_heads")
                .map { (try $0.text(0), try $0.text(1)) }
            return WatchedLog(heads: Dictionary(heads) { first, _ in first }, kept: kept, broken: broken)
        }
    }

    /// Notes what became of promises: what was kept goes, what was broken stays with its fault.
    ///
    /// - Parameter heads: the heads under which they were looked at, by the names of their shards; only those that are new.
    public func settle(_ held: HeldPromises, under heads: [String: String]) async throws(HostStoreError) {
        guard heads.allSatisfy({ $0.key.utf8.count <= 255 && $0.value.utf8.count <= Self.headLimit }) else {
            throw .invalid(.activation)
        }
        try await database.write { db in
            var kept = 0
            for place in held.kept {
                try db.run("DELETE FROM promises WHERE place = ? AND fault IS NULL", [.number(place)])
                kept += db.changesCount
            }
            for (place, fault) in held.broken {
                try db.run("UPDATE promises SET fault = ? WHERE place = ?", [.text(fault), .number(place)])
            }
            for (origin, head) in heads {
                try db.run(
                    """
                    INSERT INTO watched_heads (origin, head) VALUES (?, ?)
                    ON CONFLICT (origin) DO UPDATE SET head = excluded.head
                    """,
                    [.text(origin), .text(head)]
                )
            }
            try db.run(
                """
                INSERT INTO watched_log (id, kept) VALUES (1, ?)
                ON CONFLICT (id) DO UPDATE SET kept = kept + excluded.kept
                """,
                [.number(kept)]
            )
        }
    }
}
