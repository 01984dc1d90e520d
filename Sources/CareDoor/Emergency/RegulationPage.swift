import HealthRecord
import PageKit
import Wording

/// The search by traits for a regulating physician, and whom it found.
struct RegulationPage: Page {
    struct Line: Sendable {
        let name: String
        let born: CalendarDate
        let sex: Phrase
        let percentage: Int
        /// The way on; nil for whoever objects to it.
        let path: String?
    }

    let form: RegulationForm
    /// Nil before a search.
    var found: [Line]?
    var faults: [FieldFault] = []

    var place: Place? { .patients }
    var trail: [Crumb] { [Crumb(label: CareShellText.patients.phrase, path: Paths.patients)] }

    func heading(_ language: Language) -> String { CareRegulationText.title(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            if let found { results(found, frame) }
            tag("div", .class("panel")) {
                paragraph(frame(CareRegulationText.lead))
                paragraph(frame(CareRegulationText.told))
            }
            Forms.post(Paths.regulation, frame) {
                field(Names.family, .family, nil, form.family, isRequired: true).node(frame, faults)
                field(Names.given, .given, nil, form.given).node(frame, faults)
                field(Names.birth, .birth, .birthHint, form.birth).node(frame, faults)
                field(Names.city, .city, nil, form.city).node(frame, faults)
                tag("div", .class("buttons")) {
                    Forms.submit(frame(CareRegulationText.search))
                    link(frame(CareEmergencyText.cancel), to: Paths.patients, class: "button quiet")
                }
            }
        }
    }

    private func field(
        _ name: String,
        _ label: CareRegulationText,
        _ hint: CareRegulationText?,
        _ value: String,
        isRequired: Bool = false
    ) -> Field {
        Field(
            name: name,
            label: label.phrase,
            hint: hint?.phrase,
            autocomplete: "off",
            inputMode: name == Names.birth ? "numeric" : nil,
            value: value,
            isRequired: isRequired,
            width: name == Names.birth ? "short" : "medium",
            maximum: 80
        )
    }

    @HTMLBuilder
    private func results(_ found: [Line], _ frame: Frame) -> [Node] {
        if found.isEmpty {
            tag("div", .class("empty"), Attribute("role", "status")) {
                paragraph(frame(CareRegulationText.none))
                paragraph(frame(CareRegulationText.noneNext))
            }
        } else {
            tag("table", .class("list stacked")) {
                tag("caption") { frame(CareRegulationText.results) }
                columns([CareRegulationText.name, .born, .sex, .fits, .stance], frame)
                tag("tbody") { for line in found { row(line, frame) } }
            }
        }
    }

    private func row(_ line: Line, _ frame: Frame) -> Node {
        tag("tr") {
            tag("th", Attribute("scope", "row")) { foreign(line.name) }
            cell(CareRegulationText.born, frame) { frame(DateText.date(line.born)) }
            cell(CareRegulationText.sex, frame) { frame(line.sex) }
            cell(CareRegulationText.fits, frame) { "\(line.percentage)\u{A0}%" }
            cell(CareRegulationText.stance, frame) {
                if let path = line.path {
                    mark(.check, frame(CareRegulationText.agrees), .good)
                    " "
                    tag("a", .href(path)) {
                        frame(CareRegulationText.open) + " "
                        tag("span", .class("muted")) { foreign(line.name) }
                    }
                } else {
                    mark(.lock, frame(CareRegulationText.opposed), .warning)
                    tag("p", .class("hint")) { frame(CareRegulationText.opposedHint) }
                }
            }
        }
    }
}
