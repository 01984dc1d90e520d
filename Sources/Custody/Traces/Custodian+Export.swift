import AccessRules
import DurableSQL
public import Foundation
import GRDB
public import HealthRecord
import Sealing
import TraceTree

/// A holder's history with what proves it, to be checked offline by a program that trusts our public keys alone
/// (security design § 3.8).
public struct TraceBundle: Sendable, Codable {
    /// One event and the proof of its place.
    public struct Entry: Sendable, Codable {
        /// The event's canonical bytes, base64; absent while its document waits to be announced.
        public let event: Data?
        /// The salt of its commitment, base64.
        public let salt: Data?
        /// The commitment itself, base64: what the log holds, and what the next event names.
        public let commit: Data
        /// Its place in the log.
        public let index: UInt64
        /// The proof, C2SP tlog-proof text.
        public let proof: String
    }

    /// The last link of the record's chain.
    public struct Head: Sendable, Codable {
        /// Its rank.
        public let recSeq: UInt64
        /// Its commitment, base64.
        public let commit: Data
    }

    /// The version of the format.
    public let v: Int
    /// When it was made, ISO 8601.
    public let exportedAt: String
    /// The log's verifier key (C2SP).
    public let log: String
    /// The last link.
    public let head: Head
    /// All events, the oldest first.
    public let events: [Entry]
}

extension Custodian {
    /// Makes the proof bundle of the holder's whole history.
    ///
    /// A bundle proves that nothing was left out, and so shows how much is not told: that is for the holder alone. Those who
    /// act for the holder have the history itself, in which what is kept from them leaves no gap.
    public func exportTraces(_ admission: Admission) async throws(CustodyError) -> TraceBundle {
        if case .representative = admission.actor { throw .conflict("representative") }
        let (found, trace) = try await perform(.export, traced: .export, by: admission, on: nil) {
            transaction,
            context,
            _ in
            (context: context, now: transaction.now)
        }
        let (record, traceKey) = (found.context.record, found.context.traceKey)
        let hidden = try await unannounced(in: found.context, to: admission, now: found.now)
        do {
            while try await log.integrate() <= trace.logIndex {}
            let proofs = log.proofs
            let rows = try await ledger.database.readLong { database in
                try Row.fetchAll(
                    database,
                    sql:
                        "SELECT rec_seq, ct, log_index FROM trace WHERE record_id = ? AND rec_seq <= ? ORDER BY rec_seq",
                    arguments: [Data(record.bytes), Int64(trace.sequence)]
                ).map { row in
                    (
                        sequence: row["rec_seq"] as Int64, sealed: [UInt8](row["ct"] as Data),
                        index: row["log_index"] as Int64
                    )
                }
            }
            var head = TraceBundle.Head(recSeq: 0, commit: Data(TraceCommitment.beforeFirst))
            var entries: [TraceBundle.Entry] = []
            for row in rows {
                let sequence = try UInt64(exactly: row.sequence).orFault
                let index = try UInt64(exactly: row.index).orFault
                let opened = try traceKey.open(row.sealed, record: record, sequence: sequence)
                let commitment = try TraceCommitment(event: opened.event, salt: opened.salt)
                let event = try TraceEvent.decode(opened.event).event
                let waits = event.concernsOnly(hidden) || !event.isShown(to: admission.actor)
                entries.append(
                    TraceBundle.Entry(
                        event: waits ? nil : Data(opened.event),
                        salt: waits ? nil : Data(opened.salt),
                        commit: Data(commitment.bytes),
                        index: index,
                        proof: try proofs.proof(of: index).text
                    )
                )
                head = TraceBundle.Head(recSeq: sequence, commit: Data(commitment.bytes))
            }
            return TraceBundle(
                v: 1,
                exportedAt: found.now.iso8601,
                log: try log.verifierKey,
                head: head,
                events: entries
            )
        } catch let error as CustodyError {
            throw error
        } catch {
            throw .unavailable
        }
    }

    /// Brings the public log up to date; called once a second.
    public func integrateLog() async throws { try await log.integrate() }

    /// The current signed checkpoint and the log's verifier key.
    public func checkpoint() throws -> (note: String, verifierKey: String) { (log.checkpoint, try log.verifierKey) }

    /// The signed notes that delegate promise keys, those in force since a moment, the oldest first.
    public func promiseDelegations(since: Instant = Instant(milliseconds: 0)) throws -> [String] {
        try log.promiseDelegations(since: UInt64(max(0, since.milliseconds)) / 1000)
    }
}
