import HealthRecord
import Sealing

extension Custodian {
    /// Tells the holder of a first reading by somebody (order of 26/10/2023).
    ///
    /// An emergency is told of when it opens; a secret connection never, for the representatives read the holder's mail.
    func tellOfReading(_ admission: Admission, _ anythingRead: Bool, record: RecordID) async throws(CustodyError) {
        guard anythingRead, case .care(let actor) = admission.actor, !admission.isSecretConnection else { return }
        guard let context = try await contextAfterCommit(of: record) else { return }
        var isFirst = !context.file.knownReaders.contains(actor.subject)
        guard isFirst else { return }
        if isFirst {
            isFirst = try await ledger.commit { transaction in
                guard var context = try transaction.context(of: record),
                    !context.file.knownReaders.contains(actor.subject)
                else { return false }
                context.change { $0.knownReaders.append(actor.subject) }
                transaction.keep(context)
                return true
            }.value
        }
        guard isFirst, admission.mode == .normal, context.file.notices.firstAccess else { return }
        let now = clock()
        await tell(.firstAccess(by: actor.name, at: now), to: context.file, at: now)
    }

    /// Tells the holder that a professional filed something; of what waits, or is kept from those who read the mail, nothing.
    func tellOfDeposit(_ plan: WorkPlan, on record: RecordID) async {
        guard case .care = plan.actor, !plan.isSecret,
            plan.leaves.contains(where: { leaf in
                leaf.entry.visibility.isDisjoint(with: [
                    .hiddenFromPatient, .hiddenFromRepresentatives, .secretConnection,
                ]) && !leaf.entry.isLotSignature
            }), let context = try? await contextAfterCommit(of: record), context.file.notices.newDocument
        else { return }
        await tell(.newDocument(at: clock()), to: context.file, at: clock())
    }

    /// Sends a notice by the holder's first way; a notice that cannot be sent stops nobody's care.
    func tell(_ notice: Notice, to file: HolderFile, at now: Instant) async {
        guard let channel = file.noticeChannel else { return }
        await tell(notice, to: file, by: channel, at: now)
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
}

extension HolderFile {
    /// By which way the holder is told of things.
    var noticeChannel: ContactChannel? {
        let preferred = notices.channel.flatMap { $0 == .letter ? nil : channel($0) }
        return preferred ?? channel(.email) ?? channel(.sms)
    }
}
