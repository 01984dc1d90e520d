import AccessRules
import Custody
import HTTPTypes
import HealthRecord
import PageKit
import RecordService
import ServerKit
import Wording

/// Page 8: a document goes to a professional's mailbox of secured messaging, once it has been said what that means.
extension PortalDoor {
    /// The most mailboxes offered, and the most professionals looked up for them.
    static let mostMailboxes = 20
    /// The most bytes of archive and readable file together; beyond, the archive goes alone.
    static let mostWithReadable = 7_000_000

    /// Whether the one signed in may send a document: whoever may read it and take a copy away.
    func isSendable(_ entry: DocumentEntry, _ stay: Stay) -> Bool {
        settings.secureMail != nil && (entry.status == .approved || entry.status == .archived) && mayTake(stay)
            && may(.read, on: entry, stay)
    }

    func sendingForm(_ turn: Turn, _ stay: Stay) async throws -> Answer {
        guard let (mail, entry) = try await sendable(turn, stay) else { return .trouble(.notFound) }
        return .page(try await sendingPage(entry, mail, stay))
    }

    func checkSending(_ turn: Turn, _ stay: Stay, _ form: FormFields) async throws -> Answer {
        guard let (mail, entry) = try await sendable(turn, stay) else { return .trouble(.notFound) }
        let entered = SendingEntry(form)
        guard entry.size <= mail.mostBytes else { return try await again(entry, mail, stay, entered, []) }
        switch entered.recipient(in: mail.domains) {
        case .fault(let fault): return try await again(entry, mail, stay, entered, [fault])
        case .mailbox(let mailbox):
            let state = SealedSending(
                session: seal.formToken(for: stay.cookie.description),
                at: stay.now,
                document: entry.id,
                sending: Sending(id: newID(), recipient: mailbox)
            )
            guard let sealed = state.sealed(seal) else { return .trouble(.paused) }
            return .page(
                ActSummaryPage(
                    title: SendingText.check.phrase,
                    about: entry.title,
                    meaning: [
                        SendingText.to(mailbox), SendingText.goes.phrase, SendingText.reads.phrase,
                        SendingText.leaves.phrase,
                    ],
                    undo: SendingText.noUndo.phrase,
                    isGrave: true,
                    action: Paths.sendingConfirmed(entry.id),
                    confirm: SendingText.confirm.phrase,
                    cancel: SendingText.cancel.phrase,
                    back: Paths.document(entry.id),
                    carried: [(FormNames.request, sealed)],
                    place: .documents,
                    trail: [Crumb(label: ShellText.documents.phrase, path: Paths.documents)]
                )
            )
        }
    }

    func send(_ turn: Turn, _ stay: Stay, _ form: FormFields) async throws -> Answer {
        guard let (mail, entry) = try await sendable(turn, stay) else { return .trouble(.notFound) }
        guard
            let sending = SealedSending.opened(
                form.only(FormNames.request),
                of: entry.id,
                session: seal.formToken(for: stay.cookie.description),
                now: stay.now,
                seal
            )
        else { return .trouble(.stale) }
        var entered = SendingEntry()
        entered.typed = sending.recipient.address
        guard entry.size <= mail.mostBytes, mail.domains.admits(sending.recipient) else {
            return try await again(entry, mail, stay, entered, [])
        }
        let outcome: SendingOutcome
        do {
            outcome = try await service.send(entry.id, sending, stay.visit) { lot in
                await deliver(lot, to: sending.recipient, mail)
            }
        } catch {
            guard case .conflict(let what) = error, let hindrance = SendingHindrance(rawValue: what) else {
                throw error
            }
            switch hindrance {
            case .begun: return .see(Paths.document(entry.id) + "?fait=deja-envoye")
            case .tooMany:
                return try await again(entry, mail, stay, entered, [SendingEntry.fault(.tooMany)], .tooManyRequests)
            }
        }
        switch outcome {
        case .sent: return .see(Paths.document(entry.id) + "?fait=envoye")
        case .uncertain: return .see(Paths.document(entry.id) + "?fait=envoi-incertain")
        case .unsent:
            return try await again(entry, mail, stay, entered, [SendingEntry.fault(.failed)], .serviceUnavailable)
        case .notFound: return .trouble(.notFound)
        case .refused(let refusal): throw ServiceError.refused(refusal)
        }
    }

    private func sendable(_ turn: Turn, _ stay: Stay) async throws -> (mail: SecureMail, entry: DocumentEntry)? {
        guard let mail = settings.secureMail,
            let entry = try await clinical(stay).first(where: { $0.id == turn.document && isSendable($0, stay) })
        else { return nil }
        return (mail, entry)
    }

    private func sendingPage(_ entry: DocumentEntry, _ mail: SecureMail, _ stay: Stay) async throws -> SendingPage {
        SendingPage(
            id: entry.id,
            title: entry.title,
            known: try await mailboxes(mail, stay),
            fits: entry.size <= mail.mostBytes
        )
    }

    private func again(
        _ entry: DocumentEntry,
        _ mail: SecureMail,
        _ stay: Stay,
        _ entered: SendingEntry,
        _ faults: [FieldFault],
        _ status: HTTPResponse.Status = .unprocessableContent
    ) async throws -> Answer {
        var page = try await sendingPage(entry, mail, stay)
        page.entered = entered
        page.faults = faults
        return .page(page, status: status)
    }

    private func mailboxes(_ mail: SecureMail, _ stay: Stay) async throws -> [SendingPage.Known] {
        await Self.mailboxes(of: try await known(stay), mail)
    }

    /// The mailboxes of those whom the record has to do with, as far as the deployment knows them and lets documents go there.
    static func mailboxes(of known: [KnownProfessional], _ mail: SecureMail) async -> [SendingPage.Known] {
        var found: [SendingPage.Known] = []
        for one in known.filter({ $0.block == nil && !$0.wasOnlyRefused }).prefix(mostMailboxes) {
            guard case .person(let person) = one.subject, let contact = await mail.contact(person),
                mail.domains.admits(contact.mailbox)
            else { continue }
            found.append(SendingPage.Known(name: one.spoken, mailbox: contact.mailbox))
        }
        return found
    }

    /// Puts a document into a message and hands it over.
    private func deliver(_ lot: SendingLot, to mailbox: SecureMailbox, _ mail: SecureMail) async -> SecureDelivery {
        let entry = lot.document.entry
        let content = DocumentContent(title: entry.title, bytes: lot.document.bytes, valueSets: valueSets)
        let archive = XDMArchive(
            entry: entry,
            bytes: lot.document.bytes,
            ending: content.ending,
            set: lot.set,
            recipient: mailbox
        )
        guard let file = try? archive.file() else { return .notTaken }
        return await mail.send(
            SecureMessage(
                recipient: mailbox,
                subject: XDMArchive.subjectMark + SendingText.mailSubject(.french),
                body: [SendingText.mailHello, .mailText, .mailNoReply].map { $0(.french) }.joined(separator: "\n\n"),
                attachments: Self.attachments(archive: file, readable: readable(content, in: .french))
            )
        )
    }

    /// The archive, and what people can read beside it where both fit into one message.
    static func attachments(
        archive: [UInt8],
        readable: (bytes: [UInt8], ending: String)?
    ) -> [SecureMessage.Attachment] {
        var all = [SecureMessage.Attachment(name: XDMArchive.name, mediaType: "application/zip", bytes: archive)]
        if let readable, archive.count + readable.bytes.count <= mostWithReadable {
            all.append(
                SecureMessage.Attachment(
                    name: "document." + readable.ending,
                    mediaType: readable.ending == "pdf" ? "application/pdf" : "text/html",
                    bytes: readable.bytes
                )
            )
        }
        return all
    }
}
