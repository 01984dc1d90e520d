import AccessRules
import DurableSQL
public import Foundation
import GRDB
import HealthRecord
import Sealing
import TraceTree

/// A holder's history with what proves it, to be checked offline by a program that trusts our public keys alone
/// (security design § 3.8).
public struct TraceBundle: Sendable, Codable {
    /// One event and the proof of its place.
    public struct Entry: Sendable, Codable {
        /// The event's canonical bytes, base64; absent where it names another record's document, since a join was undone.
        public let event: Data?
        /// The salt of its commitment, base64.
        public let salt: Data?
        /// The commitment itself, base64: what the log holds, and what the next event names.
        public let commit: Data
        /// Its place in the log of its year, which the proof names.
        public let index: UInt64
        /// The proof, C2SP tlog-proof text.
        public let proof: String
    }

    /// The last link of those that are proved.
    public struct Head: Sendable, Codable {
        /// Its rank.
        public let recSeq: UInt64
        /// Its commitment, base64.
        public let commit: Data
    }

    /// The version of the format: 1 where one log proves all, 2 where several do.
    public let v: Int
    /// When it was made, ISO 8601.
    public let exportedAt: String
    /// The verifier key (C2SP) of the newest log that proves something here.
    public let log: String
    /// The verifier keys of all that do, the oldest first, where they are several.
    public let logs: [String]?
    /// The last day whose events are proved, ISO 8601; absent from exports made before there was one.
    public let until: String?
    /// The last link.
    public let head: Head
    /// The events of the first day through that one, the oldest first.
    public let events: [Entry]
}

extension Custodian {
    /// Makes the proof bundle of the holder's history, through the last day of which nothing can be hidden from him any more.
    ///
    /// A chain proves that nothing was left out, and so would show how much is not told. Where the rules set hiding no term,
    /// no day is past it, and nobody is given a bundle, whatever the record holds. Those who act for the holder have the
    /// history itself, in which what is kept from them leaves no gap.
    public func exportTraces(_ admission: Admission) async throws(CustodyError) -> TraceBundle {
        if case .representative = admission.actor { throw .conflict("representative") }
        let (found, trace) = try await perform(.export, traced: .export, by: admission, on: nil) {
            transaction,
            context,
            _ in
            let (set, today) = (self.rules.policySets[context.policy.policySet], transaction.now.dayInFrance)
            let grace = context.policy.announcementGrace
            guard let until = set?.announcedThrough(on: today, grace: grace) else {
                throw CustodyError.conflict("announcement")
            }
            return (context: context, now: transaction.now, until: until)
        }
        let hidden = try await unannounced(in: found.context, to: admission, now: found.now)
        do {
            while try await log.integrate() <= trace.logIndex {}
            let proofs = log.proofs
            var keys: [String] = []
            var head = TraceBundle.Head(recSeq: 0, commit: Data(TraceCommitment.beforeFirst))
            var entries: [TraceBundle.Entry] = []
            for row in try await links(of: found.context, upTo: trace.sequence) {
                let opened = try found.context.traceKey.open(
                    row.sealed,
                    record: found.context.record,
                    sequence: row.sequence
                )
                let event = try TraceEvent.decode(opened.event).event
                // By the day alone, whatever the event is about.
                guard event.time.dayInFrance <= found.until else { break }
                let commitment = try TraceCommitment(event: opened.event, salt: opened.salt)
                let (proof, shard) = try proofs.proof(of: row.index)
                let key = try LogSigner.key(of: shard.origin, store: ledger.keys.store).text
                if keys.last != key { keys.append(key) }
                // Its bytes are proved whole or not at all.
                let isTold = hidden.isDisjoint(with: event.documents)
                entries.append(
                    TraceBundle.Entry(
                        event: isTold ? Data(opened.event) : nil,
                        salt: isTold ? Data(opened.salt) : nil,
                        commit: Data(commitment.bytes),
                        index: proof.index,
                        proof: proof.text
                    )
                )
                head = TraceBundle.Head(recSeq: row.sequence, commit: Data(commitment.bytes))
            }
            return TraceBundle(
                v: keys.count > 1 ? 2 : 1,
                exportedAt: found.now.iso8601,
                log: try keys.last ?? log.current.verifierKey,
                logs: keys.count > 1 ? keys : nil,
                until: found.until.iso8601,
                head: head,
                events: entries
            )
        } catch let error as CustodyError {
            throw error
        } catch {
            throw .unavailable
        }
    }

    /// A record's sealed traces up to one of them, the oldest first, each with its place in the log.
    private func links(
        of context: RecordContext,
        upTo sequence: UInt64
    ) async throws -> [(sequence: UInt64, sealed: [UInt8], index: UInt64)] {
        try await ledger.database.readLong { database in
            try Row.fetchAll(
                database,
                sql: "SELECT rec_seq, ct, log_index FROM trace WHERE record_id = ? AND rec_seq <= ? ORDER BY rec_seq",
                arguments: [Data(context.record.bytes), Int64(sequence)]
            ).map { row in
                (
                    sequence: try UInt64(exactly: row["rec_seq"] as Int64).orFault,
                    sealed: [UInt8](row["ct"] as Data),
                    index: try UInt64(exactly: row["log_index"] as Int64).orFault
                )
            }
        }
    }

    /// Brings the public log up to date; called once a second.
    public func integrateLog() async throws { try await log.integrate() }
}
