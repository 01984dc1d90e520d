import AccessRules
import Foundation
import GRDB
public import HealthRecord
import Sealing

/// A page of a record's history.
public struct HistoryPage: Sendable, Hashable, Codable {
    /// Events, the newest first.
    public let events: [TraceEvent]
    /// Where the next page starts; nil at the end.
    public let next: UInt64?
}

extension Custodian {
    /// The most events of one page.
    public static let historyLimit = 1000

    /// A record's traces, newest first; all of them for the holder and the treating physician, his own for anybody else who
    /// may ask (R1111-43).
    ///
    /// - Parameters:
    ///   - before: events older than this rank only; nil from the newest.
    ///   - limit: how many, up to `historyLimit`.
    public func history(
        before: UInt64? = nil,
        limit: Int = 100,
        _ admission: Admission,
        of reference: RecordReference?
    ) async throws(CustodyError) -> HistoryPage {
        // Leafing through the pages of one reading is one act.
        let isContinued = before != nil && admission.record != nil
        let context: RecordContext
        var ownOnly = false
        if isContinued {
            guard let known = try await contextAfterCommit(of: try record(of: admission, reference)) else {
                throw .recordMismatch
            }
            guard admissions.hasClaimed(admission, now: clock()) != nil else { throw .notAdmitted }
            if let refusal = judge(.readHistory, .record, by: admission, on: known, now: clock()).refusal {
                throw .refused(refusal)
            }
            context = known
        } else {
            let now = clock()
            context = try await perform(.readHistory, traced: .readHistory, by: admission, on: reference) {
                _,
                context,
                _ in context
            }.value
            ownOnly = judge(.readHistory, .record, by: admission, on: context, now: now).decision.obligations
                .contains(.limitToOwnTraces)
        }
        let count = min(max(1, limit), Self.historyLimit)
        let rows = try await ledger.read { database in
            try Row.fetchAll(
                database,
                sql: "SELECT rec_seq, ct FROM trace WHERE record_id = ? AND rec_seq < ? ORDER BY rec_seq DESC LIMIT ?",
                arguments: [Data(context.record.bytes), before.map { Int64(clamping: $0) } ?? Int64.max, count]
            ).map { (sequence: UInt64(clamping: $0["rec_seq"] as Int64), sealed: [UInt8]($0["ct"] as Data)) }
        }
        let hidden = try await unannounced(in: context, to: admission, now: clock())
        var events: [TraceEvent] = []
        for row in rows {
            guard let opened = try? context.traceKey.open(row.sealed, record: context.record, sequence: row.sequence),
                let event = try? TraceEvent.decode(opened.event).event
            else { throw .stateMismatch }
            let isShown = (!ownOnly || event.actor == admission.actor) && event.isShown(to: admission.actor)
            if isShown, !event.concernsOnly(hidden) { events.append(event) }
        }
        return HistoryPage(events: events, next: rows.count == count ? rows.last?.sequence : nil)
    }
}
