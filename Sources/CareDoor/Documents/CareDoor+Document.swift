import AccessRules
import Custody
import HealthRecord
import Hummingbird
import PageKit
import RecordService
import ServerKit
import Wording
import XDSWire

/// Page 9, and what can become of a document.
extension CareDoor {
    private static let acts: [Act] = [
        .replace, .mask, .unmask, .reveal, .hideFromRepresentatives, .archive, .restore, .delete,
    ]

    func document(_ turn: Turn, _ now: Consultation) async throws -> Answer {
        let listing = try await service.list(now.visit)
        guard let id = turn.document, let entry = listing.clinical.first(where: { $0.id == id }) else {
            return .trouble(.notFound, handle: now.handle)
        }
        let possible = service.possibleActs(among: Self.acts, on: entry, in: listing, now.visit)
        return .page(
            DocumentPage(
                handle: now.handle,
                id: id,
                title: entry.title,
                states: DocumentMark.marks(of: entry, isMine: isMine(entry, now.stay)),
                warnsOfPatient: entry.visibility.contains(.hiddenFromPatient),
                warnsOfRepresentatives: !entry.visibility.isDisjoint(
                    with: [.hiddenFromRepresentatives, .secretConnection]
                ),
                isWebFiled: Self.isWebFiled(entry),
                hasReceipt: isMine(entry, now.stay),
                shown: DocumentShowing(entry),
                readable: ReadableFile(entry),
                facts: facts(entry, turn.language),
                versions: DocumentVersion.all(of: entry, in: listing.clinical),
                choices: DocumentChoice.allCases.filter { possible.contains($0.act) && $0.applies(to: entry) },
                canReplace: possible.contains(.replace) && entry.status == .approved,
                notice: Self.notice(turn.asked(Names.done))
            )
        )
    }

    private static func isWebFiled(_ entry: DocumentEntry) -> Bool {
        entry.signature == .authenticatedOnly && entry.comments == RecordService.webRemark
    }

    private static func notice(_ text: String) -> Phrase? {
        switch text {
        case "ajout": CareDocumentText.added.phrase
        case "version": CareDocumentText.replacedNow.phrase
        default: DocumentChoice(rawValue: text)?.done
        }
    }

    private func facts(_ entry: DocumentEntry, _ language: Language) -> [DocumentFact] {
        var facts: [DocumentFact] = []
        func add(_ label: Phrase, _ value: String?, isForeign: Bool = true) {
            guard let value, !value.isEmpty else { return }
            facts.append(DocumentFact(label: label, value: value, isForeign: isForeign))
        }
        let names = valueSets.officialNames(entry)
        add(DocumentPageText.type.phrase, names.type[language], isForeign: false)
        add(DocumentPageText.category.phrase, names.category[language], isForeign: false)
        add(DocumentPageText.actDate.phrase, entry.serviceStart.map { date($0)[language] }, isForeign: false)
        add(DocumentPageText.date.phrase, date(entry.creationTime)[language], isForeign: false)
        add(CareDocumentText.author.phrase, author(entry))
        let specialty = specialty(entry)
        add(CareDocumentText.specialty.phrase, specialty?[language], isForeign: specialty?.english == specialty?.french)
        add(DocumentPageText.structure.phrase, entry.authors.first?.institutions.first?.name)
        add(DocumentPageText.received.phrase, DateText.moment(entry.depositedAt)[language], isForeign: false)
        add(DocumentPageText.state.phrase, entry.status.label[language], isForeign: false)
        let signature = Self.isWebFiled(entry) ? CareDocumentText.unsigned.phrase : entry.signature.label
        add(DocumentPageText.signature.phrase, signature[language], isForeign: false)
        add(CareDocumentText.acts.phrase, ActCodes.text(entry.eventCodes))
        add(DocumentPageText.comment.phrase, entry.comments)
        add(CareDocumentText.digest.phrase, Self.hex(entry.sha256))
        return facts
    }

    static func hex(_ bytes: [UInt8]) -> String {
        // In groups, which lines can break between.
        bytes.enumerated().map { place, byte in
            (place > 0 && place.isMultiple(of: 4) ? " " : "") + (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
    }

    func changeForm(_ turn: Turn, _ now: Consultation) async throws -> Answer {
        guard let choice = turn.parameters.get("choice").flatMap(DocumentChoice.init), let id = turn.document else {
            return .trouble(.notFound, handle: now.handle)
        }
        // Without leave to read, its author announces a document, and does nothing else here.
        let entries = try await (choice == .reveal ? entriesAtHand(now).0 : service.list(now.visit).clinical)
        guard let entry = entries.first(where: { $0.id == id })
        else { return .trouble(.notFound, handle: now.handle) }
        guard choice.applies(to: entry) else {
            return .see(reads(now) ? Paths.document(now.handle, id) : Paths.chart(now.handle, .announce))
        }
        return .page(
            ChangePage(
                handle: now.handle,
                id: id,
                title: entry.title,
                choice: choice,
                back: reads(now) ? Paths.document(now.handle, id) : Paths.chart(now.handle, .announce)
            )
        )
    }

    func change(_ turn: Turn, _ now: Consultation, _ form: FormFields) async throws -> Answer {
        guard let choice = turn.parameters.get("choice").flatMap(DocumentChoice.init), let id = turn.document else {
            return .trouble(.notFound, handle: now.handle)
        }
        do {
            _ = try await service.change(.logicalIDs([id]), choice.change, now.visit)
        } catch .refused(let refusal) where choice == .delete && refusal.code == DenialCode.documentState.rawValue {
            // Deleted already, in another window perhaps: what was asked for is done.
        } catch {
            throw error
        }
        // What is deleted has no page any more.
        let place =
            if !reads(now) { Paths.chart(now.handle, .announce) } else if choice == .delete {
                Paths.chart(now.handle, .documents)
            } else { Paths.document(now.handle, id) }
        return .see(place + "?\(Names.done)=\(choice.rawValue)")
    }
}

extension DocumentChoice {
    /// The act as the rules name it.
    var act: Act {
        switch self {
        case .mask: .mask
        case .unmask: .unmask
        case .reveal, .disclose: .reveal
        case .conceal: .hideFromRepresentatives
        case .archive: .archive
        case .restore: .restore
        case .delete: .delete
        }
    }

    var change: Custody.DocumentChange {
        switch self {
        case .mask: .mask
        case .unmask: .unmask
        case .reveal: .reveal(.hiddenFromPatient)
        case .conceal: .hideFromRepresentatives
        case .disclose: .reveal(.hiddenFromRepresentatives)
        case .archive: .archive
        case .restore: .restore
        case .delete: .delete
        }
    }

    /// Whether there is anything to change.
    func applies(to entry: DocumentEntry) -> Bool {
        switch self {
        case .mask: !entry.visibility.contains(.maskedToProfessionals) && entry.status != .deprecated
        case .unmask: entry.visibility.contains(.maskedToProfessionals) && entry.status != .deprecated
        case .reveal: entry.visibility.contains(.hiddenFromPatient)
        case .conceal:
            entry.visibility.isDisjoint(with: [.hiddenFromRepresentatives, .secretConnection])
                && entry.visibility.mayBecome(.hiddenFromRepresentatives)
        // What came in by a secret connection stays secret whatever its code says.
        case .disclose:
            entry.visibility.contains(.hiddenFromRepresentatives) && !entry.visibility.contains(.secretConnection)
        case .archive: entry.status == .approved
        case .restore: entry.status == .archived
        case .delete: true
        }
    }

    /// What has just been done.
    var done: Phrase {
        switch self {
        case .mask: CareDocumentText.maskedNow.phrase
        case .unmask: CareDocumentText.unmaskedNow.phrase
        case .reveal: CareDocumentText.revealed.phrase
        case .conceal: CareDocumentText.concealedNow.phrase
        case .disclose: CareDocumentText.disclosedNow.phrase
        case .archive: CareDocumentText.archivedNow.phrase
        case .restore: CareDocumentText.restoredNow.phrase
        case .delete: CareDocumentText.deletedNow.phrase
        }
    }
}
