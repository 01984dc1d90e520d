import Custody
import HealthRecord
import PageKit
import Wording

/// Page 17: accesses, all of them for the treating physician, one's own for everybody else.
struct HistoryPage: Page {
    struct Line: Sendable {
        let sentence: Phrase
        let remark: Phrase?
        let isEmergency: Bool
        let wasRefused: Bool
    }

    let handle: String
    let showsAll: Bool
    let lines: [Line]
    /// Where older ones start.
    let next: HistoryCursor?

    var place: Place? { .chart(handle, .history) }
    var trail: [Crumb] { ChartTrail.crumbs(handle) }

    func heading(_ language: Language) -> String { CareShellText.history(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            paragraph(frame(showsAll ? CareHistoryText.all : CareHistoryText.own), class: "lead")
            if lines.isEmpty {
                tag("p", .class("empty")) { frame(CareHistoryText.empty) }
            } else {
                tag("ul", .class("accesses panel")) { for line in lines { item(line, frame) } }
            }
            if let next {
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

    private func item(_ line: Line, _ frame: Frame) -> Node {
        tag("li", .class(line.isEmergency ? "access emergency" : "access")) {
            if line.isEmergency || line.wasRefused {
                tag("p", .class("access-mark")) {
                    if line.isEmergency { mark(.alarm, frame(CareShellText.emergency), .warning) }
                    if line.wasRefused { mark(.lock, frame(CareHistoryText.refused), .quiet) }
                }
            }
            tag("p") { foreign(frame(line.sentence)) }
            if let remark = line.remark { tag("p", .class("access-remark")) { foreign(frame(remark)) } }
        }
    }
}
