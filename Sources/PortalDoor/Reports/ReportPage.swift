import HealthRecord
import PageKit
import Wording

/// Reports a document, an access or a professional: what it is about, why, and what happens then.
struct ReportPage: Page {
    /// What it is about, as the page names it and as the form carries it.
    struct Subject: Sendable {
        let kind: ReportText
        let name: Phrase
        let isForeign: Bool
        let carried: [(name: String, value: String)]
        let reasons: [ReportReason]
        let back: String
    }

    let subject: Subject
    var chosen: String?
    var words = ""
    var faults: [FieldFault] = []

    var trail: [Crumb] { [Crumb(label: ShellText.record.phrase, path: Paths.record)] }

    func heading(_ language: Language) -> String { subject.kind(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            tag("p", .class("lead")) { subject.isForeign ? foreign(frame(subject.name)) : .text(frame(subject.name)) }
            paragraph(frame(ReportText.lead))
            Forms.post(Paths.report, frame) {
                for pair in subject.carried { Forms.hidden(pair.name, pair.value) }
                Forms.radios(
                    FormNames.choice,
                    frame(ReportText.reason),
                    subject.reasons.map { ($0.rawValue, frame(ReportText.reason($0))) },
                    chosen: chosen,
                    faults: faults,
                    frame
                )
                Forms.area(
                    FormNames.words,
                    frame(ReportText.words),
                    words,
                    hint: frame(ReportText.wordsHint),
                    maximum: HolderReport.mostText,
                    faults: faults,
                    frame
                )
                paragraph(frame(ReportText.never))
                paragraph(frame(subject.kind == .document ? ReportText.blockFirst : .read))
                tag("div", .class("buttons")) {
                    Forms.submit(frame(ReportText.send))
                    link(frame(ReportText.cancel), to: subject.back, class: "button quiet")
                }
            }
            paragraph(frame(ReportText.urgent), class: "hint")
        }
    }
}

/// What was reported, and where it stands.
struct ReportsPage: Page {
    /// One report.
    struct Line: Sendable {
        let reference: String
        let when: Phrase
        let about: Phrase
        let reason: Phrase
        let standing: ReportText
        let settled: Phrase?
    }

    let lines: [Line]
    var notice: Phrase?

    var trail: [Crumb] { [Crumb(label: ShellText.record.phrase, path: Paths.record)] }

    func heading(_ language: Language) -> String { ReportText.listTitle(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            paragraph(frame(ReportText.listLead), class: "lead")
            if lines.isEmpty {
                paragraph(frame(ReportText.none), class: "empty")
            } else {
                tag("table", .class("list stacked")) {
                    tag("caption") { frame(ReportText.caption) }
                    columns([ReportText.reference, .about, .when, .state], frame)
                    tag("tbody") { for line in lines { row(line, frame) } }
                }
            }
            paragraph(frame(ReportText.urgent), class: "hint")
            tag("p") { link(frame(ShellText.contact), to: Paths.contact) }
        }
    }

    private func row(_ line: Line, _ frame: Frame) -> Node {
        tag("tr") {
            tag("th", Attribute("scope", "row")) { foreign(line.reference) }
            cell(ReportText.about, frame) {
                tag("span") {
                    foreign(frame(line.about))
                    tag("span", .class("hint")) { " " + frame(line.reason) }
                }
            }
            cell(ReportText.when, frame) { frame(line.when) }
            cell(ReportText.state, frame) {
                tag("span") {
                    frame(line.standing)
                    if let settled = line.settled { tag("span", .class("hint")) { " " + frame(settled) } }
                }
            }
        }
    }
}
