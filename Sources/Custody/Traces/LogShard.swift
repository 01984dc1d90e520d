import GRDB
import HealthRecord

/// The log of one year: the entries after `first`, up to where the next year's begins (security design § 3.3).
///
/// Everywhere else an event has its number in the whole log; promises, proofs and tiles speak of its place in the shard.
struct LogShard: Sendable, Hashable {
    /// The year in whose course it began, UTC; that of its name for a log of before there were shards, and 0 where its name has
    /// none.
    let year: Int
    /// Its name.
    let origin: String
    /// How many entries there were before it began.
    let first: UInt64

    /// Its folder, below that of the log: the oldest has the log's own, where that of before there were shards lies.
    func folder(in log: String) -> String { first == 0 ? log : "\(log)/\(year)" }

    /// Where the notes lie that name its promise keys.
    func promiseKeys(in log: String) -> PromiseKeys { PromiseKeys(directory: folder(in: log) + "/promise-keys") }
}

extension LogShard {
    private init(_ row: Row) throws {
        self.init(year: row["year"], origin: row["origin"], first: try UInt64(exactly: row["first"] as Int64).orFault)
    }

    /// All of them, the oldest first.
    static func all(in database: Database) throws -> [LogShard] {
        try Row.fetchAll(database, sql: "SELECT year, origin, first FROM log_shard ORDER BY year")
            .map { try LogShard($0) }
    }

    /// The shard of an event that is appended now; the first event of a year begins the year's.
    ///
    /// A clock that was put back begins none: what comes then goes to the newest, so that places never go back.
    static func ofNow(_ now: Instant, name: LogName, in database: Database) throws -> LogShard {
        let newest = try Row.fetchOne(
            try database.cachedStatement(
                sql: "SELECT year, origin, first FROM log_shard ORDER BY year DESC LIMIT 1"
            )
        ).map { try LogShard($0) }
        if let newest, name.year == nil || now.year <= newest.year { return newest }
        let committed = try Int64.fetchOne(database, sql: "SELECT COALESCE(MAX(log_index), 0) FROM log_entry") ?? 0
        let shard = LogShard(
            year: name.year == nil ? 0 : now.year,
            origin: name.origin(of: now.year),
            first: try UInt64(exactly: committed).orFault
        )
        try shard.keep(in: database)
        return shard
    }

    /// Makes the log of before there were shards the first of them, under the name that it was signed by.
    static func keepThatOfBefore(under origin: String, in database: Database) throws {
        let isNew = try Bool.fetchOne(database, sql: "SELECT NOT EXISTS (SELECT 1 FROM log_shard)") ?? false
        guard isNew else { return }
        let signed = try String.fetchOne(database, sql: "SELECT origin FROM log_checkpoint")
        let isBegun = try Bool.fetchOne(database, sql: "SELECT EXISTS (SELECT 1 FROM log_entry)") ?? false
        // Where nothing was signed yet, promises bear the name of the settings.
        guard let kept = signed ?? (isBegun ? origin : nil) else { return }
        try LogShard(year: LogName(kept).year ?? 0, origin: kept, first: 0).keep(in: database)
    }

    private func keep(in database: Database) throws {
        try database.execute(
            sql: "INSERT INTO log_shard (year, origin, first) VALUES (?, ?, ?)",
            arguments: [year, origin, Int64(first)]
        )
    }
}
