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
            let rows = try await rows(of: context, before: position, limit: count)
            for row in rows {
                guard
                    let opened = try? context.traceKey.open(row.sealed, record: context.record, sequence: row.sequence),
                    let event = try? TraceEvent.decode(opened.event).event
                else { throw .stateMismatch }
                let isShown =
                    (!ownOnly || event.actor == admission.actor) && event.isShown(to: admission.actor)
                    && !event.concernsOnly(hidden)
                guard isShown else { continue }
                events.append(ownOnly && wasSilent(event) ? event.fruitless : event)
            }
            guard rows.count == count, let last = rows.last else { break }
            position = last.sequence
        }
        // One more than the page holds tells that there is another one.
        let page = Array(events.prefix(count))
        guard events.count > count, let last = page.last else { return HistoryPage(events: page, next: nil) }
        return HistoryPage(events: page, next: try cursor(last.sequence, of: context.record))
    }

    /// Whether somebody was refused a document without a word on whether it is there; his own history is as silent, and
    /// tells what it tells of an identifier that no document has (design § 2, law 5).
    private func wasSilent(_ event: TraceEvent) -> Bool {
        guard event.outcome == .refused, !event.documents.isEmpty else { return false }
        guard let text = event.details[TraceEvent.factsKey], let facts = try? DecisionFacts(text: text),
            let decision = try? facts.replay(in: rules)
        else { return true }
        if case .deny(.silent) = decision.outcome { return true }
        return false
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
    /// The same act as it is traced where it found nothing: permitted on the record, and about no document.
    fileprivate var fruitless: TraceEvent {
        TraceEvent(
            sequence: sequence,
            time: time,
            act: act,
            actor: actor,
            mode: mode,
            documents: [],
            outcome: .permitted,
            rule: "",
            policy: policy,
            node: node,
            request: request,
            details: details.filter { $0.key != Self.factsKey }
        )
    }
}
