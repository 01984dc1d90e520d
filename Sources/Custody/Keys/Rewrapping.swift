import Foundation
import GRDB
import Sealing
import Synchronization

/// How far the wrapping of keys anew has come; a start begins at the oldest again, which is what is left.
final class Rewrapping: Sendable {
    /// Rows of one transaction.
    static let batch = 500

    /// The row after which it goes on.
    struct Place: Sendable {
        var table = KeyTables.record
        var epoch: Int64 = -1
        var name = Data()
        /// Rows passed by in this round, because what they hold does not open.
        var unreadable = 0
    }

    private struct State {
        var place = Place()
        var unreadable = 0
    }

    private let state = Mutex(State())

    var place: Place { state.withLock { $0.place } }
    /// Rows that the last whole round could not open.
    var unreadable: Int { state.withLock { $0.unreadable } }

    func goOn(from place: Place) { state.withLock { $0.place = place } }

    /// A round has ended: the next begins with the oldest.
    func end(unreadable: Int) {
        state.withLock { $0 = State(unreadable: unreadable) }
    }
}

extension CustodyTransaction {
    /// Wraps the keys of some rows anew, from a place on; answers where to go on, or nothing where the round has ended.
    ///
    /// A row that does not open is passed by: it keeps its root key alive, and nobody else waits for it.
    func rewrap(from place: Rewrapping.Place) throws -> (next: Rewrapping.Place?, unreadable: Int) {
        let current = keys.store.currentEpoch
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT \(place.table.name) AS name, record_id, epoch, wrapped_rk, wrapped_tk FROM \(place.table.rawValue)
                WHERE epoch < ? AND (epoch, \(place.table.name)) > (?, ?) ORDER BY epoch, \(place.table.name) LIMIT ?
                """,
            arguments: [Int64(current.number), place.epoch, place.name, Rewrapping.batch]
        )
        var next = place
        for row in rows {
            next.epoch = row["epoch"]
            next.name = row["name"]
            guard let wraps = try renewed(row) else {
                next.unreadable += 1
                continue
            }
            try database.cachedStatement(
                sql: """
                    UPDATE \(place.table.rawValue) SET epoch = ?, wrapped_rk = ?, wrapped_tk = ? WHERE \(place.table.name) = ?
                    """
            ).execute(arguments: [Int64(wraps.epoch.number), wraps.record, wraps.trace, next.name])
        }
        if rows.count == Rewrapping.batch { return (next, 0) }
        guard place.table == .record else { return (nil, next.unreadable) }
        return (Rewrapping.Place(table: .opening, unreadable: next.unreadable), 0)
    }

    /// The two keys of a row under the current shard key; nil where they do not open.
    private func renewed(_ row: Row) throws -> (epoch: KeyEpoch, record: Data, trace: Data)? {
        do {
            let record = try RecordID(bytes: [UInt8](row["record_id"] as Data)).orFault
            let (shard, old) = (ShardNumber(of: record), try KeyEpoch(row: row["epoch"]))
            let former = try keys.key(of: shard, epoch: old, in: database)
            let recordKey = try former.unwrapRecordKey([UInt8](row["wrapped_rk"] as Data), record: record, epoch: old)
            let traceKey = try former.unwrapTraceKey([UInt8](row["wrapped_tk"] as Data), record: record, epoch: old)
            let (key, epoch) = try keys.currentKey(of: shard, in: database)
            let wrapped = (
                record: try key.wrap(recordKey, record: record, epoch: epoch, nonce: SealNonce(random: random)),
                trace: try key.wrap(traceKey, record: record, epoch: epoch, nonce: SealNonce(random: random))
            )
            // The old root key will be destroyed: what is written is opened first, by the shard key as the table has it.
            let kept = try keys.key(of: shard, epoch: epoch, in: database)
            let opened = (
                record: try kept.unwrapRecordKey(wrapped.record, record: record, epoch: epoch),
                trace: try kept.unwrapTraceKey(wrapped.trace, record: record, epoch: epoch)
            )
            guard opened.record.exportBytes() == recordKey.exportBytes(),
                opened.trace.exportBytes() == traceKey.exportBytes()
            else { return nil }
            return (epoch, Data(wrapped.record), Data(wrapped.trace))
        } catch let error as DatabaseError {
            throw error
        } catch {
            return nil
        }
    }
}
