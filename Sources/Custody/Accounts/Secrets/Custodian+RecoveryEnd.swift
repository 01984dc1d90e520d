import AccessRules
import Foundation
import GRDB
import HealthRecord
import Sealing

extension Custodian {
    /// What a recovery by letter ends, traces and tells, whichever factor was lost.
    func settleRecovery(
        of changed: String,
        tellingBy ways: [ContactChannel],
        _ context: inout RecordContext,
        _ transaction: inout CustodyTransaction
    ) throws {
        try transaction.endWhatIsOpen(by: context)
        var draft = TraceDraft(
            act: .changeAccess,
            actor: .holder(context.file.name),
            mode: .normal,
            request: newID(),
            node: "",
            rule: "recovery.postedCode",
            policy: rules.versionedName(of: context.policy.policySet)
        )
        draft.details["changed"] = changed
        _ = try transaction.append(draft, to: &context)
        for way in ways {
            try transaction.tell(.accessChanged(at: transaction.now), to: context.file, of: context.record, by: way)
        }
    }
}

extension CustodyTransaction {
    /// Ends what a holder has open, on his own record and on those of others, and what his former ways have begun.
    ///
    /// Whoever acts for him stays: he has a secret of his own.
    func endWhatIsOpen(by context: RecordContext) throws {
        try database.execute(
            sql: "UPDATE session SET seen = 0 WHERE record_id = ? AND mandate IS NULL",
            arguments: [Data(context.record.bytes)]
        )
        try endActing(by: context.record)
        try endFormerWays(into: context)
    }

    /// Voids what a former secret has begun or a letter would still open: sign-ins half done, letters of recovery.
    func endFormerWays(into context: RecordContext) throws {
        try database.execute(
            sql: "DELETE FROM sign_in WHERE record_id = ? AND mandate IS NULL",
            arguments: [Data(context.record.bytes)]
        )
        for ins in context.file.identifiers {
            let tag = try registers.index.tag(ins: ins.matricule.text, oid: ins.root.rawValue)
            try database.execute(
                sql: "DELETE FROM letter_code WHERE tag = ? AND purpose = ?",
                arguments: [Data(tag.bytes), LetterPurpose.recover.rawValue]
            )
            try WaitingLetter.Slot.code(tag, .recover).empty(in: database)
        }
    }
}
