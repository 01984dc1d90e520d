import AccessRules
import ClinicalDocuments
import Custody
import HTTPTypes
import HealthRecord
import PageKit
import RecordService
import ServerKit
import Wording
import XDSWire

/// Page 9, its undo, and the deletion of one's own documents.
extension PortalDoor {
    /// Whether the rules let the one signed in add a document, so that the way to it is offered.
    func mayAdd(_ stay: Stay) -> Bool {
        let type = OwnDocumentKind.other.code
        guard let classCode = valueSets.classCode(forType: type) else { return false }
        let facts = DocumentFacts(typeCode: type, classCode: classCode, relation: .author, origin: .holder)
        return may(.feed, .document(facts), stay)
    }

    func addingForm(_ turn: Turn, _ stay: Stay) -> Answer {
        guard mayAdd(stay) else { return .trouble(.refused) }
        let isMasked = stay.file.policy.defaultVisibility.contains(.maskedToProfessionals)
        return .page(AddingPage(entered: OwnEntry(isMasked: isMasked), mayClose: hasCircle(stay)))
    }

    /// The file and what is said of it are looked at; nothing is filed before the person has seen both.
    func add(_ turn: Turn, _ stay: Stay, _ form: UploadForm?) async throws -> Answer {
        guard mayAdd(stay) else { return .trouble(.refused) }
        guard let form else {
            return .page(
                AddingPage(
                    faults: [FieldFault(FormNames.file, AddingText.fileTooLarge.phrase)],
                    mayClose: hasCircle(stay)
                ),
                status: .contentTooLarge
            )
        }
        let file = OwnFile.read(form.file?.bytes)
        let (entered, faults) = OwnEntry.read(form.only, today: ParisTime.civil(stay.now).date)
        var all = faults
        switch file {
        case .failure(let reason): all.insert(FieldFault(FormNames.file, reason.text.phrase), at: 0)
        // No browser gives a file back with its form.
        case .success where !all.isEmpty: all.insert(FieldFault(FormNames.file, AddingText.fileAgain.phrase), at: 0)
        case .success: break
        }
        guard all.isEmpty, case .success(let own) = file else {
            return .page(
                AddingPage(entered: entered, faults: all, mayClose: hasCircle(stay)),
                status: .unprocessableContent
            )
        }
        guard let packed = WaitingEntry(entered: entered, bytes: own.bytes).packed,
            let key = shelf.put(packed, for: stay.cookie.description, now: stay.now)
        else { return .trouble(.paused) }
        return .see(Paths.addingConfirm, cookies: [cookies.setting(key, in: cookies.shelf)])
    }

    /// What waits, to be seen once more; whoever comes back to it later finds the form.
    func addingSummary(_ turn: Turn, _ stay: Stay) -> Answer {
        guard mayAdd(stay) else { return .trouble(.refused) }
        guard let waiting = onShelf(turn, stay).flatMap(WaitingEntry.init(packed:)),
            case .success(let own) = OwnFile.read(waiting.bytes)
        else { return .see(Paths.adding) }
        return .page(
            AddingSummaryPage(
                entered: waiting.entered,
                size: SizeText.text(UInt64(own.bytes.count))
            )
        )
    }

    /// What was chosen, as it will be read; only its owner's browser can ask for it.
    func addingPreview(_ turn: Turn, _ stay: Stay) async -> Answer {
        guard let bytes = shelved(turn, stay), case .success(let own) = OwnFile.read(bytes) else {
            return .trouble(.notFound)
        }
        let content = DocumentContent(
            title: AddingText.preview(turn.language),
            bytes: own.bytes,
            valueSets: valueSets
        )
        return sandboxed(await content.body(drawing: drawing), turn)
    }

    /// The file that waits, without what was said of it.
    func shelved(_ turn: Turn, _ stay: Stay) -> [UInt8]? {
        onShelf(turn, stay).map { WaitingEntry(packed: $0)?.bytes ?? $0 }
    }

    private func onShelf(_ turn: Turn, _ stay: Stay) -> [UInt8]? {
        shelf.look(cookies.text(of: cookies.shelf, in: turn.request), of: stay.cookie.description, now: stay.now)
    }

    func addingAgain(_ turn: Turn, _ stay: Stay, _ form: FormFields) -> Answer {
        guard mayAdd(stay) else { return .trouble(.refused) }
        let entered = OwnEntry.read(form.only, today: ParisTime.civil(stay.now).date).entered
        return .page(AddingPage(entered: entered, mayClose: hasCircle(stay)))
    }

    func confirmAdding(_ turn: Turn, _ stay: Stay, _ form: FormFields) async throws -> Answer {
        guard mayAdd(stay) else { return .trouble(.refused) }
        let (entered, faults) = OwnEntry.read(form.only, today: ParisTime.civil(stay.now).date)
        func again(_ faults: [FieldFault]) -> Answer {
            .page(
                AddingPage(entered: entered, faults: faults, mayClose: hasCircle(stay)),
                status: .unprocessableContent
            )
        }
        guard faults.isEmpty, let kind = entered.kind else { return again(faults) }
        guard case .success(let own) = OwnFile.read(shelved(turn, stay)) else {
            return again([FieldFault(FormNames.file, AddingText.fileGone.phrase)])
        }
        do {
            let entry = try await service.depositOwn(
                OwnDocument(
                    title: entered.title,
                    type: kind.code,
                    mediaType: own.mediaType,
                    bytes: own.bytes,
                    visibility: entered.visibility,
                    date: Entries.date(entered.date)
                ),
                stay.visit
            )
            shelf.clear(stay.cookie.description)
            return .see(Paths.document(entry.id) + "?fait=ajoute", cookies: [cookies.shelf.clearing])
        } catch {
            guard case .conflict = error else { throw error }
            return again([FieldFault(FormNames.file, AddingText.notNow.phrase)])
        }
    }

    func deleteForm(_ turn: Turn, _ stay: Stay) async throws -> Answer {
        guard let entry = try await own(turn, stay) else { return .trouble(.notFound) }
        return .page(
            ActSummaryPage(
                title: AddingText.delete.phrase,
                about: entry.title,
                meaning: [AddingText.deleteLead.phrase, AddingText.deleteWho.phrase],
                effect: PolicyEffect.of(
                    from: stay.file.policy,
                    to: stay.file.policy,
                    on: [entry],
                    changed: { Self.deleted($0) },
                    people: try await known(stay),
                    now: stay.now,
                    rules: rules
                ),
                undo: EffectText.noUndo.phrase,
                isGrave: true,
                action: Paths.delete(entry.id),
                confirm: AddingText.deleteConfirm.phrase,
                cancel: AddingText.deleteCancel.phrase,
                back: Paths.document(entry.id),
                place: .documents,
                trail: [Crumb(label: ShellText.documents.phrase, path: Paths.documents)]
            )
        )
    }

    func delete(_ turn: Turn, _ stay: Stay, _ form: FormFields) async throws -> Answer {
        guard let entry = try await own(turn, stay) else { return .trouble(.notFound) }
        _ = try await service.change(.logicalIDs([entry.id]), .delete, stay.visit)
        return .see(Paths.documents + "?fait=" + (form.only(FormNames.undo) == nil ? "supprime" : "annule"))
    }

    private func own(_ turn: Turn, _ stay: Stay) async throws -> DocumentEntry? {
        let entries = try await service.list(stay.visit).clinical
        return entries.first { $0.id == turn.document && isDeletable($0, stay) }
    }

    static func deleted(_ entry: DocumentEntry) -> DocumentEntry {
        var entry = entry
        entry.status = .deleted
        return entry
    }
}

extension DocumentEntry {
    /// Whether the holder, or somebody for him, brought it.
    var isByHolder: Bool { authors.contains(where: \.isPersonalExpression) }
}
