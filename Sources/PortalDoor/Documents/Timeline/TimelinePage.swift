import HealthRecord
import PageKit
import Wording

/// Page 10: one's health story, month by month.
struct TimelinePage: Page {
    /// One month and what it holds, the latest first.
    struct Month: Sendable {
        let year: Int
        let month: Int
        let lines: [DocumentLine]
    }

    let months: [Month]
    /// The years that hold something, with how much; the one shown first.
    let years: [(year: Int, count: Int)]
    let year: Int?
    let categories: [(value: String, label: String)]
    var category = ""
    /// How many of those shown can be masked, and how many shown again.
    var maskable = 0
    var unmaskable = 0
    var notice: Phrase?

    var place: Place? { .timeline }
    var trail: [Crumb] { [Crumb(label: ShellText.record.phrase, path: Paths.record)] }

    func heading(_ language: Language) -> String { TimelineText.title(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            paragraph(frame(TimelineText.lead), class: "lead")
            if !categories.isEmpty { filter(frame) }
            if years.count > 1 { yearLinks(frame) }
            if months.isEmpty {
                tag("p", .class("empty"), Attribute("role", "status")) {
                    category.isEmpty ? frame(TimelineText.empty) : frame(TimelineText.emptyFiltered)
                }
            } else {
                tag("ol", .class("timeline")) {
                    for month in months {
                        tag("li") {
                            tag("h2") { frame(TimelineText.month(month.month, of: month.year)) }
                            tag("ul") { for line in month.lines { episode(line, frame) } }
                        }
                    }
                }
            }
            if !months.isEmpty { masking(frame) }
            tag("p", .class("no-print")) { link(frame(TimelineText.list), to: Paths.documents) }
        }
    }

    private func masking(_ frame: Frame) -> Node {
        section("masquer", TimelineText.masking, frame, class: "panel no-print") {
            paragraph(frame(TimelineText.maskingHint))
            if maskable == 0, unmaskable == 0 { paragraph(frame(TimelineText.notMaskable), class: "hint") }
            tag("div", .class("buttons")) {
                if maskable > 0 {
                    link(
                        frame(TimelineText.change(masks: true, maskable)),
                        to: decision(Paths.timelineMask),
                        class: "button quiet"
                    )
                }
                if unmaskable > 0 {
                    link(
                        frame(TimelineText.change(masks: false, unmaskable)),
                        to: decision(Paths.timelineUnmask),
                        class: "button quiet"
                    )
                }
            }
        }
    }

    private func decision(_ path: String) -> String { path + Self.query(year ?? 0, category) }

    private func filter(_ frame: Frame) -> Node {
        Forms.get(Paths.timeline, legend: frame(TimelineText.filter)) {
            Forms.select(
                FormNames.category,
                frame(TimelineText.kind),
                [("", frame(TimelineText.all))] + categories,
                chosen: category
            )
            tag("div", .class("filter-end")) {
                Forms.submit(frame(TimelineText.apply))
                if !category.isEmpty { link(frame(TimelineText.reset), to: Paths.timeline) }
            }
        }
    }

    private func yearLinks(_ frame: Frame) -> Node {
        tag("nav", .class("leaf"), Attribute("aria-label", frame(TimelineText.years))) {
            tag("ul") {
                for entry in years {
                    tag("li") {
                        tag(
                            "a",
                            .href(Self.path(entry.year, category)),
                            entry.year == year ? Attribute("aria-current", "page") : nil
                        ) { "\(entry.year) (" + frame(TimelineText.count(entry.count)) + ")" }
                    }
                }
            }
        }
    }

    static func path(_ year: Int, _ category: String) -> String { Paths.timeline + query(year, category) }

    private static func query(_ year: Int, _ category: String) -> String {
        "?\(FormNames.page)=\(year)"
            + (category.isEmpty ? "" : "&\(FormNames.category)=\(AddressText.encoded(category))")
    }

    private func episode(_ line: DocumentLine, _ frame: Frame) -> Node {
        tag("li", .class("episode")) {
            tag("p") {
                tag("a", .href(Paths.document(line.id))) { line.name(frame) }
                if line.isNew {
                    " "
                    mark(.star, frame(DocumentsPageText.new), .plain)
                }
            }
            tag("p", .class("muted")) {
                frame(line.date) + " — "
                foreign(line.author)
                " — "
                foreign(frame(line.category))
            }
            if line.states != [.visible] {
                tag("p", .class("badges")) { for state in line.states { state.badge(frame) } }
            }
        }
    }
}
