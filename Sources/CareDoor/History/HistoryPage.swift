import Custody
import HealthRecord
import PageKit
import Wording

/// Page 17: accesses, all of them for the treating physician, one's own for everybody else.
struct HistoryPage: Page {
    let handle: String
    let showsAll: Bool
    let lines: [AccessLine]
    let choice: HistoryChoice
    /// Where older ones start.
    let next: HistoryCursor?
    var faults: [FieldFault] = []

    var place: Place? { .chart(handle, .history) }
    var trail: [Crumb] { ChartTrail.crumbs(handle) }

    func heading(_ language: Language) -> String { CareShellText.history(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            paragraph(frame(showsAll ? CareHistoryText.all : CareHistoryText.own), class: "lead")
            filter(frame)
            if lines.isEmpty {
                tag("p", .class("empty"), Attribute("role", "status")) {
                    choice.isDefault ? frame(CareHistoryText.empty) : frame(CareHistoryText.emptyFiltered)
                }
            } else {
                for day in AccessDay.grouped(lines) { day.node(frame) }
            }
            if let next, choice.isDefault {
                tag("p", .class("no-print")) {
                    link(
                        frame(CareHistoryText.older),
                        to: Paths.chart(handle, .history) + "?\(Names.before)=\(next.text)",
                        class: "button quiet"
                    )
                }
            }
            export(frame)
        }
    }

    private func filter(_ frame: Frame) -> [Node] {
        FoldedFilter(
            CareHistoryText.filter,
            at: Paths.chart(handle, .history),
            chosen: choice.isDefault ? nil : chosen,
            faults: faults
        ).nodes(frame) {
            Field.filterDate(Names.from, CareListText.from, choice.from).node(frame, faults)
            Field.filterDate(Names.to, CareListText.to, choice.to).node(frame, faults)
            Forms.box(Names.emergencies, frame(CareHistoryText.emergencies), isTicked: choice.onlyEmergencies, frame)
            tag("div", .class("filter-end")) { Forms.submit(frame(CareListText.apply)) }
        }
    }

    /// What the list is narrowed by.
    private var chosen: [ChosenFilter?] {
        [
            .day(CareListText.from, DayEntry.read(choice.from)), .day(CareListText.to, DayEntry.read(choice.to)),
            .ticked(CareHistoryText.emergencies, choice.onlyEmergencies),
        ]
    }

    private func export(_ frame: Frame) -> Node {
        Forms.post(Paths.historyTable(handle), frame, class: "no-print") {
            Forms.submit(frame(CareHistoryText.export), class: "button quiet")
            paragraph(frame(CareHistoryText.exportHint), class: "hint")
        }
    }
}
