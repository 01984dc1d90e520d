import HealthRecord
import PageKit
import Wording

/// Laboratory results over time: a curve and its table for each measure.
struct ResultsPage: Page {
    let series: [ResultSeries]
    /// Whether older reports were left out.
    let isPartial: Bool

    var place: Place? { .results }
    var trail: [Crumb] { [Crumb(label: ShellText.record.phrase, path: Paths.record)] }

    func heading(_ language: Language) -> String { ShellText.results(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            paragraph(frame(ResultsText.lead), class: "lead")
            if series.isEmpty {
                paragraph(frame(ResultsText.empty), class: "empty")
                older(frame)
            } else {
                paragraph(frame(ResultsText.advice))
                older(frame)
                for (rank, one) in series.enumerated() { one.node(rank: rank + 1, frame) }
            }
        }
    }

    /// Reports without values hide older ones that have some: it is said on an empty page too.
    private func older(_ frame: Frame) -> [Node] {
        nodes {
            if isPartial {
                paragraph(frame(ResultsText.partial), class: "hint")
                tag("p") { link(frame(ShellText.documents), to: Paths.documents) }
            }
        }
    }
}

/// One measure through time.
struct ResultSeries: Sendable {
    /// One value.
    struct Point: Sendable {
        let time: Instant
        let date: Phrase
        let value: Double
        let text: String
        let range: String?
        let reading: ResultReading
        let document: UniqueID?
    }

    let label: String
    let unit: String
    let low: Double?
    let high: Double?
    let rangeText: String?
    /// From the oldest.
    let points: [Point]

    func node(rank: Int, _ frame: Frame) -> Node {
        let id = "mesure-\(rank)"
        return tag("section", .class("panel measure"), .labelled(by: id)) {
            tag("h2", .id(id)) {
                french(label, frame)
                if !unit.isEmpty { tag("span", .class("unit")) { " (\(unit))" } }
            }
            latest(frame)
            if points.count > 1 {
                tag("div", .class("with-values")) {
                    Curve(series: self, id: id).node(frame)
                    table(frame)
                }
            } else {
                table(frame)
            }
        }
    }

    private func latest(_ frame: Frame) -> Node? {
        guard let last = points.last else { return nil }
        return tag("p", .class("latest")) {
            tag("strong") { last.text + (unit.isEmpty ? "" : "\u{A0}" + unit) }
            tag("span", .class("muted")) { " — " + frame(last.date) + " " }
            last.reading.badge(frame)
        }
    }

    private func table(_ frame: Frame) -> Node {
        tag("table", .class("list values")) {
            tag("caption") { french(label, frame) }
            tag("thead") {
                tag("tr") {
                    for column in [ResultsText.dateColumn, .valueColumn, .usualColumn, .readingColumn] {
                        tag("th", Attribute("scope", "col")) { frame(column) }
                    }
                }
            }
            tag("tbody") {
                for point in points.reversed() {
                    tag("tr") {
                        tag("th", Attribute("scope", "row")) { frame(point.date) }
                        cell(ResultsText.valueColumn, frame) { point.text + (unit.isEmpty ? "" : "\u{A0}" + unit) }
                        cell(ResultsText.usualColumn, frame) { point.range ?? frame(ResultsText.noRange) }
                        cell(ResultsText.readingColumn, frame) {
                            point.reading.badge(frame)
                            if let document = point.document {
                                " "
                                tag(
                                    "a",
                                    .href(Paths.document(document)),
                                    .class("row-act no-print"),
                                    Attribute("aria-label", frame(ResultsText.openDocument) + ", " + frame(point.date))
                                ) { frame(ResultsText.openDocument) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// How a result stands to the usual values.
enum ResultReading: CaseIterable, Sendable {
    case usual, high, low, other

    func badge(_ frame: Frame) -> Node {
        switch self {
        case .usual: mark(.check, frame(ResultsText.usual), .good)
        case .high: mark(.alarm, frame(ResultsText.high), .warning)
        case .low: mark(.alarm, frame(ResultsText.low), .warning)
        case .other: mark(.question, frame(ResultsText.other), .plain)
        }
    }
}
