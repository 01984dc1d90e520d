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
        return .page(AddingPage(isMasked: stay.file.policy.defaultVisibility.contains(.maskedToProfessionals)))
    }

    func add(_ turn: Turn, _ stay: Stay, _ form: UploadForm?) async throws -> Answer {
        guard let form else {
            return .page(
                AddingPage(faults: [FieldFault(FormNames.file, AddingText.fileTooLarge.phrase)]),
                status: .contentTooLarge
            )
        }
        let title = form.only(FormNames.title)?.trimmed ?? ""
        let kind = form.only(FormNames.category).flatMap(OwnDocumentKind.init)
        let isMasked = form.only(FormNames.visibility) == "masque"
        var faults: [FieldFault] = []
        let file = OwnFile.read(form.file?.bytes)
        if case .failure(let reason) = file { faults.append(FieldFault(FormNames.file, reason.text.phrase)) }
        if title.isEmpty || title.unicodeScalars.count > 100 || title.contains("\n") {
            faults.append(FieldFault(FormNames.title, AddingText.nameMissing.phrase))
        }
        if kind == nil { faults.append(FieldFault(FormNames.category, AddingText.kindMissing.phrase)) }
        func again(_ faults: [FieldFault]) -> Answer {
            .page(
                AddingPage(title: title, kind: kind?.rawValue ?? "", isMasked: isMasked, faults: faults),
                status: .unprocessableContent
            )
        }
        guard faults.isEmpty, let kind, case .success(let own) = file else { return again(faults) }
        do {
            let entry = try await service.depositOwn(
                OwnDocument(
                    title: title,
                    type: kind.code,
                    mediaType: own.mediaType,
                    bytes: own.bytes,
                    visibility: isMasked ? [.maskedToProfessionals] : []
                ),
                stay.visit
            )
            return .see(Paths.document(entry.id) + "?fait=ajoute")
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
        return entries.first { $0.id == turn.document && $0.isByHolder && may(.delete, on: $0, stay) }
    }

    private static func deleted(_ entry: DocumentEntry) -> DocumentEntry {
        var entry = entry
        entry.status = .deleted
        return entry
    }
}

extension DocumentEntry {
    /// Whether the holder, or somebody for him, brought it.
    var isByHolder: Bool {
        authors.contains { $0.specialty?.system == CodeSystem.nonProfession && $0.specialty?.value == "EXP_PATIENT" }
    }
}
