import AccessRules
import Foundation
import GRDB
import HealthRecord
import Sealing

/// The author of advance directives is reminded of them, so that they stay what he wants (CSP R1111-19; how often is the
/// set's to say, for the article does not).
extension Custodian {
    /// Puts the holder's directives on the calendar, and takes off what is replaced or gone.
    ///
    /// Where the set reminds nobody the line waits for one that does.
    func putDirectivesOnCalendar(
        _ entry: DocumentEntry,
        _ context: RecordContext,
        _ transaction: inout CustodyTransaction
    ) throws {
        guard entry.typeCode == Code("EXPPAT_3", CodeSystem.frenchType) else { return }
        let term = rules.policySets[context.policy.policySet]?.directivesReminder
        guard entry.status == .approved else {
            try transaction.forgetDirectives(Array(entry.id.bytes), context)
            return
        }
        try transaction.remindOfDirectives(
            Array(entry.id.bytes),
            context,
            at: term?.end(from: entry.depositedAt.date).midnight ?? Due.putOff
        )
    }

    /// Reminds the author, and puts the next time on the calendar.
    func remindOfDirectives(
        _ reference: [UInt8],
        _ context: inout RecordContext,
        _ transaction: inout CustodyTransaction
    ) throws -> [OutgoingNotice] {
        // A set without reminders reminds nobody for now, and nobody reads what is closed.
        guard let document = UniqueID(bytes: reference), !context.policy.state.isClosed,
            let term = rules.policySets[context.policy.policySet]?.directivesReminder
        else {
            try transaction.putOff(.directives, reference, of: context.record)
            return []
        }
        try transaction.forgetDirectives(reference, context)
        let next = term.end(from: transaction.now.date).midnight
        if next > transaction.now { try transaction.remindOfDirectives(reference, context, at: next) }
        var draft = calendarDraft(.remind, "calendar.directives", context)
        draft.documents = [document]
        _ = try transaction.append(draft, to: &context)
        return notices(.directivesReminder(at: transaction.now), to: context.file, at: transaction.now)
    }
}

extension CustodyTransaction {
    /// Takes up what was put off; what is overdue comes with the next run.
    ///
    /// - Parameter first: when a document's first reminder was due.
    func resumeDirectives(of context: RecordContext, _ first: (UniqueID) -> Instant?) throws {
        let waiting = try Data.fetchAll(
            database,
            sql: "SELECT ref FROM due WHERE record_id = ? AND kind = ? AND at = ?",
            arguments: [Data(context.record.bytes), DueKind.directives.rawValue, Due.putOff.milliseconds]
        )
        for reference in waiting.map({ [UInt8]($0) }) {
            let due = UniqueID(bytes: reference).flatMap(first) ?? now
            try forgetDirectives(reference, context)
            try remindOfDirectives(reference, context, at: due)
        }
    }

    fileprivate func remindOfDirectives(_ reference: [UInt8], _ context: RecordContext, at moment: Instant) throws {
        try database.execute(
            sql: "INSERT OR IGNORE INTO due (record_id, kind, ref, at) VALUES (?, ?, ?, ?)",
            arguments: [
                Data(context.record.bytes), DueKind.directives.rawValue, Data(reference), moment.milliseconds,
            ]
        )
    }

    fileprivate func forgetDirectives(_ reference: [UInt8], _ context: RecordContext) throws {
        try database.execute(
            sql: "DELETE FROM due WHERE record_id = ? AND kind = ? AND ref = ?",
            arguments: [Data(context.record.bytes), DueKind.directives.rawValue, Data(reference)]
        )
    }
}
