import Custody
import HTTPTypes
import HealthRecord
import PageKit
import RecordService
import ServerKit
import Wording

/// Page 7: folders of one's own.
extension PortalDoor {
    func folders(_ turn: Turn, _ stay: Stay) async throws -> Answer {
        var page = FoldersPage(lines: try await folderLines(stay))
        page.notice =
            [
                "cree": FolderText.added.phrase, "renomme": FolderText.renamed.phrase,
                "supprime": FolderText.removed.phrase,
            ][turn.asked("fait")]
        return .page(page)
    }

    func addFolder(_ turn: Turn, _ stay: Stay, _ form: FormFields) async throws -> Answer {
        let typed = Self.folderName(form)
        var fault = FolderText.nameFault.phrase
        if let name = FolderName(typed) {
            do {
                try await service.addFolder(name, stay.visit)
                return .see(Paths.folders + "?fait=cree")
            } catch {
                fault = try Self.folderFault(error)
            }
        }
        return .page(
            FoldersPage(
                lines: try await folderLines(stay),
                entered: typed,
                faults: [FieldFault(FormNames.folderName, fault)]
            ),
            status: .unprocessableContent
        )
    }

    func folder(_ turn: Turn, _ stay: Stay) async throws -> Answer {
        guard let folder = try await ownFolder(turn, stay) else { return .trouble(.notFound) }
        return .page(FolderPage(id: folder.id, name: folder.name.text, entered: folder.name.text))
    }

    func renameFolder(_ turn: Turn, _ stay: Stay, _ form: FormFields) async throws -> Answer {
        guard let folder = try await ownFolder(turn, stay) else { return .trouble(.notFound) }
        let typed = Self.folderName(form)
        var fault = FolderText.nameFault.phrase
        if let name = FolderName(typed) {
            do {
                try await service.renameFolder(folder.id, to: name, stay.visit)
                return .see(Paths.folders + "?fait=renomme")
            } catch {
                fault = try Self.folderFault(error)
            }
        }
        return .page(
            FolderPage(
                id: folder.id,
                name: folder.name.text,
                entered: typed,
                faults: [FieldFault(FormNames.folderName, fault)]
            ),
            status: .unprocessableContent
        )
    }

    func removeFolder(_ turn: Turn, _ stay: Stay, _ form: FormFields) async throws -> Answer {
        guard let folder = try await ownFolder(turn, stay) else { return .trouble(.notFound) }
        try await service.removeFolder(folder.id, stay.visit)
        return .see(Paths.folders + "?fait=supprime")
    }

    /// The folders with as many of their documents as are in the list; those of a list that is shown already where given.
    func folderLines(_ stay: Stay, _ listed: [DocumentEntry]? = nil) async throws -> [FolderLine] {
        let folders = try await service.folders(stay.visit)
        guard !folders.isEmpty else { return [] }
        var entries = listed ?? []
        if listed == nil, seesDocuments(stay) { entries = try await service.list(stay.visit).clinical }
        return folders.enumerated().map { place, folder in
            FolderLine(
                id: folder.id,
                name: folder.name.text,
                rank: place + 1,
                count: entries.count { $0.status != .deprecated && folder.holds($0, among: entries) }
            )
        }
    }

    static func folderName(_ form: FormFields) -> String {
        // More than may be, so that a name too long is told as one.
        String((form.only(FormNames.folderName)?.trimmed ?? "").prefix(400))
    }

    /// What to say of a refusal.
    static func folderFault(_ error: ServiceError) throws -> Phrase {
        switch error {
        case .conflict("name"): FolderText.taken.phrase
        case .conflict("folders"): FolderText.tooMany(Custodian.folderLimit)
        default: throw error
        }
    }

    private func ownFolder(_ turn: Turn, _ stay: Stay) async throws -> DocumentFolder? {
        try await service.folders(stay.visit).first { $0.id == turn.document }
    }
}
