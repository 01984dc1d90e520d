import AccessRules
import Foundation
import HTTPTypes
import HealthRecord
import PageKit
import RecordService
import ServerKit
import Wording

/// Page 8.
extension CareDoor {
    /// Documents on one page of the list.
    static let pageSize = 25

    func documentList(_ turn: Turn, _ now: Consultation) async throws -> Answer {
        let listing = try await service.list(now.visit)
        let entries = listing.clinical
        let choice = DocumentFilter(turn.asked)
        let faults = [(Names.from, choice.from), (Names.to, choice.to)]
            .filter { !$0.1.isEmpty && DayEntry.read($0.1) == nil }
            .map { FieldFault($0.0, FieldText.dateFault.phrase) }
        let chosen = choice.order.sorted(entries.filter { isChosen($0, choice, now) })
        let pages = max(1, (chosen.count + Self.pageSize - 1) / Self.pageSize)
        let page = min(max(1, Int(turn.asked(Names.page)) ?? 1), pages)
        return .page(
            DocumentsPage(
                handle: now.handle,
                lines: chosen.dropFirst((page - 1) * Self.pageSize).prefix(Self.pageSize).map { entry in
                    var line = line(entry, now)
                    line.change = visibilityChange(of: entry, in: listing, now)
                    return line
                },
                total: chosen.count,
                firstRank: (page - 1) * Self.pageSize + 1,
                page: page,
                pages: pages,
                choice: choice,
                path: choice.view == .path ? path(chosen, CarePeriod(turn.asked(Names.zoom)), now) : nil,
                categories: options(
                    entries.map { ($0.classCode.value, valueSets.officialCategory($0.classCode)[turn.language]) }
                ),
                types: options(entries.map { ($0.typeCode.value, valueSets.officialType($0.typeCode)[turn.language]) }),
                authors: options(entries.map { (mark(author($0), now), author($0)) }),
                specialties: options(
                    entries.compactMap(specialty).map { (mark($0.french, now), $0[turn.language]) }
                ),
                offersFiling: now.offersFiling,
                faults: faults
            ),
            status: faults.isEmpty ? .ok : .unprocessableContent
        )
    }

    /// Titles off the screen, or on it again, in a list that stays as it was chosen.
    ///
    /// The choice stays in this browser, where others might look on (identity and experience § 7.3).
    func changeDiscretion(_ turn: Turn, _ now: Consultation, _ form: FormFields) -> Answer {
        let asked = { form.only($0) ?? "" }
        let list = DocumentFilter(asked).path(
            now.handle,
            page: Int(asked(Names.page)) ?? 1,
            zoom: CarePeriod(asked(Names.zoom))
        )
        guard form.only(Names.discreet) == "caches", let value = OpaqueID("caches") else {
            return .see(list, cookies: [cookies.discreet.clearing])
        }
        return .see(list, cookies: [cookies.discreet.setting(value)])
    }

    /// Hiding a document from professionals or showing it again, whichever the rules let the reader do.
    private func visibilityChange(
        of entry: DocumentEntry,
        in listing: RecordListing,
        _ now: Consultation
    ) -> DocumentChoice? {
        let possible = service.possibleActs(among: [.mask, .unmask], on: entry, in: listing, now.visit)
        return [DocumentChoice.mask, .unmask].first { $0.applies(to: entry) && possible.contains($0.act) }
    }

    /// The same documents by category and time.
    private func path(_ entries: [DocumentEntry], _ zoom: CarePeriod, _ now: Consultation) -> CarePath {
        let dated = entries.map { (entry: $0, day: day($0.serviceStart ?? $0.creationTime)) }
            .filter { zoom.holds($0.day) }
        var latest: [CarePeriod: CalendarDate] = [:]
        for (_, day) in dated { latest[zoom.finer(day)] = max(latest[zoom.finer(day)] ?? day, day) }
        let rows = Dictionary(grouping: dated) { $0.entry.classCode.value }.map { code, found in
            CarePath.Row(
                category: (
                    code,
                    found.first.map { valueSets.officialCategory($0.entry.classCode) } ?? Phrase(verbatim: code)
                ),
                cells: Dictionary(grouping: found) { zoom.finer($0.day) }.mapValues { $0.map { line($0.entry, now) } }
            )
        }
        return CarePath(
            zoom: zoom,
            columns: latest.sorted { $0.value > $1.value }.map(\.key),
            rows: rows.sorted { $0.category.code < $1.category.code }
        )
    }

    private func isChosen(_ entry: DocumentEntry, _ choice: DocumentFilter, _ now: Consultation) -> Bool {
        if !choice.withArchived, entry.status != .approved { return false }
        if choice.onlyMasked, !entry.visibility.contains(.maskedToProfessionals) { return false }
        if choice.onlyHidden, !entry.visibility.contains(.hiddenFromPatient) { return false }
        if !choice.category.isEmpty, entry.classCode.value != choice.category { return false }
        if !choice.type.isEmpty, entry.typeCode.value != choice.type { return false }
        if !choice.author.isEmpty, mark(author(entry), now) != choice.author { return false }
        if !choice.specialty.isEmpty, specialty(entry).map({ mark($0.french, now) }) != choice.specialty {
            return false
        }
        let day = day(entry.serviceStart ?? entry.creationTime)
        if let from = DayEntry.read(choice.from), day < from { return false }
        if let to = DayEntry.read(choice.to), day > to { return false }
        return true
    }

    private func mark(_ text: String, _ now: Consultation) -> String { mark(text, in: now.chart) }

    private func options(_ pairs: [(String, String)]) -> [(value: String, label: String)] {
        Dictionary(pairs) { first, _ in first }.map { (value: $0.key, label: $0.value) }
            .sorted { folded($0.label) < folded($1.label) }
    }
}
