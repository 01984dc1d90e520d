import Foundation
import GRDB
import HealthRecord
import Sealing

/// The acts of the calendar, each inside the transaction that takes it off the list.
extension Custodian {
    func expireLeave(
        _ reference: [UInt8],
        _ context: inout RecordContext,
        _ transaction: inout CustodyTransaction
    ) throws {
        let registers = transaction.registers
        let place = try context.policy.authorisations.firstIndex { leave in
            try registers.reference(of: leave) == reference
        }
        guard let place else { return }
        let leave = context.policy.authorisations[place]
        // The leave stays, expired: the professional is told so, and the holder sees it.
        context.change { $0.policy.authorisations[place].isExpiryTraced = true }
        var draft = calendarDraft(.expire, "calendar.leave", context)
        draft.details = ["subject": leave.subject.text, "name": leave.name.spoken]
        if leave.isSecret { draft.details[TraceEvent.secretKey] = "1" }
        _ = try transaction.append(draft, to: &context)
    }

    func expireMandate(
        _ reference: [UInt8],
        _ context: inout RecordContext,
        _ transaction: inout CustodyTransaction
    ) throws {
        guard let one = context.policy.representatives.first(where: { $0.id.bytes == reference }) else { return }
        try transaction.certify(.ended, of: one, on: context)
        context.end(one.id, .expired, at: transaction.now)
        var draft = calendarDraft(.endRepresentation, "calendar.mandate", context)
        draft.details = ["ended": one.id.text, "name": one.name.spoken]
        _ = try transaction.append(draft, to: &context)
    }

    /// At majority mandates end, and the person enrols himself (reference: access-and-lifecycle § 3.7).
    func comeOfAge(
        _ letter: NewLetter?,
        _ context: inout RecordContext,
        _ transaction: inout CustodyTransaction
    ) throws -> [OutgoingNotice] {
        let ending = context.policy.representatives.filter { one in
            guard one.kind.endsAtMajority else { return false }
            switch one.standing {
            case .invited, .active: return true
            case .refused, .ended: return false
            }
        }
        for one in ending { context.end(one.id, .majority, at: transaction.now) }
        var draft = calendarDraft(.endRepresentation, "calendar.majority", context)
        draft.details = ["ended": ending.map(\.id.text).joined(separator: " ")]
        // Secret, channels and sessions so far were those of the representatives.
        try transaction.database.execute(
            sql: "DELETE FROM account WHERE record_id = ?",
            arguments: [Data(context.record.bytes)]
        )
        try transaction.dropKeys(of: context.record)
        try transaction.endFormerWays(into: context)
        try transaction.endSessions(of: context.record)
        context.change { file in
            file.phone = nil
            file.email = nil
            file.enrolledAt = nil
            switch file.policy.state {
            case .open: file.policy.state = .open(internet: .awaitingActivation)
            case .suspended, .closed: file.internetBefore = .awaitingActivation
            }
        }
        _ = try transaction.append(draft, to: &context)
        var told = notices(.majorityReached(at: transaction.now), to: context.file, at: transaction.now)
        if let letter, context.policy.state.isOpen {
            told += try activation(letter, context, transaction)
        }
        return told
    }

    /// The letter by which somebody activates a record that is open already.
    private func activation(
        _ letter: NewLetter,
        _ context: RecordContext,
        _ transaction: CustodyTransaction
    ) throws -> [OutgoingNotice] {
        guard let ins = context.file.identifiers.first, let patient = QualifiedINS(ins, in: settings.domain) else {
            return []
        }
        try transaction.keepLetter(
            try tag(of: patient),
            .activate,
            salt: letter.salt,
            digest: letter.digest,
            expires: transaction.now.advanced(bySeconds: settings.letterLifetime)
        )
        return [
            OutgoingNotice(
                channel: .letter(context.file.address),
                recipient: context.file.name,
                ins: ins,
                notice: .activationCode(letter.code),
                at: transaction.now
            )
        ]
    }

    func expireTeam(
        _ reference: [UInt8],
        _ context: inout RecordContext,
        _ transaction: inout CustodyTransaction
    ) throws {
        guard let team = context.policy.careTeams.first(where: { $0.id.bytes == reference }) else { return }
        context.change { $0.policy.endTeam(team.id) }
        var draft = calendarDraft(.endTeam, "calendar.team", context)
        draft.details = ["team": team.id.text, "name": team.name]
        _ = try transaction.append(draft, to: &context)
    }

    func closeSuspended(
        _ context: inout RecordContext,
        _ transaction: inout CustodyTransaction
    ) throws -> [OutgoingNotice] {
        guard case .suspended = context.policy.state else { return [] }
        try transaction.close(&context, .authority)
        var draft = calendarDraft(.close, "calendar.suspension", context)
        draft.details = ["reason": ClosureReason.authority.rawValue]
        _ = try transaction.append(draft, to: &context)
        return notices(.recordClosed(at: transaction.now), to: context.file, at: transaction.now)
    }

    /// The patient hears that there is something, and is asked to see a professional; its author is reminded (R1111-53).
    ///
    /// Of what a minor keeps from the representatives the author alone hears, and the patient once he is of age.
    func announce(
        _ reference: [UInt8],
        _ context: inout RecordContext,
        _ transaction: inout CustodyTransaction
    ) throws -> [OutgoingNotice] {
        // While the record rests nobody reads a word of it: the notice comes back with the record.
        guard let document = UniqueID(bytes: reference), context.policy.state.isOpen else {
            try transaction.putOff(.announce, reference, of: context.record)
            return []
        }
        let visibility = try transaction.visibility(of: document, in: context)
        if let end = silence(over: visibility, on: context, now: transaction.now) {
            _ = try leaveTask(about: document, try transaction.whole(context), transaction)
            try transaction.putOff(.announce, reference, of: context.record, until: end)
            return []
        }
        try transaction.database.execute(
            sql: "DELETE FROM due WHERE record_id = ? AND kind = 'announce' AND ref = ?",
            arguments: [Data(context.record.bytes), Data(reference)]
        )
        var draft = calendarDraft(.announce, "calendar.announce", context)
        draft.documents = [document]
        _ = try transaction.append(draft, to: &context)
        var whole = try transaction.whole(context)
        // A joined part knows by its own traces what its patient has been told.
        if let part = try leaveTask(about: document, whole, transaction), part != context.record {
            try transaction.mirror(draft, in: part, of: &whole)
        }
        return notices(.announcementDue(at: transaction.now), to: context.file, at: transaction.now)
    }

    /// Makes a task of what was a line of the author's list; answers into which part of the record he filed.
    private func leaveTask(
        about document: UniqueID,
        _ whole: RecordContext,
        _ transaction: CustodyTransaction
    ) throws -> RecordID? {
        for part in [whole] + whole.joined {
            guard let author = try transaction.author(of: document, in: part) else { continue }
            try transaction.dropNotices(to: author, about: document, on: whole.record, custodian: self)
            try transaction.leave(.announcementDue(document), to: author, on: whole, custodian: self)
            return part.record
        }
        return nil
    }
}

extension CustodyTransaction {
    /// Who deposited a document, by the record's own trace.
    fileprivate func author(of document: UniqueID, in context: RecordContext) throws -> CareSubject? {
        let rows = try Row.fetchAll(
            database,
            sql: "SELECT rec_seq, ct FROM trace WHERE record_id = ? ORDER BY rec_seq",
            arguments: [Data(context.record.bytes)]
        )
        for row in rows {
            let sequence = UInt64(clamping: row["rec_seq"] as Int64)
            let opened = try context.traceKey.open(
                [UInt8](row["ct"] as Data),
                record: context.record,
                sequence: sequence
            )
            let event = try TraceEvent.decode(opened.event).event
            if event.act == .deposit, event.documents.contains(document), case .care(let care) = event.actor {
                return care.subject
            }
        }
        return nil
    }
}
