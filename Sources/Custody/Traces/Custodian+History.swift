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
    /// Traces opened at once where those opened for a page did not fill it; twice as many each time.
    private static let leastPortion = 32

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
        // What came in since is of the next reading: whether it may be shown is not known here.
        let end: UInt64
        var ownOnly = false
        if isContinued {
            guard let known = try await contextAfterCommit(of: try record(of: admission, reference)) else {
                throw .recordMismatch
            }
            guard admissions.hasClaimed(admission, now: clock()) != nil else { throw .notAdmitted }
            if let refusal = judge(.readHistory, .record, by: admission, on: known, now: clock()).refusal {
                throw .refused(refusal)
            }
            (context, end) = (known, known.traceSequence + 1)
        } else {
            let now = clock()
            let (found, trace) = try await perform(.readHistory, traced: .readHistory, by: admission, on: reference) {
                _,
                context,
                _ in context
            }
            (context, end) = (found, trace.sequence + 1)
            ownOnly = judge(.readHistory, .record, by: admission, on: context, now: now).decision.obligations
                .contains(.limitToOwnTraces)
        }
        let count = min(max(1, limit), Self.historyLimit)
        let concealed = try await concealment(in: context, to: admission, now: clock())
        let hidden = concealed.withheld
        var events: [TraceEvent] = []
        var start = end
        if let before { start = min(end, try rank(of: before, on: context.record)) }
        var ranks = TraceRanks(below: start, without: concealed.traces)
        // A page is full whatever lies between its lines: its length tells nothing of what is not shown.
        var least = 0
        while events.count <= count {
            // As many as the page has lines are opened, and more only for care: what a professional may not read, or asked in vain,
            // the open trace alone tells.
            let wanted = ranks.take(max(count + 1 - events.count, least))
            if wanted.isEmpty { break }
            for event in try await traces(of: context, at: wanted) {
                let isShown =
                    (!ownOnly || event.actor == admission.actor) && event.isShown(to: admission.actor)
                    && !event.isUntold(to: admission.actor)
                if isShown, let told = event.withholding(hidden) { events.append(told) }
            }
            least = min(max(Self.leastPortion, least * 2), Self.historyLimit)
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
        let rows = try await ledger.read { database in
            try Row.fetchAll(
                database,
                sql: "SELECT rec_seq, ct FROM trace WHERE record_id = ? AND rec_seq < ? ORDER BY rec_seq DESC LIMIT ?",
                arguments: [Data(context.record.bytes), before.map { Int64(clamping: $0) } ?? Int64.max, limit]
            ).map(SealedTrace.init)
        }
        var traces: [(sequence: UInt64, event: TraceEvent)] = []
        for row in rows { traces.append((row.sequence, try row.opened(in: context))) }
        return traces
    }

    /// The traces of a record at these ranks, the newest first.
    private func traces(of context: RecordContext, at ranks: [UInt64]) async throws(CustodyError) -> [TraceEvent] {
        let rows = try await ledger.read { database in
            let list = ranks.map(String.init).joined(separator: ",")
            return try Row.fetchAll(
                database,
                sql: "SELECT rec_seq, ct FROM trace WHERE record_id = ? AND rec_seq IN (\(list)) ORDER BY rec_seq DESC",
                arguments: [Data(context.record.bytes)]
            ).map(SealedTrace.init)
        }
        var events: [TraceEvent] = []
        for row in rows { events.append(try row.opened(in: context)) }
        return events
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

    /// Whether the reader did this himself and is told nothing of it: he asked and got nothing, or his act did it to a version
    /// beside that he may not know of, as one act is one line to him.
    func isUntold(to reader: Actor) -> Bool { isFruitless(for: reader) || isUnseenByActor && actor == reader }

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
}
