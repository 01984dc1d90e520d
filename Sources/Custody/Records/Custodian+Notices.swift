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
        guard isFirst, admission.mode == .normal else { return }
        let now = clock()
        await tell(.firstAccess(by: actor.name, at: now), to: context.file, at: now)
    }

    /// Sends a notice by the holder's first way; a notice that cannot be sent stops nobody's care.
    func tell(_ notice: Notice, to file: HolderFile, at now: Instant) async {
        guard let channel = file.channel(.email) ?? file.channel(.sms) else { return }
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
