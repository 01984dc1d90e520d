import AccessRules
import Custody
import HTTPTypes
import HealthRecord
import PageKit
import RecordService
import ServerKit
import Wording
import XDSWire

/// Several of one's own documents deleted together: chosen on the list, seen once more, then all of them or none.
extension PortalDoor {
    func deletionSummary(_ turn: Turn, _ stay: Stay, _ form: FormFields) async throws -> Answer {
        let chosen = Self.chosen(form)
        if let fault = DocumentSelection.fault(chosen) {
            return try await listAgain(chosen, fault, form, turn.language, stay)
        }
        guard let entries = try await own(chosen, stay) else {
            // Somebody else's, in sight: said. What is not in sight is not there.
            guard try await inSight(chosen, stay) != nil else { return .trouble(.notFound) }
            return try await listAgain(
                chosen,
                FieldFault(FormNames.choice, DeletingText.onlyOwn.phrase),
                form,
                turn.language,
                stay
            )
        }
        return .page(
            ActSummaryPage(
                title: DeletingText.summary.phrase,
                meaning: [AddingText.deleteWho.phrase, DeletingText.together.phrase],
                effect: PolicyEffect.of(
                    from: stay.file.policy,
                    to: stay.file.policy,
                    on: entries,
                    changed: { Self.deleted($0) },
                    people: try await known(stay),
                    now: stay.now,
                    rules: rules
                ),
                lists: [
                    SummaryList(
                        kind: .loses,
                        title: DeletingText.chosen(entries.count),
                        items: entries.map { entry in
                            let title =
                                entry.title.isEmpty
                                ? DocumentsPageText.noTitle.phrase : Phrase(verbatim: entry.title)
                            return title + Phrase(verbatim: ", ") + date(entry.serviceStart ?? entry.creationTime)
                        },
                        isForeign: true
                    )
                ],
                undo: EffectText.noUndo.phrase,
                isGrave: true,
                action: Paths.deletionConfirmed,
                confirm: DeletingText.confirm(entries.count),
                cancel: DeletingText.cancel.phrase,
                back: Paths.documents,
                carried: entries.map { (name: FormNames.choice, value: $0.id.text) },
                place: .documents,
                trail: [Crumb(label: ShellText.documents.phrase, path: Paths.documents)]
            )
        )
    }

    func deleteChosen(_ turn: Turn, _ stay: Stay, _ form: FormFields) async throws -> Answer {
        let chosen = Self.chosen(form)
        guard DocumentSelection.fault(chosen) == nil else { return .trouble(.bad) }
        guard let entries = try await own(chosen, stay) else { return .trouble(.notFound) }
        _ = try await service.change(entries.map { AskedChange(.logicalIDs([$0.id]), .delete) }, stay.visit)
        return .see(Paths.documents + "?fait=" + (entries.count > 1 ? "supprimes" : "supprime"))
    }

    /// The list as it was, with what was chosen and what is wrong with it.
    func listAgain(
        _ chosen: [UniqueID],
        _ fault: FieldFault,
        _ form: FormFields,
        _ language: Language,
        _ stay: Stay
    ) async throws -> Answer {
        let page = try await documentsPage(
            DocumentChoice(form.only),
            page: Int(form.only(FormNames.page) ?? "") ?? 1,
            ticked: Set(chosen),
            faults: [fault],
            language,
            stay
        )
        return .page(page, status: .unprocessableContent)
    }

    /// The documents chosen; nil unless each of them is in sight.
    func inSight(_ chosen: [UniqueID], _ stay: Stay) async throws -> [DocumentEntry]? {
        let entries = try await service.list(stay.visit).clinical
        let found = chosen.compactMap { id in entries.first { $0.id == id } }
        return found.count == chosen.count ? found : nil
    }

    /// Each document once, in the order of the list.
    static func chosen(_ form: FormFields) -> [UniqueID] {
        var seen: Set<UniqueID> = []
        return form.all(FormNames.choice).compactMap { UniqueID($0) }.filter { seen.insert($0).inserted }
    }

    /// The documents chosen; nil unless each of them may be deleted by the one signed in.
    private func own(_ chosen: [UniqueID], _ stay: Stay) async throws -> [DocumentEntry]? {
        try await inSight(chosen, stay).flatMap { $0.allSatisfy { isDeletable($0, stay) } ? $0 : nil }
    }

    /// Whether the one signed in may delete a document as his own.
    func isDeletable(_ entry: DocumentEntry, _ stay: Stay) -> Bool {
        entry.isByHolder && may(.delete, on: entry, stay)
    }
}
