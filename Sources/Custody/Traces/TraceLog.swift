import DurableSQL
import Foundation
import GRDB
import Sealing
import Synchronization
import TraceTree

/// The public side of the log: tiles and signed checkpoints made from committed commitments (security design § 3.3, § 3.5).
///
/// Tiles first, then the signed checkpoint, then the compare-and-swap that makes it the current one, then publication: two
/// integrators at work, or a crash between two steps, cannot fork the log.
final class TraceLog: Sendable {
    private let directory: String
    private let origin: String
    private let store: any CustodyKeyStore
    private let database: DurableDatabase<CustodyError>
    private let current: Mutex<(size: UInt64, note: String)>
    private let turns = Mutex<Task<UInt64, any Error>?>(nil)

    /// Opens the folder of tiles; refuses a database that is behind what was signed, and a log that has another name.
    init(directory: String, origin: String, store: any CustodyKeyStore, database: DurableDatabase<CustodyError>) throws
    {
        self.directory = directory
        self.origin = origin
        self.store = store
        self.database = database
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        let (signed, isAnothers, committed) = try database.read { database in
            (
                try Row.fetchOne(
                    database,
                    sql: "SELECT size, root, note FROM log_checkpoint WHERE origin = ?",
                    arguments: [origin]
                ).map { (size: $0["size"] as Int64, root: [UInt8]($0["root"] as Data), note: $0["note"] as String) },
                try Bool.fetchOne(
                    database,
                    sql: "SELECT EXISTS (SELECT 1 FROM log_checkpoint WHERE origin <> ?)",
                    arguments: [origin]
                ) ?? false,
                try Int64.fetchOne(database, sql: "SELECT COALESCE(MAX(log_index), 0) FROM log_entry") ?? 0
            )
        }
        // A log is one, under one name: signed anew under another it would contradict every head and promise of before.
        guard signed != nil || !isAnothers else { throw LogFault.otherName }
        let size = signed?.size ?? 0
        guard size <= committed else { throw LogFault.rollback }
        current = Mutex((UInt64(size), signed?.note ?? ""))
        try hold(signed?.root, size: UInt64(size))
    }

    /// Holds what was published against the database and the tiles (security design § 3.5).
    ///
    /// Publication comes after the database knows of a checkpoint: one that is ahead of it shows that an old database was
    /// put back. Tiles that do not add up to the root that was signed must not be signed again.
    private func hold(_ root: [UInt8]?, size: UInt64) throws {
        let published = directory + "/checkpoint"
        if let text = FileManager.default.contents(atPath: published) {
            guard let checkpoint = try? Checkpoint(parsing: SignedNote(parsing: [UInt8](text)).text) else {
                throw LogFault.damaged
            }
            guard checkpoint.origin != origin || checkpoint.size <= size else { throw LogFault.rollback }
            if checkpoint.origin == origin, checkpoint.size == size, checkpoint.root != root {
                throw LogFault.rollback
            }
        }
        guard let root, size > 0 else { return }
        var reader = TileReader(size: size) { [directory] tile in try Self.read(tile, in: directory) }
        do { guard try reader.root() == root else { throw LogFault.rollback } } catch is TraceTreeError {
            throw LogFault.damaged
        }
        // A crash between the database's word and its publication.
        try DurableFile.replace(published, bytes: Array(checkpoint.utf8))
    }

    /// The delegations of promise keys in force since a moment, in seconds since 1970.
    func promiseDelegations(since: UInt64) throws -> [String] {
        try PromiseKeys(directory: directory + "/promise-keys").notes(since: since)
    }

    /// How many entries the current checkpoint covers.
    var size: UInt64 { current.withLock { $0.size } }

    /// The current checkpoint as a signed note; empty before the first.
    var checkpoint: String { current.withLock { $0.note } }

    /// Brings tiles and checkpoint up to what is committed; returns the size covered.
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
        let old = current.withLock { $0 }
        let entries = try await database.readLong { database in
            try Data.fetchAll(
                database,
                sql: "SELECT commitment FROM log_entry WHERE log_index > ? ORDER BY log_index LIMIT 65536",
                arguments: [Int64(old.size)]
            )
        }
        guard !entries.isEmpty else { return old.size }
        let growth = try TileGrowth(
            oldSize: old.size,
            entries: try entries.map { try TraceCommitment(bytes: [UInt8]($0)).orFault.entry },
            bytes: { [directory] tile in try Self.read(tile, in: directory) }
        )
        for write in growth.writes { try Self.write(write, in: directory) }
        var reader = TileReader(size: growth.size) { [directory] tile in try Self.read(tile, in: directory) }
        let checkpoint = try Checkpoint(origin: origin, size: growth.size, root: try reader.root())
        let note = try checkpoint.signed(by: [LogSigner.make(origin: origin, store: store)]).encoded
        let (root, origin) = (checkpoint.root, origin)
        try await database.write { database in
            try database.execute(
                sql: """
                    INSERT INTO log_checkpoint (origin, size, root, note) VALUES (?, ?, ?, ?)
                    ON CONFLICT (origin) DO UPDATE SET size = excluded.size, root = excluded.root, note = excluded.note
                    WHERE size = ?
                    """,
                arguments: [origin, Int64(growth.size), Data(root), note, Int64(old.size)]
            )
            guard database.changesCount == 1 else { throw LogFault.overtaken }
        }
        try DurableFile.replace(directory + "/checkpoint", bytes: Array(note.utf8))
        current.withLock { $0 = (growth.size, note) }
        return growth.size
    }

    /// Proofs under the checkpoint of this moment.
    var proofs: ProofMaker {
        let (size, note) = current.withLock { $0 }
        return ProofMaker(directory: directory, size: size, note: note)
    }

    /// The log's key as verifiers are given it.
    var verifierKey: String {
        get throws { try VerifierKey(name: origin, kind: .ed25519, publicKey: store.logPublicKey).text }
    }

    /// The stored bytes of a tile.
    func stored(_ tile: Tile) throws -> [UInt8] { try Self.read(tile, in: directory) }

    static func read(_ tile: Tile, in directory: String) throws -> [UInt8] {
        guard let bytes = FileManager.default.contents(atPath: directory + "/" + tile.path) else {
            throw LogFault.missingTile
        }
        return [UInt8](bytes)
    }

    private static func write(_ write: TileGrowth.Write, in directory: String) throws {
        let path = directory + "/" + write.path
        try FileManager.default.createDirectory(
            atPath: (path as NSString).deletingLastPathComponent,
            withIntermediateDirectories: true
        )
        try DurableFile.replace(path, bytes: write.bytes)
    }
}

/// Makes proofs that all end in one checkpoint.
struct ProofMaker {
    let directory: String
    let size: UInt64
    let note: String

    /// The proof that an entry is under the checkpoint (C2SP tlog-proof).
    func proof(of index: UInt64) throws -> TransparencyProof {
        guard index < size else { throw LogFault.notIntegrated }
        var reader = TileReader(size: size) { [directory] tile in try TraceLog.read(tile, in: directory) }
        let path = try reader.inclusionPath(index: index, size: size)
        return try TransparencyProof(index: index, path: path, checkpoint: SignedNote(parsing: Array(note.utf8)))
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
