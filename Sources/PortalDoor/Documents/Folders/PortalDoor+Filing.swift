import Custody
import HTTPTypes
import HealthRecord
import PageKit
import RecordService
import ServerKit
import Wording

/// Page 8: a document put into folders of one's own.
extension PortalDoor {
    func filingForm(_ turn: Turn, _ stay: Stay) async throws -> Answer {
        let entries = try await service.list(stay.visit).clinical
        guard let entry = fileable(turn, entries) else { return .trouble(.notFound) }
        let folders = try await service.folders(stay.visit)
        return .page(
            FilingPage(
                id: entry.id,
                title: entry.title,
                folders: Self.lines(folders),
                ticked: Set(folders.filter { $0.holds(entry, among: entries) }.map(\.id))
            )
        )
    }

    func fileInFolders(_ turn: Turn, _ stay: Stay, _ form: FormFields) async throws -> Answer {
        let entries = try await service.list(stay.visit).clinical
        guard let entry = fileable(turn, entries) else { return .trouble(.notFound) }
        var chosen = Set(form.all(FormNames.folder).compactMap { UniqueID($0) })
        let typed = Self.folderName(form)
        func again(_ field: String, _ fault: Phrase) async throws -> Answer {
            .page(
                FilingPage(
                    id: entry.id,
                    title: entry.title,
                    folders: Self.lines(try await service.folders(stay.visit)),
                    ticked: chosen,
                    entered: typed,
                    faults: [FieldFault(field, fault)]
                ),
                status: .unprocessableContent
            )
        }
        let known = Set(try await service.folders(stay.visit).map(\.id))
        guard chosen.isSubset(of: known) else { return .trouble(.notFound) }
        if !typed.isEmpty {
            guard let name = FolderName(typed) else {
                return try await again(FormNames.folderName, FolderText.nameFault.phrase)
            }
            do {
                chosen.insert(try await service.addFolder(name, stay.visit))
            } catch {
                return try await again(FormNames.folderName, try Self.folderFault(error))
            }
        }
        do {
            let earlier = entry.withEarlierVersions(among: entries).subtracting([entry.id])
            try await service.file(entry.id, replacing: earlier, in: chosen, stay.visit)
        } catch {
            guard case .conflict("full") = error else { throw error }
            return try await again(FormNames.folder, FolderText.full(Custodian.folderDocumentLimit))
        }
        return .see(Paths.document(entry.id) + "?fait=range")
    }

    /// The folders in which a document lies.
    func folders(of entry: DocumentEntry, among entries: [DocumentEntry], _ stay: Stay) async throws -> [FolderLine] {
        let folders = try await service.folders(stay.visit)
        let holding = Set(folders.filter { $0.holds(entry, among: entries) }.map(\.id))
        return Self.lines(folders).filter { holding.contains($0.id) }
    }

    private static func lines(_ folders: [DocumentFolder]) -> [FolderLine] {
        folders.enumerated().map { FolderLine(id: $1.id, name: $1.name.text, rank: $0 + 1) }
    }

    /// The document of the page; older versions lie where the present one does.
    private func fileable(_ turn: Turn, _ entries: [DocumentEntry]) -> DocumentEntry? {
        entries.first { $0.id == turn.document && $0.status != .deprecated }
    }
}
