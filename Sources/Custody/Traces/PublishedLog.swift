public import TraceTree

/// The log as anybody reads it: its key, its newest signed head, its tiles, the notes that name the keys of promises.
public struct PublishedLog: Sendable {
    /// The key under which its heads are signed.
    public let key: VerifierKey
    /// Its newest head, a signed note; empty before the first.
    public let head: @Sendable () -> String
    /// The stored bytes of a tile.
    public let tile: @Sendable (Tile) throws -> [UInt8]
    /// The notes that name the keys of promises, those in force since a moment in seconds since 1970.
    public let promiseKeys: @Sendable (_ since: UInt64) throws -> [String]

    /// Joins what is published.
    public init(
        key: VerifierKey,
        head: @escaping @Sendable () -> String,
        tile: @escaping @Sendable (Tile) throws -> [UInt8],
        promiseKeys: @escaping @Sendable (_ since: UInt64) throws -> [String]
    ) {
        self.key = key
        self.head = head
        self.tile = tile
        self.promiseKeys = promiseKeys
    }
}

extension Custodian {
    /// The log, as whoever does not trust the custodian reads it.
    public func publishedLog() throws -> PublishedLog {
        let log = log
        return PublishedLog(
            key: try VerifierKey(parsing: log.verifierKey),
            head: { log.checkpoint },
            tile: { tile in try log.stored(tile) },
            promiseKeys: { since in try log.promiseDelegations(since: since) }
        )
    }
}
