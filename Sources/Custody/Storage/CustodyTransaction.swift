import Foundation
import GRDB
import HealthRecord
import Sealing
import TraceTree

/// One piece of work on the custodian's tables; what it changes and traces becomes true together, or not at all.
///
/// A record is read at most once and written at most once; all work is serialised by the one writer, so what a decision was
/// taken on is what the commit finds.
struct CustodyTransaction {
    let database: Database
    let keys: ShardKeys
    let cache: RecordCache
    let registers: Registers
    let logName: LogName
    let random: RandomBytes
    let now: Instant
    /// The operator's order under which the work is done.
    let order: OrderInForce?
    /// The order by which the person was invited whose record this work opens.
    var invitedBy: [String: String]?
    private(set) var traces: [PendingTrace] = []
    private(set) var touched: [RecordID: RecordContext] = [:]
    private(set) var destroyed: Set<RecordID> = []
    /// Whether the work keeps news that leave after its commit.
    var hasNews = false
    /// The shard of the log that its events go to, once there is one.
    private var shard: LogShard?

    init(
        database: Database,
        keys: ShardKeys,
        cache: RecordCache,
        registers: Registers,
        logName: LogName,
        random: @escaping RandomBytes,
        now: Instant,
        order: OrderInForce? = nil
    ) {
        self.database = database
        self.keys = keys
        self.cache = cache
        self.registers = registers
        self.logName = logName
        self.random = random
        self.now = now
        self.order = order
    }

    /// What is known of a record; nil when the custodian has none of that identity.
    func context(of record: RecordID) throws -> RecordContext? {
        if let changed = touched[record] { return changed }
        if destroyed.contains(record) { return nil }
        if let cached = cache.context(of: record) { return cached }
        return try RecordContext.find(record, keys: keys, in: database)
    }

    /// Keeps a changed context; it is written when the work ends.
    ///
    /// What was joined to it is kept for itself, where it changed.
    mutating func keep(_ context: RecordContext) {
        var kept = context
        kept.joined = []
        touched[context.record] = kept
    }

    /// Appends an event to the record's chain and its commitment to the log (security design § 3.2, § 3.5).
    mutating func append(_ draft: TraceDraft, to context: inout RecordContext) throws -> PendingTrace {
        let sequence = context.traceSequence + 1
        let draft = ordered(draft)
        let event = TraceEvent(
            sequence: sequence,
            time: now,
            act: draft.act,
            actor: draft.actor,
            mode: draft.mode,
            documents: draft.documents,
            outcome: draft.outcome,
            rule: draft.rule,
            policy: draft.policy,
            node: draft.node,
            request: draft.request,
            details: draft.keptDetails
        )
        let bytes = event.encoded(previous: context.traceHead)
        let salt = random(32)
        let commitment = try TraceCommitment(event: bytes, salt: salt)
        let sealed = try context.traceKey.seal(
            event: bytes,
            salt: salt,
            record: context.record,
            sequence: sequence,
            nonce: SealNonce(random: random)
        )
        let shard = try shard ?? LogShard.ofNow(now, name: logName, in: database)
        self.shard = shard
        try database.cachedStatement(sql: "INSERT INTO log_entry (commitment) VALUES (?)")
            .execute(arguments: [Data(commitment.bytes)])
        // SQLite counts rows from 1 and the log from 0.
        let index = database.lastInsertedRowID - 1
        try database.cachedStatement(sql: "INSERT INTO trace (record_id, rec_seq, ct, log_index) VALUES (?, ?, ?, ?)")
            .execute(arguments: [Data(context.record.bytes), Int64(sequence), Data(sealed), index])
        context.traceSequence = sequence
        context.traceHead = commitment.bytes
        keep(context)
        let pending = PendingTrace(
            record: context.record,
            sequence: sequence,
            logIndex: UInt64(index),
            shard: shard,
            leafHash: commitment.leafHash,
            time: now
        )
        traces.append(pending)
        return pending
    }

    /// Writes the records that the work touched.
    func flush() throws {
        for context in touched.values {
            if try context.update(in: database, random: random) { try registers.bring(context, in: database) }
        }
    }

    /// Forgets a record whose rows this work has deleted.
    mutating func forget(_ record: RecordID) {
        touched[record] = nil
        destroyed.insert(record)
    }
}
