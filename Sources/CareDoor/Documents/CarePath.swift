import HealthRecord
import PageKit
import Wording

/// A stretch of time in the care path: all of it, a year, a month, a day.
enum CarePeriod: Hashable, Sendable {
    case all
    case year(Int)
    case month(Int, Int)
    case day(CalendarDate)

    /// As it stands in an address; days stand in none.
    var text: String {
        switch self {
        case .all, .day: ""
        case .year(let year): "\(year)"
        case .month(let year, let month): "\(year)-\(month < 10 ? "0" : "")\(month)"
        }
    }

    /// Reads what an address holds; anything else is the whole time.
    init(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
        let year = parts.first ?? 0
        let month = parts.dropFirst().first ?? 0
        guard (1...9999).contains(year), parts.count <= 2 else {
            self = .all
            return
        }
        self = parts.count == 1 ? .year(year) : (1...12).contains(month) ? .month(year, month) : .all
    }

    func holds(_ day: CalendarDate) -> Bool {
        switch self {
        case .all: true
        case .year(let year): day.year == year
        case .month(let year, let month): day.year == year && day.month == month
        case .day(let own): day == own
        }
    }

    /// The next finer stretch that a day lies in.
    func finer(_ day: CalendarDate) -> CarePeriod {
        switch self {
        case .all: .year(day.year)
        case .year: .month(day.year, day.month)
        case .month, .day: .day(day)
        }
    }

    var coarser: [CarePeriod] {
        switch self {
        case .all: []
        case .year: [.all]
        case .month(let year, _): [.all, .year(year)]
        case .day(let day): [.all, .year(day.year), .month(day.year, day.month)]
        }
    }

    var label: Phrase {
        switch self {
        case .all: CareViewsText.wholePeriod.phrase
        case .year(let year): Phrase(verbatim: "\(year)")
        case .month(let year, let month): TimelineText.month(month, of: year)
        case .day(let day): DateText.date(day)
        }
    }

    /// The first day and the last.
    var days: (first: CalendarDate, last: CalendarDate)? {
        switch self {
        case .all: return nil
        case .year(let year):
            guard let first = CalendarDate(year: year, month: 1, day: 1),
                let last = CalendarDate(year: year, month: 12, day: 31)
            else { return nil }
            return (first, last)
        case .month(let year, let month):
            guard let first = CalendarDate(year: year, month: month, day: 1),
                let last = (28...31).reversed().lazy.compactMap({
                    CalendarDate(year: year, month: month, day: $0)
                }).first
            else { return nil }
            return (first, last)
        case .day(let day): return (day, day)
        }
    }
}

/// The care path: categories × time, from years to months to days (PDT-INF-527 § 5.3).
struct CarePath: Sendable {
    /// One category and what it holds in each stretch.
    struct Row: Sendable {
        let category: (code: String, label: Phrase)
        let cells: [CarePeriod: [DocumentLine]]
    }

    let zoom: CarePeriod
    /// The stretches that hold something, the latest first.
    let columns: [CarePeriod]
    let rows: [Row]

    @HTMLBuilder
    func node(_ frame: Frame, handle: String, choice: DocumentFilter) -> [Node] {
        steps(frame, handle, choice)
        paragraph(frame(CareViewsText.pathHint), class: "hint")
        tag("table", .class("list stacked")) {
            tag("caption") { frame(CareViewsText.pathCaption) + " — " + frame(zoom.label) }
            tag("thead") {
                tag("tr") {
                    tag("th", Attribute("scope", "col")) { frame(CareViewsText.category) }
                    for column in columns {
                        tag("th", Attribute("scope", "col")) { head(column, frame, handle, choice) }
                    }
                }
            }
            tag("tbody") {
                for row in rows {
                    tag("tr") {
                        tag("th", Attribute("scope", "row")) { frame(row.category.label) }
                        for column in columns { cell(row, column, frame, handle, choice) }
                    }
                }
            }
        }
    }

    private func steps(_ frame: Frame, _ handle: String, _ choice: DocumentFilter) -> Node? {
        guard zoom != .all else { return nil }
        return tag("nav", .class("leaf"), Attribute("aria-label", frame(CareViewsText.period))) {
            tag("ul") {
                for step in zoom.coarser {
                    tag("li") { link(frame(step.label), to: choice.path(handle, zoom: step)) }
                }
                tag("li") { tag("span", Attribute("aria-current", "page")) { frame(zoom.label) } }
            }
        }
    }

    @HTMLBuilder
    private func head(_ column: CarePeriod, _ frame: Frame, _ handle: String, _ choice: DocumentFilter) -> [Node] {
        if case .day = column {
            frame(column.label)
        } else {
            link(frame(column.label), to: choice.path(handle, zoom: column))
        }
    }

    private func cell(
        _ row: Row,
        _ column: CarePeriod,
        _ frame: Frame,
        _ handle: String,
        _ choice: DocumentFilter
    ) -> Node {
        let found = row.cells[column] ?? []
        return tag("td", found.isEmpty ? .class("none") : nil, Attribute("data-column", frame(column.label))) {
            if found.isEmpty {
                "—"
            } else if case .day = column {
                for line in found {
                    tag("p") { tag("a", .href(Paths.document(handle, line.id))) { line.name(frame) } }
                }
            } else {
                tag(
                    "a",
                    .href(Self.list(row, column, handle, choice)),
                    Attribute(
                        "aria-label",
                        "\(found.count) — \(frame(row.category.label)), \(frame(column.label))"
                    )
                ) { "\(found.count)" }
            }
        }
    }

    /// The table of what a cell counts.
    private static func list(
        _ row: Row,
        _ column: CarePeriod,
        _ handle: String,
        _ choice: DocumentFilter
    ) -> String {
        var choice = choice
        choice.category = row.category.code
        if let days = column.days {
            choice.from = DateText.short(days.first)
            choice.to = DateText.short(days.last)
        }
        return choice.path(handle, view: .table)
    }
}
