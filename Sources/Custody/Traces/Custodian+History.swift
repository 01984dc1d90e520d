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
    public let next: HistoryCursor?
}

extension Custodian {
    /// The most events of one page.
    public static let historyLimit = 1000

    /// A record's traces, newest first; all of them for the holder and the treating physician, his own for anybody else who
    /// may ask (R1111-43).
    ///
    /// - Parameters:
    ///   - before: where the page before ended; nil from the newest.
    ///   - limit: how many, up to `historyLimit`.
    public func history(
        before: HistoryCursor? = nil,
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
        let hidden = try await unannounced(in: context, to: admission, now: clock())
        var events: [TraceEvent] = []
        var position: UInt64?
        if let before { position = try rank(of: before, on: context.record) }
        // A page is full whatever lies between its lines: its length tells nothing of what is not shown.
        while events.count <= count {
            let rows = try await traces(of: context, before: position, limit: count)
            for (_, event) in rows {
                let isShown =
                    (!ownOnly || event.actor == admission.actor) && event.isShown(to: admission.actor)
                    && !event.isFruitless(for: admission.actor) && !event.isUnseen(by: admission.actor)
                if isShown, let told = event.withholding(hidden) { events.append(told) }
            }
            guard rows.count == count, let last = rows.last else { break }
            position = last.sequence
        }
        // One more than the page holds tells that there is another one.
        let page = Array(events.prefix(count))
        guard events.count > count, let last = page.last else { return HistoryPage(events: page, next: nil) }
        return HistoryPage(events: page, next: try cursor(last.sequence, of: context.record))
    }

    /// Some of a record's traces, the newest first.
    func traces(
        of context: RecordContext,
        before: UInt64?,
        limit: Int
    ) async throws(CustodyError) -> [(sequence: UInt64, event: TraceEvent)] {
        var traces: [(sequence: UInt64, event: TraceEvent)] = []
        for row in try await rows(of: context, before: before, limit: limit) {
            guard let opened = try? context.traceKey.open(row.sealed, record: context.record, sequence: row.sequence),
                let event = try? TraceEvent.decode(opened.event).event
            else { throw .stateMismatch }
            traces.append((row.sequence, event))
        }
        return traces
    }

    private func rows(
        of context: RecordContext,
        before: UInt64?,
        limit: Int
    ) async throws(CustodyError) -> [(sequence: UInt64, sealed: [UInt8])] {
        try await ledger.read { database in
            try Row.fetchAll(
                database,
                sql: "SELECT rec_seq, ct FROM trace WHERE record_id = ? AND rec_seq < ? ORDER BY rec_seq DESC LIMIT ?",
                arguments: [Data(context.record.bytes), before.map { Int64(clamping: $0) } ?? Int64.max, limit]
            ).map { (sequence: UInt64(clamping: $0["rec_seq"] as Int64), sealed: [UInt8]($0["ct"] as Data)) }
        }
    }
}

extension TraceEvent {
    /// Whether the reader asked here for a document himself and got none.
    ///
    /// What is hidden from him and what never was must read alike, and they leave different lines (design § 2, law 5): the record
    /// keeps both, for whoever else may read them.
    func isFruitless(for reader: Actor) -> Bool {
        act == .read && actor == reader && (outcome == .refused || documents.isEmpty)
    }

    /// The event without the documents that its reader may not know of; nil where it tells of nothing else.
    ///
    /// One decision stands for all that is looked up at once, and may be of a document left out: nobody reads it in a line.
    fileprivate func withholding(_ hidden: Set<UniqueID>) -> TraceEvent? {
        guard !concernsOnly(hidden) else { return nil }
        return TraceEvent(
            sequence: sequence,
            time: time,
            act: act,
            actor: actor,
            mode: mode,
            documents: documents.filter { !hidden.contains($0) },
            outcome: outcome,
            rule: rule,
            policy: policy,
            node: node,
            request: request,
            details: act == .locate ? details.filter { $0.key != Self.factsKey } : details
        )
    }

    /// Whether the reader's own act did this to a version that he may not know of: one act is one line to him.
    fileprivate func isUnseen(by reader: Actor) -> Bool { isUnseenByActor && actor == reader }
}
