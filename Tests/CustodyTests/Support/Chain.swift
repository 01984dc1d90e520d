import Foundation
import GRDB
import HealthRecord
import Sealing
import Testing
import TraceTree

@testable import Custody

extension RecordContext {
    /// Every event decoded, its rank, its link and its commitment in the log checked.
    func checkedChain(in database: Database) throws -> [TraceEvent] {
        var previous = TraceCommitment.beforeFirst
        var events: [TraceEvent] = []
        let sql = """
            SELECT rec_seq, ct, trace.log_index + 1 AS row, commitment FROM trace
            JOIN log_entry ON log_entry.log_index = trace.log_index + 1 WHERE record_id = ? ORDER BY rec_seq
            """
        for row in try Row.fetchAll(database, sql: sql, arguments: [Data(record.bytes)]) {
            let sequence = UInt64(row["rec_seq"] as Int64)
            let opened = try traceKey.open([UInt8](row["ct"] as Data), record: record, sequence: sequence)
            let (event, link) = try TraceEvent.decode(opened.event)
            let commitment = try TraceCommitment(event: opened.event, salt: opened.salt)
            try #require(sequence == UInt64(events.count + 1) && event.sequence == sequence)
            try #require(link == previous)
            try #require([UInt8](row["commitment"] as Data) == commitment.bytes)
            #expect(event.encoded(previous: link) == opened.event)
            previous = commitment.bytes
            events.append(event)
        }
        try #require(traceSequence == UInt64(events.count) && traceHead == previous)
        return events
    }
}
