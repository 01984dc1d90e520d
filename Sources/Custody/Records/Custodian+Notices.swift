import AccessRules
import HealthRecord
import Sealing

extension Custodian {
    /// Remembers whoever opens a record, and tells of a first access, in the transaction that traces it.
    ///
    /// An emergency is told of when it opens, and is no first time any more afterwards. A secret connection leaves nothing
    /// behind: the representatives read the holder's mail, and hear of the first time that is none of the minor's own.
    func noteReader(
        _ admission: Admission,
        _ judgement: Judgement,
        _ context: inout RecordContext,
        _ transaction: inout CustodyTransaction
    ) throws {
        guard case .care(let actor) = admission.actor, !admission.isSecretConnection,
            !context.file.knownReaders.contains(actor.subject)
        else { return }
        let isTold = judgement.decision.obligations.contains(.notifyHolderOfFirstAccess)
        guard isTold || (admission.mode != .normal && judgement.question.act.opensEmergency) else { return }
        context.change { $0.knownReaders.append(actor.subject) }
        guard isTold else { return }
        // Order of 26/10/2023: where the set says so, no choice silences it.
        try tellRepresentatives(.firstAccess, on: context, &transaction)
        try transaction.tellSurely(.firstAccess(by: actor.name, at: transaction.now), on: context)
    }

    /// Tells of work that has become true: the holder hears that a professional filed something, or that the law's term made
    /// visible what waited.
    ///
    /// Of what waits, or is kept from those who read the mail, nothing.
    func tell(of plan: WorkPlan, on context: RecordContext, _ transaction: inout CustodyTransaction) throws {
        switch plan.actor {
        case .care: try tellOfDeposit(plan, on: context, &transaction)
        case .system(Self.calendarService):
            let now = transaction.now
            let isTold = plan.changes.contains { change in
                change.act == .reveal && silence(over: change.after.visibility, on: context, now: now) == nil
            }
            if isTold { try transaction.tell(.announcementReleased(at: now), on: context) }
        case .system, .holder, .representative: break
        }
    }

    private func tellOfDeposit(
        _ plan: WorkPlan,
        on context: RecordContext,
        _ transaction: inout CustodyTransaction
    ) throws {
        guard !plan.isSecret,
            plan.leaves.contains(where: { leaf in
                leaf.entry.visibility.isDisjoint(with: [
                    .hiddenFromPatient, .hiddenFromRepresentatives, .secretConnection,
                ]) && !leaf.entry.isLotSignature
            })
        else { return }
        try tellRepresentatives(.newDocument, on: context, &transaction)
        guard context.file.notices.newDocument else { return }
        try transaction.tell(.newDocument(at: transaction.now), on: context)
    }
}
