import HealthRecord
import PageKit
import Wording

/// Page 12: the vaccination record, by date or by disease.
struct VaccinationsPage: Page {
    let handle: String
    let injections: [Injection]
    let documents: [DocumentLine]
    let byDisease: Bool
    let isPartial: Bool
    let mayConfirm: Bool
    let offersFiling: Bool
    var notice: Phrase?

    var place: Place? { .chart(handle, .vaccinations) }
    var trail: [Crumb] { ChartTrail.crumbs(handle) }

    func heading(_ language: Language) -> String { CareShellText.vaccinations(language) }

    private func filing(_ frame: Frame) -> Node {
        tag("div", .class("buttons no-print")) {
            link(frame(CareInjectionText.title), to: Paths.injection(handle), class: "button")
            link(
                frame(CareInjectionText.file),
                to: Paths.chart(handle, .add) + "?\(Names.type)=87273-9",
                class: "button quiet"
            )
        }
    }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            if offersFiling { filing(frame) }
            if !documents.isEmpty { paragraph(frame(CareVaccinationText.reads), class: "hint") }
            if injections.isEmpty {
                tag("p", .class("empty")) { frame(CareVaccinationText.empty) }
            } else {
                order(frame)
                for (disease, rows) in groups(frame) { table(disease, rows, frame) }
            }
            if isPartial { paragraph(frame(CareVaccinationText.partial), class: "hint") }
            if !documents.isEmpty {
                tag("section", .labelled(by: "sources")) {
                    tag("h2", .id("sources")) { frame(CareVaccinationText.documents) }
                    DocumentTable(
                        handle: handle,
                        lines: documents,
                        caption: CareListText.caption.phrase
                    ).node(frame)
                }
            }
        }
    }

    private func order(_ frame: Frame) -> Node {
        let path = Paths.chart(handle, .vaccinations)
        return tag("nav", .class("leaf"), Attribute("aria-label", frame(CareVaccinationText.order))) {
            tag("ul") {
                step(.byDate, path, isCurrent: !byDisease, frame)
                step(.byDisease, path + "?\(Names.sort)=maladie", isCurrent: byDisease, frame)
            }
        }
    }

    private func step(_ text: CareVaccinationText, _ path: String, isCurrent: Bool, _ frame: Frame) -> Node {
        tag("li") {
            if isCurrent {
                tag("strong", Attribute("aria-current", "page")) { frame(text) }
            } else {
                link(frame(text), to: path)
            }
        }
    }

    /// One table by date, or one for each disease.
    private func groups(_ frame: Frame) -> [(title: String, rows: [Injection])] {
        let zero = Instant(milliseconds: 0)
        let sorted = injections.sorted { ($0.order ?? zero, $0.name) > ($1.order ?? zero, $1.name) }
        guard byDisease else { return [(frame(CareVaccinationText.caption), sorted)] }
        let groups = Dictionary(grouping: sorted) {
            $0.disease.map { frame($0) } ?? frame(CareVaccinationText.otherDisease)
        }
        return groups.sorted { $0.key < $1.key }.map { (title: $0.key, rows: $0.value) }
    }

    private func table(_ title: String, _ rows: [Injection], _ frame: Frame) -> Node {
        tag("table", .class("list stacked")) {
            tag("caption") { title }
            tag("thead") {
                tag("tr") {
                    for text in [CareVaccinationText.vaccine, .date, .disease, .lot, .source] {
                        tag("th", Attribute("scope", "col")) { frame(text) }
                    }
                    tag("th", Attribute("scope", "col")) { frame(CareInjectionText.state) }
                }
            }
            tag("tbody") {
                for row in rows {
                    tag("tr") {
                        tag("th", Attribute("scope", "row")) { foreign(row.name) }
                        cell(CareVaccinationText.date, frame) {
                            row.date.map { frame($0) } ?? frame(CareVaccinationText.unknownDate)
                        }
                        cell(CareVaccinationText.disease, frame) {
                            row.disease.map { frame($0) } ?? frame(CareVaccinationText.otherDisease)
                        }
                        cell(CareVaccinationText.lot, frame) { row.lot.map { foreign($0) } ?? Node.text("—") }
                        cell(CareVaccinationText.source, frame) {
                            tag("a", .href(Paths.document(handle, row.document))) { foreign(row.author) }
                        }
                        cell(CareInjectionText.state, frame) { state(row, frame) }
                    }
                }
            }
        }
    }

    @HTMLBuilder
    private func state(_ row: Injection, _ frame: Frame) -> [Node] {
        if let name = row.confirmedBy {
            mark(.check, frame(CareInjectionText.confirmed(by: name)), .good)
        } else {
            mark(.todo, frame(CareInjectionText.reported), .quiet)
            if mayConfirm {
                " "
                tag("a", .href(Paths.confirmation(handle, row.key))) {
                    frame(CareInjectionText.confirm) + " "
                    tag("span", .class("muted")) { foreign(row.name) }
                }
            }
        }
    }
}
