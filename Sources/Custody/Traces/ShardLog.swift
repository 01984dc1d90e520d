import DurableSQL
import Foundation
import GRDB
import Sealing
import Synchronization
import TraceTree

/// One shard of the log: its tiles and its signed checkpoint (security design § 3.3, § 3.5).
///
/// Tiles first, then the signed checkpoint, then the compare-and-swap that makes it the current one, then publication: two
/// integrators at work, or a crash between two steps, cannot fork the log.
final class ShardLog: Sendable {
    let shard: LogShard
    let directory: String
    private let store: any CustodyKeyStore
    private let current: Mutex<(size: UInt64, note: String)>

    /// A checkpoint as the tables have it.
    struct Signed: Sendable {
        let size: UInt64
        let root: [UInt8]
        let note: String
    }

    /// Opens a shard's folder; refuses tables that hold less than was signed.
    ///
    /// - Parameters:
    ///   - committed: how many entries the tables hold of it.
    ///   - signed: its checkpoint, as the tables have it.
    init(
        _ shard: LogShard,
        in log: String,
        store: any CustodyKeyStore,
        committed: UInt64,
        signed: Signed?
    ) throws {
        self.shard = shard
        self.store = store
        directory = shard.folder(in: log)
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        guard signed.map({ $0.size <= committed }) ?? true else { throw LogFault.rollback }
        current = Mutex((signed?.size ?? 0, signed?.note ?? ""))
        try hold(signed)
    }

    /// Holds what was published against the database and the tiles (security design § 3.5).
    ///
    /// Publication comes after the database knows of a checkpoint: one that is ahead of it shows that an old database was
    /// put back. Tiles that do not add up to the root that was signed must not be signed again.
    private func hold(_ signed: Signed?) throws {
        let size = signed?.size ?? 0
        let published = FileManager.default.contents(atPath: directory + "/checkpoint")
        if let published {
            guard let checkpoint = try? Checkpoint(parsing: SignedNote(parsing: [UInt8](published)).text) else {
                throw LogFault.damaged
            }
            guard checkpoint.origin != shard.origin || checkpoint.size <= size else { throw LogFault.rollback }
            if checkpoint.origin == shard.origin, checkpoint.size == size, checkpoint.root != signed?.root {
                throw LogFault.rollback
            }
        }
        guard let signed, size > 0 else { return }
        var reader = TileReader(size: size) { [directory] tile in try Self.read(tile, in: directory) }
        do { guard try reader.root() == signed.root else { throw LogFault.rollback } } catch is TraceTreeError {
            throw LogFault.damaged
        }
        // A crash between the database's word and its publication.
        if published != Data(signed.note.utf8) { try publish(signed.note) }
    }

    private func publish(_ note: String) throws {
        try DurableFile.replace(directory + "/checkpoint", bytes: Array(note.utf8))
    }

    /// How many entries its checkpoint covers.
    var size: UInt64 { current.withLock { $0.size } }

    /// Its checkpoint as a signed note; empty before the first.
    var checkpoint: String { current.withLock { $0.note } }

    /// Its key as verifiers are given it.
    var verifierKey: String { get throws { try LogSigner.key(of: shard.origin, store: store).text } }

    /// The delegations of its promise keys in force since a moment, in seconds since 1970.
    func promiseDelegations(since: UInt64) throws -> [String] {
        try PromiseKeys(directory: directory + "/promise-keys").notes(since: since)
    }

    /// Puts entries behind those that its checkpoint covers, and signs the next.
    func grow(by entries: [TraceCommitment], in database: DurableDatabase<CustodyError>) async throws {
        let old = current.withLock { $0 }
        let growth = try TileGrowth(
            oldSize: old.size,
            entries: entries.map(\.entry),
            bytes: { [directory] tile in try Self.read(tile, in: directory) }
        )
        for write in growth.writes { try Self.write(write, in: directory) }
        var reader = TileReader(size: growth.size) { [directory] tile in try Self.read(tile, in: directory) }
        let checkpoint = try Checkpoint(origin: shard.origin, size: growth.size, root: try reader.root())
        let note = try checkpoint.signed(by: [LogSigner.make(origin: shard.origin, store: store)]).encoded
        let (root, origin) = (checkpoint.root, shard.origin)
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
        try publish(note)
        current.withLock { $0 = (growth.size, note) }
    }

    /// Makes proofs under its checkpoint of this moment.
    var proofs: ProofMaker {
        let (size, note) = current.withLock { $0 }
        return ProofMaker(shard: shard, directory: directory, size: size, note: note)
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

/// Makes proofs that all end in one checkpoint of one shard.
struct ProofMaker {
    let shard: LogShard
    let directory: String
    let size: UInt64
    let note: String

    /// The proof that an entry, by its place in the shard, is under the checkpoint (C2SP tlog-proof).
    func proof(of place: UInt64) throws -> TransparencyProof {
        guard place < size else { throw LogFault.notIntegrated }
        var reader = TileReader(size: size) { [directory] tile in try ShardLog.read(tile, in: directory) }
        let path = try reader.inclusionPath(index: place, size: size)
        return try TransparencyProof(index: place, path: path, checkpoint: SignedNote(parsing: Array(note.utf8)))
    }
}
