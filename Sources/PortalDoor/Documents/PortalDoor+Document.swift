import AccessRules
import Custody
import HTTPTypes
import HealthRecord
import PageKit
import RecordService
import ServerKit
import Wording
import XDSWire

/// Page 8 and the decision to mask.
extension PortalDoor {
    func document(_ turn: Turn, _ stay: Stay) async throws -> Answer {
        let listing = try await service.list(stay.visit)
        guard let id = turn.document, let entry = listing.clinical.first(where: { $0.id == id }) else {
            return .trouble(.notFound)
        }
        // Nobody opened it before it was there.
        let events = try await events(since: entry.depositedAt, stay)
        let about = events.filter { $0.isByCare && $0.act == .read && $0.documents.contains(id) }
        let readers = DocumentReaders(
            entry: entry,
            policy: stay.file.policy,
            known: KnownProfessional.all(in: stay.file.policy, events: events, at: stay.now, rules: rules),
            reader: stay.visit.mandate,
            hostAccess: stay.file.hostAccess,
            now: stay.now,
            rules: rules
        )
        let requests = try await service.requests(stay.visit)
        let versions = DocumentVersion.all(of: entry, in: listing.clinical)
        return .page(
            DocumentPage(
                id: id,
                title: entry.title,
                states: DocumentState.states(of: entry),
                shown: DocumentShowing(entry),
                facts: facts(entry, turn.language),
                versions: versions,
                readers: teller(entries: listing.entries, stay).lines(about),
                whoMayRead: DocumentReadersView(people: readers.people, professions: readers.professions),
                canMask: canChange(entry, .mask, stay) && !entry.visibility.contains(.maskedToProfessionals),
                canUnmask: canChange(entry, .unmask, stay) && entry.visibility.contains(.maskedToProfessionals),
                acts: acts(on: entry, stay),
                mayDelete: isDeletable(entry, stay),
                isPinned: try await service.pins(stay.visit).contains(id),
                folders: entry.status == .deprecated
                    ? nil : try await folders(of: entry, among: listing.clinical, stay),
                mayRename: isRenamable(entry, stay),
                maySend: isSendable(entry, stay),
                readable: ReadableFile(entry),
                mayAskRectification: rectifier(of: entry, requests, stay) != nil,
                rectifications: requests.reversed().filter { request in
                    versions.contains { $0.id == request.rectification?.document }
                }.map(RectificationLine.init),
                mayUndo: turn.asked("fait") == "ajoute" && entry.isByHolder,
                notice: notice(turn.asked("fait"))
            )
        )
    }

    func canChange(_ entry: DocumentEntry, _ act: Act, _ stay: Stay) -> Bool {
        (entry.status == .approved || entry.status == .archived) && may(act, on: entry, stay)
    }

    private func notice(_ text: String) -> Phrase? {
        switch text {
        case "masque": DocumentPageText.masked.phrase
        case "visible": DocumentPageText.unmasked.phrase
        case "ajoute": AddingText.added.phrase
        case "epingle": PinText.pinned.phrase
        case "desepingle": PinText.unpinned.phrase
        case "trop-epingles": PinText.tooMany(Custodian.pinLimit)
        case "range": FolderText.filed.phrase
        case "renomme": RenamingText.done.phrase
        case "envoye": SendingText.done.phrase
        case "envoi-incertain": SendingText.uncertain.phrase
        case "deja-envoye": SendingText.already.phrase
        case "rectification": RectificationText.sent.phrase
        default: DocumentAct(rawValue: text)?.done.phrase
        }
    }

    private func facts(_ entry: DocumentEntry, _ language: Language) -> [DocumentFact] {
        var facts: [DocumentFact] = []
        func add(_ label: DocumentPageText, _ value: String?, isForeign: Bool = true) {
            guard let value, !value.isEmpty else { return }
            facts.append(DocumentFact(label: label, value: value, isForeign: isForeign))
        }
        let names = names(of: entry)
        if entry.isOfItsType { add(.type, names.type[language], isForeign: false) }
        add(.category, names.category[language], isForeign: false)
        add(.actDate, entry.serviceStart.map { date($0)[language] }, isForeign: false)
        add(.date, date(entry.creationTime)[language], isForeign: false)
        add(.author, author(entry))
        add(.structure, entry.authors.first?.institutions.first?.name)
        if let responsible = entry.legalAuthenticator, responsible.name != entry.authors.first?.name {
            add(.responsible, responsible.name.spoken)
        }
        add(.received, DateText.moment(entry.depositedAt)[language], isForeign: false)
        add(.state, entry.status.label[language], isForeign: false)
        add(.signature, entry.signature.label[language], isForeign: false)
        add(.size, SizeText.text(entry.size)[language], isForeign: false)
        add(.comment, entry.comments)
        add(.official, official(entry, besides: names))
        return facts
    }

    /// What the page calls the document: one's own as the form called it by which it was added.
    private func names(of entry: DocumentEntry) -> DocumentNames {
        let names = valueSets.plainNames(entry)
        guard let kind = OwnDocumentKind(entry) else { return names }
        return DocumentNames(type: kind.phrase, category: names.category)
    }

    /// What the value sets call the document, where that is not what the page calls it.
    private func official(_ entry: DocumentEntry, besides names: DocumentNames) -> String {
        let official = valueSets.officialNames(entry)
        let type = entry.isOfItsType ? [(official.type, names.type)] : []
        return ([(official.category, names.category)] + type)
            .filter { $0.0.french != $0.1.french }.map(\.0.french).joined(separator: ", ")
    }

    func maskForm(_ turn: Turn, _ stay: Stay) async throws -> Answer { try await changeForm(.mask, turn, stay) }

    func unmaskForm(_ turn: Turn, _ stay: Stay) async throws -> Answer { try await changeForm(.unmask, turn, stay) }

    private func changeForm(_ change: MaskPage.Change, _ turn: Turn, _ stay: Stay) async throws -> Answer {
        let entries = try await service.list(stay.visit).clinical
        guard let id = turn.document, let entry = entries.first(where: { $0.id == id }),
            canChange(entry, change == .mask ? .mask : .unmask, stay)
        else {
            return .trouble(.notFound)
        }
        guard entry.visibility.contains(.maskedToProfessionals) == (change == .unmask) else {
            return .see(Paths.document(id))
        }
        let people = try await known(stay)
        return .page(
            MaskPage(
                id: id,
                title: entry.title,
                change: change,
                reach: MaskReach(rules.policySets[stay.file.policy.policySet], stay.file.policy.emergency),
                physicians: people.filter { $0.isTreating && $0.block == nil }.map(\.titledName)
                    .filter { !$0.isEmpty },
                effect: PolicyEffect.of(
                    from: stay.file.policy,
                    to: stay.file.policy,
                    on: [Self.visible(entry, masked: change == .unmask)],
                    changed: { Self.visible($0, masked: change == .mask) },
                    people: people,
                    now: stay.now,
                    rules: rules
                )
            )
        )
    }

    func mask(_ turn: Turn, _ stay: Stay, _ form: FormFields) async throws -> Answer {
        guard let id = turn.document else { return .trouble(.notFound) }
        _ = try await service.change(.logicalIDs([id]), .mask, stay.visit)
        return .see(Paths.document(id) + "?fait=masque")
    }

    func unmask(_ turn: Turn, _ stay: Stay, _ form: FormFields) async throws -> Answer {
        guard let id = turn.document else { return .trouble(.notFound) }
        _ = try await service.change(.logicalIDs([id]), .unmask, stay.visit)
        return .see(Paths.document(id) + "?fait=visible")
    }
}

/// Sizes of files in words.
enum SizeText {
    static func text(_ bytes: UInt64) -> Phrase {
        let kibi = Double(bytes) / 1000
        let number = kibi < 1000 ? max(1, kibi.rounded()) : (kibi / 100).rounded() / 10
        let (french, english) = kibi < 1000 ? ("ko", "kB") : ("Mo", "MB")
        return Phrase(
            "\(NumberText.text(number, .french) + "\u{A0}" + french)",
            "\(NumberText.text(number, .english) + "\u{A0}" + english)"
        )
    }
}

extension DocumentEntry {
    /// Whether its type says what it is: the kinds of a patient's documents say so in their name, and what the service files
    /// under one is not the patient's.
    fileprivate var isOfItsType: Bool { isByHolder || OwnDocumentKind(self) == nil }
}

extension OwnDocumentKind {
    /// The kind that a document is filed under; nil where it is another type.
    fileprivate init?(_ entry: DocumentEntry) {
        guard entry.typeCode.system == CodeSystem.frenchType else { return nil }
        self.init(rawValue: entry.typeCode.value)
    }
}
