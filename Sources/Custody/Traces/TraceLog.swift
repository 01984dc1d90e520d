import DurableSQL
import Foundation
import GRDB
import HealthRecord
import Sealing
import Synchronization
import TraceTree

/// The public side of the log: a shard for each year, made from committed commitments, each finished before the next
/// (security design § 3.3, § 3.5).
final class TraceLog: Sendable {
    private let directory: String
    private let name: LogName
    private let store: any CustodyKeyStore
    private let database: DurableDatabase<CustodyError>
    private let clock: @Sendable () -> Instant
    private let opened: Mutex<[ShardLog]>
    private let turns = Mutex<Task<UInt64, any Error>?>(nil)

    /// How many entries one checkpoint more covers at most.
    private static let stride = 65_536

    /// Opens the folders of all shards; refuses a database that is behind what was signed, and a log that has another name.
    init(
        directory: String,
        name: LogName,
        store: any CustodyKeyStore,
        database: DurableDatabase<CustodyError>,
        clock: @escaping @Sendable () -> Instant
    ) throws {
        self.directory = directory
        self.name = name
        self.store = store
        self.database = database
        self.clock = clock
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        let (shards, signed, committed) = try database.read { database in
            (
                try LogShard.all(in: database),
                try Row.fetchAll(database, sql: "SELECT origin, size, root, note FROM log_checkpoint"),
                try UInt64(
                    exactly: try Int64.fetchOne(database, sql: "SELECT COALESCE(MAX(log_index), 0) FROM log_entry") ?? 0
                ).orFault
            )
        }
        var checkpoints: [String: ShardLog.Signed] = [:]
        for row in signed {
            checkpoints[row["origin"]] = ShardLog.Signed(
                size: try UInt64(exactly: row["size"] as Int64).orFault,
                root: [UInt8](row["root"] as Data),
                note: row["note"]
            )
        }
        // A log keeps its name but for the year: signed anew under another it would contradict every head and promise of before.
        guard shards.allSatisfy({ LogName($0.origin).isSameLog(as: name) }) else { throw LogFault.otherName }
        guard Set(checkpoints.keys).isSubset(of: shards.map(\.origin)) else { throw LogFault.rollback }
        try Self.refusePublished(in: directory, but: Set(shards.map { $0.folder(in: directory) }))
        var opened: [ShardLog] = []
        for (place, shard) in shards.enumerated() {
            let next = place + 1 < shards.count ? shards[place + 1] : nil
            let end = next?.first ?? committed
            guard shard.first <= end, end <= committed else { throw LogFault.rollback }
            let log = try ShardLog(
                shard,
                in: directory,
                store: store,
                committed: end - shard.first,
                signed: checkpoints[shard.origin]
            )
            // A year's shard is signed once the one before it is whole.
            guard log.size == 0 || opened.last.map({ $0.shard.first + $0.size == shard.first }) ?? true else {
                throw LogFault.rollback
            }
            opened.append(log)
        }
        self.opened = Mutex(opened)
    }

    /// Refuses a checkpoint that was published for a shard of which the database knows nothing: an old one was put back.
    private static func refusePublished(in directory: String, but known: Set<String>) throws {
        let years = try FileManager.default.contentsOfDirectory(atPath: directory).filter { Int($0) != nil }
        for folder in [directory] + years.map({ directory + "/" + $0 }) where !known.contains(folder) {
            guard !FileManager.default.fileExists(atPath: folder + "/checkpoint") else { throw LogFault.rollback }
        }
    }

    /// All shards that have begun, the oldest first.
    func shards() throws -> [ShardLog] { try open(try database.read { try LogShard.all(in: $0) }) }

    /// The same for rows that were read; a shard that began since the last look holds nothing yet.
    private func open(_ rows: [LogShard]) throws -> [ShardLog] {
        try opened.withLock { opened in
            for row in rows.dropFirst(opened.count) {
                opened.append(try ShardLog(row, in: directory, store: store, committed: 0, signed: nil))
            }
            return opened
        }
    }

    private var known: [ShardLog] { opened.withLock { $0 } }

    /// The newest shard that has a checkpoint; the newest of all before the first; nil before the first event.
    private var newest: ShardLog? {
        let known = known
        return known.last { $0.size > 0 } ?? known.last
    }

    /// How many entries are covered by checkpoints, over all shards.
    var size: UInt64 { known.last { $0.size > 0 }.map { $0.shard.first + $0.size } ?? 0 }

    /// The current checkpoint as a signed note, and the key of its shard as verifiers are given it; empty before the first,
    /// with the key of the shard that an event would begin now.
    var current: (note: String, verifierKey: String) {
        get throws {
            guard let newest else {
                return ("", try LogSigner.key(of: name.origin(of: clock().year), store: store).text)
            }
            return (newest.checkpoint, try newest.verifierKey)
        }
    }

    /// The delegations of promise keys in force since a moment, in seconds since 1970, of all shards, the oldest first.
    func promiseDelegations(since: UInt64) throws -> [String] {
        Array(try shards().flatMap { try $0.promiseDelegations(since: since) }.prefix(PromiseKeys.limit))
    }

    /// Brings tiles and checkpoints up to what is committed; returns how many entries are covered.
    ///
    /// One at a time in this process: two would write the same files.
    @discardableResult
    func integrate() async throws -> UInt64 {
        let turn = turns.withLock { last in
            let turn = Task { [last] in
                _ = await last?.result
                return try await integrateAlone()
            }
            last = turn
            return turn
        }
        return try await turn.value
    }

    private func integrateAlone() async throws -> UInt64 {
        while true {
            let covered = size
            // Of one snapshot: an entry that came after a shard's row is never taken for one of the shard before.
            let found = try await database.readLong { database in
                let shards = try LogShard.all(in: database)
                let place = shards.lastIndex { $0.first <= covered } ?? 0
                let next = shards.dropFirst(place + 1).first
                let entries = try Data.fetchAll(
                    database,
                    sql: """
                        SELECT commitment FROM log_entry WHERE log_index > ? AND log_index <= ?
                        ORDER BY log_index LIMIT \(Self.stride)
                        """,
                    arguments: [Int64(covered), next.map { Int64($0.first) } ?? .max]
                )
                return (shards: shards, place: place, entries: entries, isLast: next == nil)
            }
            guard !found.entries.isEmpty, !found.shards.isEmpty else { return covered }
            try await open(found.shards)[found.place].grow(
                by: try found.entries.map { try TraceCommitment(bytes: [UInt8]($0)).orFault },
                in: database
            )
            if found.isLast || found.entries.count == Self.stride { return size }
        }
    }

    /// Proofs under the checkpoints of this moment.
    var proofs: LogProofs { LogProofs(makers: known.map(\.proofs)) }
}

/// Makes proofs of events of all shards, each under the checkpoint of its own.
struct LogProofs {
    /// One for each shard, the oldest first.
    let makers: [ProofMaker]

    /// The proof of an event by its number in the whole log, and the shard that it is in.
    func proof(of index: UInt64) throws -> (proof: TransparencyProof, shard: LogShard) {
        guard let maker = makers.last(where: { $0.shard.first <= index }) else { throw LogFault.notIntegrated }
        return (try maker.proof(of: index - maker.shard.first), maker.shard)
    }
}

/// Why the log cannot go on.
public enum LogFault: Error, Sendable {
    /// The database holds less than a checkpoint that was signed: an old backup was restored.
    case rollback
    /// What was signed was signed under another name than the one given now.
    case otherName
    /// Another integrator was faster.
    case overtaken
    /// A tile is not there.
    case missingTile
    /// A file of the log is not of its form.
    case damaged
    /// The entry is committed but no checkpoint covers it yet.
    case notIntegrated
}
