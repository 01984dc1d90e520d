import Foundation
import GRDB
import Sealing
import Synchronization

/// Shard keys as they are needed: made once, kept wrapped in the table and unwrapped in memory.
final class ShardKeys: Sendable {
    private struct Place: Hashable {
        let shard: ShardNumber
        let epoch: KeyEpoch
    }

    private struct Known {
        let wrapped: Data
        let key: ShardKey
    }

    let store: any CustodyKeyStore
    private let random: RandomBytes
    private let unwrapped = Mutex<[Place: Known]>([:])

    init(store: any CustodyKeyStore, random: @escaping RandomBytes) {
        self.store = store
        self.random = random
    }

    /// The key of a shard in an epoch that it already has.
    ///
    /// The table has the last word: what an undone transaction made is remembered of no use, and a row that is gone opens
    /// nothing any more.
    func key(of shard: ShardNumber, epoch: KeyEpoch, in database: Database) throws -> ShardKey {
        let place = Place(shard: shard, epoch: epoch)
        let wrapped = try Data.fetchOne(
            try database.cachedStatement(sql: "SELECT wrapped FROM shard_key WHERE shard = ? AND epoch = ?"),
            arguments: [Int64(shard.number), Int64(epoch.number)]
        ).orFault
        if let known = unwrapped.withLock({ $0[place] }), known.wrapped == wrapped { return known.key }
        let key = try store.unwrap([UInt8](wrapped), shard: shard, epoch: epoch)
        unwrapped.withLock { $0[place] = Known(wrapped: wrapped, key: key) }
        return key
    }

    /// Forgets the keys of an epoch whose root is destroyed.
    func forget(_ epoch: KeyEpoch) {
        unwrapped.withLock { keys in keys = keys.filter { $0.key.epoch != epoch } }
    }

    /// The key of a shard in the current epoch, made when it is the first time.
    ///
    /// A new key is not remembered here: the transaction that makes it may yet be undone.
    func currentKey(of shard: ShardNumber, in database: Database) throws -> (key: ShardKey, epoch: KeyEpoch) {
        let epoch = store.currentEpoch
        let exists = try Bool.fetchOne(
            database,
            sql: "SELECT EXISTS (SELECT 1 FROM shard_key WHERE shard = ? AND epoch = ?)",
            arguments: [Int64(shard.number), Int64(epoch.number)]
        )
        if exists == true { return (try key(of: shard, epoch: epoch, in: database), epoch) }
        let key = try ShardKey(random: random)
        try database.execute(
            sql: "INSERT INTO shard_key (shard, epoch, wrapped) VALUES (?, ?, ?)",
            arguments: [
                Int64(shard.number), Int64(epoch.number), Data(try store.wrap(key, shard: shard, epoch: epoch)),
            ]
        )
        return (key, epoch)
    }
}
