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
                tag("ul", .class("accesses panel")) { for line in lines { line.node(frame) } }
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
        }
    }

    private func filter(_ frame: Frame) -> [Node] {
        nodes {
            Forms.get(Paths.chart(handle, .history), legend: frame(CareHistoryText.filter)) {
                Field.filterDate(Names.from, CareListText.from, choice.from).node(frame, faults)
                Field.filterDate(Names.to, CareListText.to, choice.to).node(frame, faults)
                Forms.box(
                    Names.emergencies,
                    frame(CareHistoryText.emergencies),
                    isTicked: choice.onlyEmergencies,
                    frame
                )
                tag("div", .class("filter-end")) {
                    Forms.submit(frame(CareListText.apply))
                    if !choice.isDefault { link(frame(CareListText.reset), to: Paths.chart(handle, .history)) }
                }
            }
            Forms.post(Paths.historyTable(handle), frame, class: "no-print") {
                Forms.submit(frame(CareHistoryText.export), class: "button quiet")
                paragraph(frame(CareHistoryText.exportHint), class: "hint")
            }
        }
    }
}
