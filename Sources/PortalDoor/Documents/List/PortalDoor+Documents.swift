import AccessRules
import Custody
import Foundation
import HTTPTypes
import HealthRecord
import PageKit
import RecordService
import Wording

/// Page 7.
extension PortalDoor {
    /// Documents on one page of the list.
    static let pageSize = 20

    func documents(_ turn: Turn, _ stay: Stay) async throws -> Answer {
        let choice = DocumentChoice { turn.asked($0) }
        let faults = Self.dateFaults(choice.from, choice.to)
        var page = try await documentsPage(
            choice,
            page: Int(turn.asked(FormNames.page)) ?? 1,
            ticked: [],
            faults: faults,
            turn.language,
            stay
        )
        page.notice =
            [
                "supprime": AddingText.deleted.phrase, "annule": AddingText.undone.phrase,
                "supprimes": DeletingText.deleted.phrase,
            ][turn.asked("fait")]
        return .page(page, status: faults.isEmpty ? .ok : .unprocessableContent)
    }

    /// The list as somebody asked for it, with what he has chosen in it.
    func documentsPage(
        _ choice: DocumentChoice,
        page asked: Int,
        ticked: Set<UniqueID>,
        faults: [FieldFault],
        _ language: Language,
        _ stay: Stay
    ) async throws -> DocumentsPage {
        let entries = try await service.list(stay.visit).clinical
        let previous = try await service.previousVisit(token: stay.token)
        let folders = try await service.folders(stay.visit)
        let folder = folders.first { $0.id.text == choice.folder }
        // Older versions are reached from the present one, unless somebody looks for something in particular.
        let chosen = sorted(
            entries.filter {
                $0.status != .deprecated && isChosen($0, choice, stay)
                    // A folder that is no longer there holds nothing.
                    && (choice.folder.isEmpty || folder?.holds($0, among: entries) == true)
            },
            choice.order
        )
        let pages = max(1, (chosen.count + Self.pageSize - 1) / Self.pageSize)
        let page = min(max(1, asked), pages)
        let first = (page - 1) * Self.pageSize
        let shown = chosen.dropFirst(first).prefix(Self.pageSize)
        return DocumentsPage(
            lines: shown.map { line($0, newSince: previous) },
            total: chosen.count,
            firstRank: first + 1,
            page: page,
            pages: pages,
            choice: choice,
            categories: categories(entries, language),
            authors: authors(entries, stay),
            faults: faults,
            mayAdd: mayAdd(stay),
            folders: try await folderLines(stay, entries),
            pinned: choice.isDefault && page == 1 ? try await pinned(entries, stay).map { line($0) } : [],
            selection: DocumentSelection(
                deletable: Set(shown.filter { isDeletable($0, stay) }.map(\.id)),
                takeable: mayTake(stay) ? Set(shown.map(\.id)) : [],
                ticked: ticked
            ),
            maskable: Set(
                shown.filter {
                    !$0.visibility.contains(.maskedToProfessionals) && canChange($0, .mask, stay)
                }.map(\.id)
            ),
            unmaskable: Set(
                shown.filter {
                    $0.visibility.contains(.maskedToProfessionals) && canChange($0, .unmask, stay)
                }.map(\.id)
            )
        )
    }

    static func dateFaults(_ from: String, _ to: String) -> [FieldFault] {
        [(FormNames.from, from), (FormNames.to, to)].filter { !$0.1.isEmpty && Entries.date($0.1) == nil }
            .map { FieldFault($0.0, FieldText.dateFault.phrase) }
    }

    private func isChosen(_ entry: DocumentEntry, _ choice: DocumentChoice, _ stay: Stay) -> Bool {
        if !choice.category.isEmpty, entry.classCode.value != choice.category { return false }
        if !choice.author.isEmpty, authorHandle(entry, stay) != choice.author { return false }
        let day = day(entry)
        if let from = Entries.date(choice.from), day < from { return false }
        if let to = Entries.date(choice.to), day > to { return false }
        return true
    }

    func day(_ entry: DocumentEntry) -> CalendarDate { DateText.day(of: entry.serviceStart ?? entry.creationTime) }

    private func authorHandle(_ entry: DocumentEntry, _ stay: Stay) -> String {
        seal.handle(ofText: author(entry), for: stay.holder).text
    }

    private func sorted(_ entries: [DocumentEntry], _ order: DocumentOrder) -> [DocumentEntry] {
        func moment(_ entry: DocumentEntry) -> Instant { (entry.serviceStart ?? entry.creationTime).start }
        return switch order {
        case .newest: entries.sorted { (moment($0), $0.id) > (moment($1), $1.id) }
        case .oldest: entries.sorted { (moment($0), $0.id) < (moment($1), $1.id) }
        case .title: entries.sorted { (folded($0.title), $0.id) < (folded($1.title), $1.id) }
        }
    }

    private func folded(_ text: String) -> String {
        text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
    }

    /// The classes of these documents to choose from, in the order of their names.
    func categories(_ entries: [DocumentEntry], _ language: Language) -> [(value: String, label: String)] {
        Set(entries.map(\.classCode)).map { (value: $0.value, label: valueSets.plainCategory($0)[language]) }
            .sorted { $0.label < $1.label }
    }

    private func authors(_ entries: [DocumentEntry], _ stay: Stay) -> [(value: String, label: String)] {
        Dictionary(entries.map { (authorHandle($0, stay), author($0)) }) { first, _ in first }
            .map { (value: $0.key, label: $0.value) }.sorted { $0.label < $1.label }
    }
}
