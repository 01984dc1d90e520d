import Custody
import Foundation
import HTTPTypes
import HealthRecord
import PageKit
import RecordService
import ServerKit
import Wording

/// Page 22 and its two copies.
extension PortalDoor {
    /// Events read at once, and how often at most for one page.
    private static let portion = (events: 200, times: 5)
    /// Lines that a page should have before it stops looking for more.
    private static let enough = 40

    func history(_ turn: Turn, _ stay: Stay) async throws -> Answer {
        let choice = HistoryChoice(
            who: HistoryWho(rawValue: turn.asked(FormNames.who)) ?? .professionals,
            from: turn.asked(FormNames.from).trimmed,
            to: turn.asked(FormNames.to).trimmed,
            onlyEmergencies: turn.asked(FormNames.emergencies) == "oui",
            document: UniqueID(turn.asked(FormNames.document))
        )
        let before = HistoryCursor(turn.asked(FormNames.before))
        let faults = Self.dateFaults(choice.from, choice.to)
        let entries = try await listing(stay)
        var (page, found) = (
            try await service.history(before: before, limit: Self.portion.events, stay.visit), [TraceEvent]()
        )
        found += page.events.filter { Self.isChosen($0, choice) }
        for _ in 1..<Self.portion.times where found.count < Self.enough {
            guard let next = page.next else { break }
            page = try await service.history(before: next, limit: Self.portion.events, stay.visit)
            found += page.events.filter { Self.isChosen($0, choice) }
        }
        let teller = teller(entries: entries, stay)
        return .page(
            AccessHistoryPage(
                emergencies: teller.lines(found.filter(\.isEmergency)),
                others: teller.lines(found.filter { !$0.isEmergency }),
                choice: choice,
                next: page.next,
                proofs: proofReach(stay),
                faults: faults
            ),
            status: faults.isEmpty ? .ok : .unprocessableContent
        )
    }

    static func isChosen(_ event: TraceEvent, _ choice: HistoryChoice) -> Bool {
        guard choice.who.includes(event.actor) else { return false }
        if choice.onlyEmergencies, !event.isEmergency { return false }
        if let document = choice.document, !event.documents.contains(document) { return false }
        let day = ParisTime.civil(event.time).date
        if let from = Entries.date(choice.from), day < from { return false }
        if let to = Entries.date(choice.to), day > to { return false }
        return true
    }

    func historyTable(_ turn: Turn, _ stay: Stay, _ form: FormFields) async throws -> Answer {
        let entries = try await listing(stay)
        let table = try await table(of: stay.visit, teller(entries: entries, stay).inFull, turn.language)
        return .raw(
            FileResponse.saved(
                Array(table.text.utf8),
                named: "historique-des-acces.csv",
                type: "text/csv; charset=utf-8"
            )
        )
    }

    /// The history as a table; one that does not hold all of it says so.
    func table(of visit: Visit, _ teller: HistoryTeller, _ language: Language) async throws -> AccessTable {
        let (events, isPartial) = try await wholeHistory(visit, most: settings.tableLimit)
        return AccessTable(
            events: events,
            extent: isPartial ? .latest : .whole,
            numbering: .ranked,
            language: language
        ) { teller.tell($0).whole[language] }
    }

    /// The newest events, as many as asked, and whether there are more.
    ///
    /// - Parameter suffices: whether those read so far are enough, asked after each page.
    func wholeHistory(
        _ visit: Visit,
        most: Int,
        until suffices: ([TraceEvent]) -> Bool = { _ in false }
    ) async throws -> (events: [TraceEvent], isPartial: Bool) {
        var page = try await service.history(limit: settings.historyPage, visit)
        var events = page.events
        while let next = page.next, events.count < most, !suffices(events) {
            page = try await service.history(before: next, limit: settings.historyPage, visit)
            events += page.events
        }
        return (Array(events.prefix(most)), page.next != nil || events.count > most)
    }

    /// All that has happened, so that nobody who was there is missing; the newest first.
    func events(_ stay: Stay) async throws -> [TraceEvent] {
        try await wholeHistory(stay.visit, most: settings.tableLimit).events
    }

    /// What has happened since a moment, and perhaps more; the newest first.
    ///
    /// A day more than asked, as a clock put right may have gone back.
    func events(since moment: Instant, _ stay: Stay) async throws -> [TraceEvent] {
        let start = moment.advanced(bySeconds: -86_400)
        return try await wholeHistory(stay.visit, most: settings.tableLimit) { events in
            events.last.map { $0.time < start } ?? true
        }.events
    }

    /// The same on paper, the newest first.
    func historySheet(_ turn: Turn, _ stay: Stay, _ form: FormFields) async throws -> Answer {
        let entries = try await listing(stay)
        let (events, isPartial) = try await wholeHistory(stay.visit, most: settings.sheetLimit)
        let sheet = HistorySheet(
            events: events,
            teller: teller(entries: entries, stay).inFull,
            name: stay.file.name.spoken,
            now: stay.now,
            isPartial: isPartial
        )
        guard let bytes = try? sheet.printed(turn.language) else { return .trouble(.paused) }
        return .raw(FileResponse.saved(bytes, named: "historique-des-acces.pdf", type: "application/pdf"))
    }

    func historyProof(_ turn: Turn, _ stay: Stay, _ form: FormFields) async throws -> Answer {
        let bundle = try await service.exportTraces(stay.visit)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        guard let bytes = try? encoder.encode(bundle) else { return .trouble(.paused) }
        return .raw(FileResponse.saved(Array(bytes), named: "preuves-dmp.json", type: "application/json"))
    }
}
