import AccessRules
import HealthRecord
import Sealing

extension Custodian {
    /// Remembers whoever opens a record, in the transaction that traces it.
    ///
    /// An emergency is told of when it opens, and is no first time any more afterwards. A secret connection leaves nothing
    /// behind: the representatives read the holder's mail, and hear of the first time that is none of the minor's own.
    ///
    /// - Returns: whether the decision obliges to tell the holder of a first access, and this is one (order of 26/10/2023).
    func noteReader(_ admission: Admission, _ judgement: Judgement, _ context: inout RecordContext) -> Bool {
        guard case .care(let actor) = admission.actor, !admission.isSecretConnection,
            !context.file.knownReaders.contains(actor.subject)
        else { return false }
        let isTold = judgement.decision.obligations.contains(.notifyHolderOfFirstAccess)
        guard isTold || (admission.mode != .normal && judgement.question.act.opensEmergency) else { return false }
        context.change { $0.knownReaders.append(actor.subject) }
        return isTold
    }

    /// Tells the holder that somebody opened the record for the first time; where the set says so, no choice silences it.
    func tellOfFirstAccess(_ admission: Admission, on record: RecordID) async {
        guard case .care(let actor) = admission.actor, let context = try? await contextAfterCommit(of: record) else {
            return
        }
        let now = clock()
        await tellRepresentatives(.firstAccess, on: context, at: now)
        await tellSurely(.firstAccess(by: actor.name, at: now), to: context.file, at: now)
    }

    /// Tells the holder that a professional filed something; of what waits, or is kept from those who read the mail, nothing.
    func tellOfDeposit(_ plan: WorkPlan, on record: RecordID) async {
        guard case .care = plan.actor, !plan.isSecret,
            plan.leaves.contains(where: { leaf in
                leaf.entry.visibility.isDisjoint(with: [
                    .hiddenFromPatient, .hiddenFromRepresentatives, .secretConnection,
                ]) && !leaf.entry.isLotSignature
            }), let context = try? await contextAfterCommit(of: record)
        else { return }
        await tellRepresentatives(.newDocument, on: context, at: clock())
        guard context.file.notices.newDocument else { return }
        await tell(.newDocument(at: clock()), to: context.file, at: clock())
    }

    /// Sends a notice by the holder's first way; a notice that cannot be sent stops nobody's care.
    func tell(_ notice: Notice, to file: HolderFile, at now: Instant) async {
        guard let channel = file.noticeChannel else { return }
        await tell(notice, to: file, by: channel, at: now)
    }

    /// Tells the holder what must reach him by any means: whoever has neither telephone nor e-mail gets a letter.
    func tellSurely(_ notice: Notice, to file: HolderFile, at now: Instant) async {
        guard let channel = file.surestChannel else { return }
        guard case .letter = channel else { return await tell(notice, to: file, by: channel, at: now) }
        let letter = OutgoingNotice(
            channel: channel,
            recipient: file.name,
            ins: file.identifiers.first,
            notice: notice,
            at: now
        )
        guard let kept = try? await ledger.commit({ try $0.keepForPost(letter) }).value else { return }
        await send(kept)
    }

    /// Sends a notice by one way.
    func tell(_ notice: Notice, to file: HolderFile, by channel: ContactChannel, at now: Instant) async {
        let outgoing = OutgoingNotice(
            channel: channel,
            recipient: file.name,
            ins: file.identifiers.first,
            notice: notice,
            at: now
        )
        try? await deliver(outgoing)
    }

    /// Sends a notice to a person at a door, be it a holder or somebody who acts for one.
    ///
    /// By the way preferred, or any but the post; a notice that cannot be sent stops nothing.
    func tell(_ notice: Notice, to person: SignInPerson, by preferred: ContactKind? = nil, at now: Instant) async {
        guard let channel = preferred.flatMap(person.channel) ?? person.channel(.email) ?? person.channel(.sms) else {
            return
        }
        try? await deliver(
            OutgoingNotice(channel: channel, recipient: person.name, ins: person.ins, notice: notice, at: now)
        )
    }
}

extension HolderFile {
    /// By which way the holder is told of things.
    var noticeChannel: ContactChannel? {
        let preferred = notices.channel.flatMap { $0 == .letter ? nil : channel($0) }
        return preferred ?? channel(.email) ?? channel(.sms)
    }

    /// The same, or the post where there is no other way: a record that opened by itself knows an address alone.
    var surestChannel: ContactChannel? { noticeChannel ?? channel(.letter) }
}
