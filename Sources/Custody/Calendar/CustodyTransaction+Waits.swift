import AccessRules
import Foundation
import GRDB
import HealthRecord
import Sealing

/// What the documents of a record wait for, put on the calendar again where its set changes or it comes back (CSP R1111-53).
///
/// The traces say what is hidden and since when: a set without terms wrote no line, and a record that rests puts its own off.
extension CustodyTransaction {
    /// Gives what came due since a day a respite: nobody could be told of it, and it comes out as ever after that.
    func giveRespite(_ context: inout RecordContext, from: CalendarDate) {
        let set = registers.rules.policySets[context.policy.policySet]
        guard let grace = set?.announcementGrace(from: from, since: now.dayInFrance) else { return }
        context.change { $0.policy.announcementGrace = grace.following($0.policy.announcementGrace) }
    }

    /// Gives a record the respite of what is read with it from now on: the other had another set, or rested.
    ///
    /// - Parameter other: the other record's policy as it was before.
    func takeRespite(_ context: inout RecordContext, of other: RecordPolicy) {
        let today = now.dayInFrance
        let moved = registers.rules.moved(other, to: context.policy.policySet, on: today)
        var brought = moved.announcementGrace
        let set = registers.rules.policySets[context.policy.policySet]
        if let rested = other.state.restsSince?.dayInFrance,
            let respite = set?.announcementGrace(from: rested, since: today)
        {
            brought = respite.following(brought)
        }
        guard let grace = brought, grace.isRunning(on: today) else { return }
        context.change { file in
            guard let own = file.policy.announcementGrace, own.isRunning(on: today) else {
                file.policy.announcementGrace = grace
                return
            }
            file.policy.announcementGrace = grace.joined(with: own)
        }
    }

    /// Writes the lines anew: of each document that is still hidden, and of directives that nobody was reminded of.
    func remakeWaits(of context: RecordContext) throws {
        guard let set = registers.rules.policySets[context.policy.policySet] else { return }
        let whole = try whole(context)
        let parts = try ([whole] + whole.joined).map(visibilityMarks)
        try database.execute(
            sql: "DELETE FROM due WHERE record_id = ? AND kind IN ('announce', 'release')",
            arguments: [Data(context.record.bytes)]
        )
        let announced = parts.reduce(into: Set<UniqueID>()) { $0.formUnion($1.announced) }
        for part in parts {
            for (document, mark) in part.marks where mark.waits {
                let since = mark.since.dayInFrance
                // The patient is told once.
                if let notice = set.announceAfter, !announced.contains(document) {
                    try wait(.announce, document, context, at: notice.end(from: since))
                }
                if let day = set.releaseDay(ofHiddenSince: since, grace: context.policy.announcementGrace) {
                    try wait(.release, document, context, at: day)
                }
            }
        }
        if let term = set.directivesReminder {
            try resumeDirectives(of: context) { document in
                parts.lazy.compactMap { $0.marks[document]?.since }.min().map { term.end(from: $0.date).midnight }
            }
        }
    }

    /// Puts a line off until a moment, or until the record's turn brings it back: it fell due where nothing could come of it.
    func putOff(
        _ kind: DueKind,
        _ reference: [UInt8],
        of record: RecordID,
        until moment: Instant = Due.putOff
    ) throws {
        try database.execute(
            sql: "UPDATE due SET at = ? WHERE record_id = ? AND kind = ? AND ref = ?",
            arguments: [moment.milliseconds, Data(record.bytes), kind.rawValue, Data(reference)]
        )
    }

    /// The day on which a document that waits becomes visible; nil for one that does not wait, and where there is no term.
    func releaseDay(of document: UniqueID, in context: RecordContext) throws -> CalendarDate? {
        let whole = try whole(context)
        let marks = try ([whole] + whole.joined).compactMap { try visibilityMarks(of: $0).marks[document] }
        guard let mark = marks.first(where: \.waits) else { return nil }
        return registers.rules.policySets[context.policy.policySet]?
            .releaseDay(ofHiddenSince: mark.since.dayInFrance, grace: context.policy.announcementGrace)
    }

    /// From whom a document is kept, as the traces of the record and of those joined with it tell.
    func visibility(of document: UniqueID, in context: RecordContext) throws -> Visibility {
        let whole = try whole(context)
        return try ([whole] + whole.joined).reduce(into: []) { visibility, part in
            visibility.formUnion(try visibilityMarks(of: part).marks[document]?.visibility ?? [])
        }
    }

    private func wait(_ kind: DueKind, _ document: UniqueID, _ context: RecordContext, at day: CalendarDate) throws {
        try database.execute(
            sql: "INSERT OR REPLACE INTO due (record_id, kind, ref, at) VALUES (?, ?, ?, ?)",
            arguments: [
                Data(context.record.bytes), kind.rawValue, Data(document.bytes),
                day.midnightInFrance.milliseconds,
            ]
        )
    }

    /// What a record's own traces tell of its documents.
    private func visibilityMarks(of context: RecordContext) throws -> VisibilityMarks {
        let rows = try Row.fetchCursor(
            database,
            sql: "SELECT rec_seq, ct FROM trace WHERE record_id = ? ORDER BY rec_seq",
            arguments: [Data(context.record.bytes)]
        )
        var marks = VisibilityMarks()
        while let row = try rows.next() {
            let sequence = UInt64(clamping: row["rec_seq"] as Int64)
            let opened = try context.traceKey.open(
                [UInt8](row["ct"] as Data),
                record: context.record,
                sequence: sequence
            )
            marks.read(try TraceEvent.decode(opened.event).event)
        }
        return marks
    }
}

extension RecordState {
    /// Since when nothing comes of what falls due; nil for an open record.
    var restsSince: Instant? {
        switch self {
        case .open: nil
        case .suspended(let since): since
        case .closed(let at, _): at
        }
    }
}
