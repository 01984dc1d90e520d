public import HealthRecord
import Sealing
public import TraceTree

/// The log as anybody reads it: a shard for each year, all signed by one key, each under its own name.
public struct PublishedLog: Sendable {
    /// The public key under which all heads are signed.
    public let publicKey: [UInt8]
    /// All shards that have begun, the oldest first.
    public let shards: @Sendable () throws -> [PublishedShard]

    /// Joins what is published.
    public init(publicKey: [UInt8], shards: @escaping @Sendable () throws -> [PublishedShard]) {
        self.publicKey = publicKey
        self.shards = shards
    }

    /// The key under which the heads of a shard are signed.
    public func key(of origin: String) throws(TraceTreeError) -> VerifierKey {
        try VerifierKey(name: origin, kind: .ed25519, publicKey: publicKey)
    }

    /// The same as verifiers are given it.
    public func keyText(of origin: String) throws(TraceTreeError) -> String { try key(of: origin).text }
}

/// One shard of the log: its name, its newest signed head, its tiles, the notes that name the keys of its promises.
public struct PublishedShard: Sendable {
    /// The year in whose course it began; 0 where the log's name has none.
    public let year: Int
    /// Its name.
    public let origin: String
    /// How many entries of the whole log lie before its first.
    public let first: UInt64
    /// Its newest head, a signed note; empty before the first.
    public let head: @Sendable () -> String
    /// The stored bytes of a tile.
    public let tile: @Sendable (Tile) throws -> [UInt8]
    /// The notes that name the keys of promises, those in force since a moment in seconds since 1970.
    public let promiseKeys: @Sendable (_ since: UInt64) throws -> [String]

    /// Joins what is published of one shard.
    public init(
        year: Int,
        origin: String,
        first: UInt64,
        head: @escaping @Sendable () -> String,
        tile: @escaping @Sendable (Tile) throws -> [UInt8],
        promiseKeys: @escaping @Sendable (_ since: UInt64) throws -> [String]
    ) {
        self.year = year
        self.origin = origin
        self.first = first
        self.head = head
        self.tile = tile
        self.promiseKeys = promiseKeys
    }
}

extension Custodian {
    /// The log, as whoever does not trust the custodian reads it.
    public func publishedLog() -> PublishedLog {
        let log = log
        return PublishedLog(publicKey: ledger.keys.store.logPublicKey) {
            try log.shards().map { PublishedShard($0) }
        }
    }

    /// The current signed checkpoint and the verifier key of its shard.
    public func checkpoint() throws -> (note: String, verifierKey: String) { try log.current }

    /// The signed notes that delegate promise keys, those in force since a moment, the oldest first; of all shards.
    public func promiseDelegations(since: Instant = Instant(milliseconds: 0)) throws -> [String] {
        try log.promiseDelegations(since: UInt64(max(0, since.milliseconds)) / 1000)
    }
}

extension PublishedShard {
    fileprivate init(_ log: ShardLog) {
        self.init(
            year: log.shard.year,
            origin: log.shard.origin,
            first: log.shard.first,
            head: { log.checkpoint },
            tile: { tile in try log.stored(tile) },
            promiseKeys: { since in try log.promiseDelegations(since: since) }
        )
    }
}
