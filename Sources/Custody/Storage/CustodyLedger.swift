import DurableSQL
import Foundation
import GRDB
import HealthRecord
import Sealing
import TraceTree

/// An event that is durably in the record's chain and in the log: what a key is released against.
///
/// Only `CustodyLedger.commit` makes one, after the flush: no key without a trace, by construction (design § 2, law 1). What it
/// is made of and how are private to this file, so that no other can.
public struct CommittedTrace: Sendable, Hashable {
    private let event: PendingTrace

    /// Rank in the record's chain.
    public var sequence: UInt64 { event.sequence }
    /// Its number in the whole log, over all shards.
    public var logIndex: UInt64 { event.logIndex }
    /// Hash of the log's leaf.
    public var leafHash: [UInt8] { event.leafHash }

    fileprivate init(_ event: PendingTrace) { self.event = event }
}

/// The only way to the custodian's tables: work goes in, and comes out with its traces once everything is on disk.
final class CustodyLedger: Sendable {
    let database: DurableDatabase<CustodyError>
    let keys: ShardKeys
    let cache: RecordCache
    let registers: Registers
    let logName: LogName
    private let random: RandomBytes
    private let clock: @Sendable () -> Instant
    private let promises: PromiseIssuer
    private let newsKept: @Sendable () -> Void

    init(
        database: DurableDatabase<CustodyError>,
        keys: ShardKeys,
        random: @escaping RandomBytes,
        clock: @escaping @Sendable () -> Instant,
        promises: PromiseIssuer,
        cache: RecordCache,
        registers: Registers,
        logName: LogName,
        newsKept: @escaping @Sendable () -> Void
    ) {
        self.database = database
        self.keys = keys
        self.random = random
        self.clock = clock
        self.promises = promises
        self.cache = cache
        self.registers = registers
        self.logName = logName
        self.newsKept = newsKept
    }

    /// Runs work in a transaction; returns after the flush with its value and the events that it traced, in order.
    func commit<Value: Sendable>(
        _ work: @escaping @Sendable (inout CustodyTransaction) throws -> Value
    ) async throws(CustodyError) -> (value: Value, traces: [CommittedTrace]) {
        let order = OrderInForce.current
        let done = try await database.write { [keys, cache, registers, logName, random, clock] database in
            // Inside the writer work runs one piece after the other: what an earlier piece of this batch changed and
            // kept in the cache is what this one reads, and a failed commit stops the store for good.
            var transaction = CustodyTransaction(
                database: database,
                keys: keys,
                cache: cache,
                registers: registers,
                logName: logName,
                random: random,
                now: clock(),
                order: order
            )
            let value = try work(&transaction)
            try transaction.keepOrder()
            try transaction.flush()
            cache.keep(transaction.touched.values)
            for record in transaction.destroyed { cache.forget(record) }
            return (value: value, traces: transaction.traces, hasNews: transaction.hasNews)
        }
        if done.hasNews { newsKept() }
        let traces = done.traces.map { CommittedTrace($0) }
        order?.note(traces)
        return (done.value, traces)
    }

    /// Reads a snapshot.
    func read<Value: Sendable>(
        _ work: @escaping @Sendable (Database) throws -> Value
    ) async throws(CustodyError) -> Value {
        try await database.readLong(work)
    }
}

extension CustodyLedger {
    /// Makes the lists across records where they are not made yet, or not as they are made now.
    func makeRegisters() throws {
        let (keys, registers) = (keys, registers)
        try database.writeNow { database in
            try RegisterWork(keys: keys, registers: registers).run(in: database)
            // A record without a matricule was set aside for another, perhaps before there was a list of those.
            let left = try Row.fetchAll(
                database,
                sql: """
                    SELECT * FROM record WHERE record_id NOT IN (SELECT record_id FROM login)
                        AND record_id NOT IN (SELECT record_id FROM joined)
                    """
            )
            for row in left {
                let record = try RecordID(bytes: [UInt8](row["record_id"] as Data)).orFault
                let context = try RecordContext(row, record: record, keys: keys, database: database)
                try registers.bring(context, in: database)
            }
        }
    }

    /// Makes the log of before there were shards the first of them.
    func makeShards(under origin: String) throws {
        try database.writeNow { try LogShard.keepThatOfBefore(under: origin, in: $0) }
    }

    /// The signed word for an event; to be told after its commit only, and signed only where somebody is told.
    func promise(for trace: PendingTrace) throws -> [UInt8] { try promises.promise(for: trace) }

    /// A record's context as the last commit left it, where it is remembered.
    func known(_ record: RecordID) -> RecordContext? { cache.context(of: record) }
}
