import HealthRecord
import RecordService
import Wording

/// Page 10.
extension PortalDoor {
    func timeline(_ turn: Turn, _ stay: Stay) async throws -> Answer {
        let entries = try await service.list(stay.visit).clinical.filter { $0.status == .approved }
        let previous = try await service.previousVisit(token: stay.token)
        let chosen = turn.asked(FormNames.category)
        let dated = entries.filter { chosen.isEmpty || $0.classCode.value == chosen }
            .map { (entry: $0, day: day($0)) }
            .sorted { ($0.day, $0.entry.id) > ($1.day, $1.entry.id) }
        let years = Dictionary(dated.map { ($0.day.year, 1) }, uniquingKeysWith: +).sorted { $0.key > $1.key }
        let year = years.first { "\($0.key)" == turn.asked(FormNames.page) }?.key ?? years.first?.key
        var months: [TimelinePage.Month] = []
        for (month, found) in Dictionary(grouping: dated.filter { $0.day.year == year }, by: \.day.month)
            .sorted(by: { $0.key > $1.key })
        {
            let lines = found.sorted { ($0.day, $0.entry.id) > ($1.day, $1.entry.id) }
                .map { line($0.entry, newSince: previous) }
            months.append(TimelinePage.Month(year: year ?? 0, month: month, lines: lines))
        }
        return .page(
            TimelinePage(
                months: months,
                years: years.map { (year: $0.key, count: $0.value) },
                year: year,
                categories: categories(entries),
                category: chosen
            )
        )
    }
}
