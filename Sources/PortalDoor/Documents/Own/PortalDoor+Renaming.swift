import AccessRules
import Custody
import HTTPTypes
import HealthRecord
import PageKit
import RecordService
import ServerKit
import Wording

/// Page 8: another title for a document that one brought.
extension PortalDoor {
    /// Whether the one signed in may give a document another title: a version of its own takes its place.
    func isRenamable(_ entry: DocumentEntry, _ stay: Stay) -> Bool {
        entry.isByHolder && entry.status == .approved && may(.replace, on: entry, stay)
    }

    func renameForm(_ turn: Turn, _ stay: Stay) async throws -> Answer {
        guard let entry = try await renamable(turn, stay) else { return .trouble(.notFound) }
        return .page(RenamingPage(id: entry.id, title: entry.title, entered: entry.title))
    }

    func rename(_ turn: Turn, _ stay: Stay, _ form: FormFields) async throws -> Answer {
        guard let entry = try await renamable(turn, stay) else { return .trouble(.notFound) }
        let title = String((form.only(FormNames.title)?.trimmed ?? "").prefix(400))
        guard OwnEntry.isTitle(title) else {
            return .page(
                RenamingPage(
                    id: entry.id,
                    title: entry.title,
                    entered: title,
                    faults: [FieldFault(FormNames.title, AddingText.nameMissing.phrase)]
                ),
                status: .unprocessableContent
            )
        }
        guard title != entry.title else { return .see(Paths.document(entry.id)) }
        let renamed = try await service.renameOwn(entry.id, to: title, stay.visit)
        return .see(Paths.document(renamed.id) + "?fait=renomme")
    }

    private func renamable(_ turn: Turn, _ stay: Stay) async throws -> DocumentEntry? {
        try await service.list(stay.visit).clinical.first { $0.id == turn.document && isRenamable($0, stay) }
    }
}
